import { attributeFamily, emOfRoot } from '../theme/theme';

/** What a live picture depends on besides its figures. */
export interface FrameLook {
  width: number;
  em: number;
  fontFamily: string;
  /** Height that the page gives, on the big screen; elsewhere the chart says its own. */
  givenHeight: number | null;
}

/** Less than this is no height that a layout gave, but the empty frame itself. */
const leastGivenHeight = 80;

export function measureLook(frame: HTMLElement): FrameLook {
  const root = getComputedStyle(document.documentElement);
  const onScreen = document.documentElement.dataset.mode === 'screen';
  const given = onScreen && frame.clientHeight >= leastGivenHeight;
  return {
    width: frame.clientWidth,
    em: emOfRoot(Number.parseFloat(root.fontSize)),
    fontFamily: attributeFamily(root.getPropertyValue('--font-sans')),
    givenHeight: given ? frame.clientHeight : null,
  };
}

const sameLook = (one: FrameLook, other: FrameLook): boolean =>
  one.width === other.width &&
  one.em === other.em &&
  one.fontFamily === other.fontFamily &&
  one.givenHeight === other.givenHeight;

/**
 * Tells when width, theme, big screen or paper change what a picture must look like. `changed` must draw
 * before it returns: the browser takes the page for printing right after `beforeprint`.
 * Returns how to stop watching.
 */
export function watchLook(frame: HTMLElement, changed: (look: FrameLook) => void): () => void {
  let last: FrameLook | null = null;
  const check = () => {
    const look = measureLook(frame);
    if (look.width === 0 || (last && sameLook(last, look))) return;
    last = look;
    changed(look);
  };
  const sizes = new ResizeObserver(check);
  sizes.observe(frame);
  const attributes = new MutationObserver(check);
  attributes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-mode', 'lang'] });
  const paper = matchMedia('print');
  paper.addEventListener('change', check);
  addEventListener('beforeprint', check);
  addEventListener('afterprint', check);
  check();
  return () => {
    sizes.disconnect();
    attributes.disconnect();
    paper.removeEventListener('change', check);
    removeEventListener('beforeprint', check);
    removeEventListener('afterprint', check);
  };
}

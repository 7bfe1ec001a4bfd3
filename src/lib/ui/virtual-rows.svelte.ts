import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';

/** Rows drawn beyond the edges of the frame, so that a quick turn of the wheel shows no gap. */
const overscan = 12;
/** Rows drawn before the frame is measured: on the server and at the first paint. */
const rowsAtFirst = 30;

export interface RowWindow {
  /** First row drawn, and the one after the last. */
  from: number;
  to: number;
  /** Heights in px that stand for the rows that are not drawn. */
  before: number;
  after: number;
}

/** The window for rows of one height, from the first and the last drawn index. */
export function windowOf(first: number, last: number, count: number, rowHeight: number): RowWindow {
  const from = Math.max(0, Math.min(first, count));
  const to = Math.max(from, Math.min(last + 1, count));
  return { from, to, before: from * rowHeight, after: (count - to) * rowHeight };
}

/** Which rows of a long list are in view; follows the scrolling of one frame. */
export class VirtualRows {
  #version = $state(0);
  #virtualizer: Virtualizer<HTMLElement, HTMLElement> | null = null;
  readonly #count: () => number;
  readonly #rowHeight: () => number;

  constructor(count: () => number, rowHeight: () => number) {
    this.#count = count;
    this.#rowHeight = rowHeight;
  }

  /** Attaches to the frame that scrolls; gives back what detaches it. */
  attach(frame: HTMLElement): () => void {
    const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options(frame));
    this.#virtualizer = virtualizer;
    const detach = virtualizer._didMount();
    virtualizer._willUpdate();
    return () => {
      detach();
      this.#virtualizer = null;
    };
  }

  /** Tells it that the number or the height of rows changed. */
  refresh(frame: HTMLElement): void {
    this.#virtualizer?.setOptions(this.#options(frame));
    this.#virtualizer?.measure();
    this.#virtualizer?._willUpdate();
  }

  toRow(index: number): void {
    this.#virtualizer?.scrollToIndex(index, { align: 'auto' });
  }

  get window(): RowWindow {
    const count = this.#count();
    const drawn = this.#version >= 0 ? (this.#virtualizer?.getVirtualItems() ?? []) : [];
    const first = drawn[0]?.index ?? 0;
    return windowOf(first, drawn.at(-1)?.index ?? rowsAtFirst - 1, count, this.#rowHeight());
  }

  #options(frame: HTMLElement) {
    return {
      count: this.#count(),
      getScrollElement: () => frame,
      estimateSize: () => this.#rowHeight(),
      overscan,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => (this.#version += 1),
    };
  }
}

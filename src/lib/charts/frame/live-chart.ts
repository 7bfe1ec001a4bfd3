import { init, type ChartEngine } from '../echarts';
import { isHitDatum } from '../scene/option';
import { referringTheme, type ChartSize } from '../theme/theme';
import type { ChartDrawing } from './drawing';

export interface LiveLook extends ChartSize {
  em: number;
  fontFamily: string;
}

/** One chart on the page: starts the engine with the first picture, then only changes what differs. */
export class LiveChart {
  #engine: ChartEngine | null = null;

  constructor(
    readonly host: HTMLElement,
    readonly pick: (pick: string) => void,
  ) {}

  /** Draws at once; `label` is what a screen reader says of the picture. */
  draw(drawing: ChartDrawing, label: string, { width, height, em, fontFamily }: LiveLook): void {
    this.host.style.height = `${height}px`;
    const engine = this.#engine ?? this.#start({ width, height });
    if (engine.getWidth() !== width || engine.getHeight() !== height) engine.resize({ width, height });
    const option = drawing(referringTheme(em, fontFamily), { width, height });
    engine.setOption(
      { ...option, aria: { enabled: true, label: { description: label } } },
      { notMerge: true },
    );
  }

  #start(size: ChartSize): ChartEngine {
    const engine = init(this.host, null, { renderer: 'svg', ...size });
    engine.on('click', ({ data }) => {
      if (isHitDatum(data) && data.pick !== undefined) this.pick(data.pick);
    });
    this.#engine = engine;
    return engine;
  }

  dispose(): void {
    this.#engine?.dispose();
    this.#engine = null;
  }
}

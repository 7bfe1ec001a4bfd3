import { init, type ChartOption } from '../echarts';
import type { ChartSize } from '../theme/theme';
import { innerSvg, tidySvg } from './tidy-svg';

/** What answers to the pointer is nothing to see, and ECharts would write a style sheet for its hover. */
const visibleSeries = ({ series = [] }: ChartOption) => [series].flat().filter(({ id }) => id !== 'hits');

/** The marks of a picture as SVG elements, without the outer tag; works on server and page alike. */
export function renderMarks(option: ChartOption, size: ChartSize): string {
  const engine = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    engine.setOption({ ...option, series: visibleSeries(option) });
    return innerSvg(tidySvg(engine.renderToSVGString({ useViewBox: true })));
  } finally {
    engine.dispose();
  }
}

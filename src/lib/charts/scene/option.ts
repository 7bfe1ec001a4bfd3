import type { ChartOption, CustomSeries } from '../echarts';
import type { ChartTheme } from '../theme/theme';
import { tooltipHtml } from '../text/tooltip';
import { markElement } from './mark-element';
import type { Panel, PanelAxis, Scene } from './scene';

/** A datum of the series that answers to the pointer. */
export interface HitDatum {
  value: number[];
  tip: string;
  pick?: string;
}

/** One scene as an option of ECharts: panels become grids, marks one silent series, hits another below it. */
export function sceneOption(scene: Scene, theme: ChartTheme): ChartOption {
  const { panels } = scene;
  return {
    animation: false,
    textStyle: { fontFamily: theme.fontFamily, fontSize: theme.em, color: theme.colour('--ink-2') },
    grid: panels.map(({ box }) => ({
      left: box.x,
      top: box.y,
      width: box.width,
      height: box.height,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: panels.map((panel, index) => ({
      ...axisOption(theme, panel.x, index),
      position: panel.x?.side ?? ('bottom' as const),
      axisLine: baselineOption(theme, panel),
    })),
    yAxis: panels.map((panel, index) => ({
      ...axisOption(theme, panel.y, index),
      axisLine: { show: false },
    })),
    tooltip: tooltipOption(theme),
    series: [hitSeries(scene, theme), markSeries(scene, theme)],
  };
}

function axisOption(theme: ChartTheme, axis: PanelAxis | undefined, gridIndex: number) {
  const shown = axis !== undefined;
  return {
    type: 'value' as const,
    gridIndex,
    min: axis?.min ?? 0,
    max: axis?.max ?? 1,
    interval: axis?.step ?? 1,
    axisTick: { show: false },
    axisPointer: { show: false },
    splitLine: { show: shown && axis.lines, lineStyle: { color: theme.colour('--hair'), width: 1 } },
    axisLabel: {
      show: shown,
      color: theme.colour('--ink-3'),
      fontSize: theme.em,
      margin: 7,
      hideOverlap: false,
      showMinLabel: true,
      showMaxLabel: true,
      formatter: (value: number) => axis?.label(value) ?? '',
    },
  };
}

const baselineOption = (theme: ChartTheme, panel: Panel) => ({
  show: panel.baseline ?? false,
  onZero: false,
  lineStyle: { color: theme.colour('--ink'), width: 1 },
});

const tooltipOption = (theme: ChartTheme): NonNullable<ChartOption['tooltip']> => ({
  confine: true,
  className: 'chart-tip-frame',
  backgroundColor: theme.colour('--paper'),
  borderColor: theme.colour('--hair-2'),
  borderWidth: 1,
  borderRadius: 0,
  padding: [8, 10],
  transitionDuration: 0,
  textStyle: { color: theme.colour('--ink'), fontSize: theme.em, fontFamily: theme.fontFamily },
  extraCssText: 'box-shadow:none',
  formatter: (params) => {
    const data = Array.isArray(params) ? params[0]?.data : params.data;
    return isHitDatum(data) ? data.tip : '';
  },
});

/** Tells our own data from anything else that ECharts hands to a listener. */
export const isHitDatum = (data: unknown): data is HitDatum =>
  typeof data === 'object' && data !== null && 'tip' in data && typeof data.tip === 'string';

function hitSeries({ hits }: Scene, theme: ChartTheme): CustomSeries {
  return {
    type: 'custom',
    id: 'hits',
    coordinateSystem: 'none',
    z: 1,
    data: hits.map((hit, index) => ({
      value: [index],
      tip: tooltipHtml(hit.tip),
      ...(hit.pick !== undefined && { pick: hit.pick }),
    })),
    renderItem: (params) => {
      const hit = hits[params.dataIndex];
      if (!hit) return null;
      return {
        type: 'rect',
        shape: { ...hit.box },
        style: { fill: 'transparent' },
        // Said outright: ECharts would try to lighten a colour that is only a reference.
        emphasis: { style: { fill: theme.colour('--paper-2') } },
        cursor: hit.pick === undefined ? 'default' : 'pointer',
      };
    },
  };
}

function markSeries({ marks }: Scene, theme: ChartTheme): CustomSeries {
  return {
    type: 'custom',
    id: 'marks',
    coordinateSystem: 'none',
    z: 3,
    silent: true,
    clip: false,
    data: [0],
    renderItem: () => ({
      type: 'group',
      silent: true,
      emphasisDisabled: true,
      children: marks.map((mark) => markElement(mark, theme.fontFamily)),
    }),
  };
}

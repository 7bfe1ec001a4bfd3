/**
 * The only door to ECharts. Everything is drawn by one custom series from marks that our own pure code
 * places, so of its charts only that one is taken along; the grid gives axes and gridlines.
 */
import { init, use, type ComposeOption, type EChartsType } from 'echarts/core';
import { CustomChart, type CustomSeriesOption } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  TooltipComponent,
  type AriaComponentOption,
  type GridComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

use([SVGRenderer, CustomChart, GridComponent, TooltipComponent, AriaComponent]);

export type ChartOption = ComposeOption<
  CustomSeriesOption | GridComponentOption | TooltipComponentOption | AriaComponentOption
>;
export type CustomSeries = CustomSeriesOption;
export type ChartEngine = EChartsType;
export { init };

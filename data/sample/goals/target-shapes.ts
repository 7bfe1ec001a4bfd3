import type { ValueCell } from '$lib/policy/forms/look-up';

/** What the values of an indicator look like: least, most, and the decimals that are written. */
export interface Shape {
  from: number;
  to: number;
  places: 0 | 1 | 2;
}

/** Sizes by the words of the indicator's name, and by its unit where several have the same; the first that fits. */
const named: readonly { words: RegExp; units?: RegExp; shape: Shape }[] = [
  { words: /满意度/, shape: { from: 90, to: 98.5, places: 1 } },
  { words: /优良品率/, shape: { from: 92, to: 99, places: 1 } },
  { words: /合格率|在线率/, shape: { from: 97, to: 99.9, places: 1 } },
  {
    words: /及时率|按期|到位率|规范度|投资完成率|培训.*完成率|达标率/,
    shape: { from: 96, to: 100, places: 0 },
  },
  { words: /到课率|成本控制率/, shape: { from: 90, to: 98, places: 0 } },
  { words: /问题数量/, shape: { from: 0, to: 0, places: 0 } },
  { words: /排名/, shape: { from: 2, to: 20, places: 0 } },
  { words: /利润率/, shape: { from: 4, to: 16, places: 1 } },
  { words: /研发投入占/, shape: { from: 4, to: 14, places: 1 } },
  { words: /增长率/, shape: { from: 8, to: 30, places: 1 } },
  { words: /占有率/, shape: { from: 5, to: 45, places: 1 } },
  { words: /占.*比重|占比|比例|绿色化率/, units: /^%$/, shape: { from: 35, to: 90, places: 1 } },
  { words: /环境影响度/, units: /^%$/, shape: { from: 20, to: 60, places: 1 } },
  { words: /率/, units: /^%$/, shape: { from: 8, to: 35, places: 1 } },
  { words: /标准/, shape: { from: 1, to: 6, places: 0 } },
  { words: /专利|知识产权|著作权/, shape: { from: 3, to: 32, places: 0 } },
  { words: /注册量|解析量/, shape: { from: 0.5, to: 12, places: 2 } },
  { words: /能耗/, shape: { from: 80, to: 420, places: 1 } },
  { words: /参赛作品/, shape: { from: 120, to: 900, places: 0 } },
  { words: /观展|点击/, shape: { from: 8_000, to: 120_000, places: 0 } },
  { words: /班次.*下限/, shape: { from: 30, to: 60, places: 0 } },
  { words: /运维|维护人员|技术人员|研发人员/, shape: { from: 5, to: 60, places: 0 } },
  { words: /就业/, shape: { from: 10, to: 260, places: 0 } },
  { words: /培养/, shape: { from: 80, to: 600, places: 0 } },
  { words: /用户|客户/, shape: { from: 60, to: 5_000, places: 0 } },
  { words: /联网|终端/, shape: { from: 40, to: 900, places: 0 } },
  { words: /参展商|中小企业|服务企业|接入企业/, shape: { from: 60, to: 800, places: 0 } },
  { words: /vCPU/, shape: { from: 16, to: 256, places: 0 } },
  { words: /报道/, shape: { from: 20, to: 300, places: 0 } },
  { words: /生产能力/, shape: { from: 500, to: 60_000, places: 0 } },
];

/** Sizes by unit, for indicators whose names say nothing. */
function byUnit(unit: string, kind: string): Shape {
  if (kind === 'percent') return { from: 12, to: 60, places: 1 };
  if (kind === 'points') return { from: 3, to: 20, places: 1 };
  if (kind === 'ratio') return { from: 0.4, to: 6, places: 2 };
  if (/[人户]/.test(unit)) return { from: 40, to: 900, places: 0 };
  if (/吨|千瓦|立方|平方/.test(unit)) return { from: 200, to: 9000, places: 0 };
  return kind === 'quantity' ? { from: 5, to: 400, places: 1 } : { from: 2, to: 40, places: 0 };
}

/** The unit in which a cell's number stands. */
export const unitOf = ({ indicator, partId, measure }: ValueCell) =>
  (partId === null ? indicator.readAs : null) ?? measure.unit;

/** An invented project needs a number of the right size, not a true one. */
export function shapeOf(cell: ValueCell): Shape {
  const unit = unitOf(cell)?.name.zh ?? '';
  const name = cell.measure.name.zh;
  const fit = named.find(({ words, units }) => words.test(name) && (units?.test(unit) ?? true));
  return fit?.shape ?? byUnit(unit, unitOf(cell)?.kind ?? 'count');
}

import type { Fen } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import type { ValueCell } from '$lib/policy/forms/look-up';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import type { Random } from '../random';
import { fenOfWan, floorToWan } from '../wan';
import { shapeOf, unitOf } from './target-shapes';

type Project = Row<'project'>;

export const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** Words of targets that are no numbers, by what the indicator is about; the first that fits. */
const goalWords: readonly { about: RegExp; words: readonly string[] }[] = [
  { about: /机制|规范|管理|监管/, words: ['制度健全、执行到位', '机制健全并持续运行'] },
  { about: /促进|推动|带动|引领|示范|作用|影响|知名度/, words: ['带动作用明显', '形成可推广的经验'] },
  { about: /水平|先进|创新|能力|参数|进口|技术/, words: ['达到国内领先水平', '较实施前明显提升'] },
  { about: /报告|贯标|标准|通过|入围|获评|获得|星级|ITSS|CSMM|DCMM/, words: ['取得', '按要求取得'] },
];
const otherWords = ['按期完成建设内容', '达到建设方案要求'];

const wordsFor = (name: string): readonly string[] =>
  goalWords.find(({ about }) => about.test(name))?.words ?? otherWords;

/** The bound that the form itself prints (不少于5种), kept by most projects. */
function withinBound(value: number, { bound }: ValueCell['measure'], keeps: boolean): number {
  if (!bound) return value;
  const { comparison, value: edge } = bound.value;
  const isLeast = comparison === 'at_least' || comparison === 'more_than';
  const kept = isLeast ? Math.max(value, edge + 1) : Math.min(value, edge);
  return keeps ? kept : Math.max(0, isLeast ? edge - 1 : edge + 1);
}

/** Money targets come from what the project's own row says, so that they fit its size. */
function moneyTarget(random: Random, name: string, project: Project): Fen {
  const base =
    project.total_investment_fen ?? project.subsidy_base_fen ?? project.requested_fen ?? fenOfWan(500);
  const revenue = project.revenue_fen ?? base * 3;
  const of = (amount: Fen, from: number, to: number): Fen => amount * random.between(from, to);
  if (/培训费用/.test(name)) return fenOfWan(random.whole(30, 55) / 1000);
  if (/人均收入/.test(name)) return fenOfWan(random.whole(60, 180));
  if (/总投入/.test(name)) return base;
  if (/社会投资/.test(name)) return of(base, 0.5, 2.5);
  if (/研发|投入|资产/.test(name)) return of(base, 0.25, 0.8);
  if (/税金/.test(name)) return of(project.tax_paid_fen ?? revenue * 0.04, 1.02, 1.4);
  if (/利润/.test(name)) return of(Math.max(project.profit_fen ?? 0, revenue * 0.02), 1.02, 1.5);
  if (/服务收入|项目|新增/.test(name)) return of(revenue, 0.15, 0.5);
  return of(revenue, 1.03, 1.4);
}

/** Whole 万元; small amounts as they are. */
const asWan = (amount: Fen): Fen => (amount >= fenOfWan(1) ? floorToWan(amount) : Math.round(amount));

/** Small counts are drawn more often than large ones. */
const towardsLow = (random: Random): number => random.next() * (0.4 + 0.6 * random.next());

/** An invented target for a cell: a number in its unit (money in 分), words, or the best of its options. */
export function targetValue(
  random: Random,
  cell: ValueCell,
  project: Project,
  keepsMinimum: boolean,
): IndicatorValue {
  const { indicator, measure } = cell;
  if (measure.kind === 'options') return { number: null, text: indicator.options[0]?.id ?? null };
  if (measure.kind === 'qualitative') return { number: null, text: random.pick(wordsFor(measure.name.zh)) };
  if (unitOf(cell)?.money) {
    const amount = asWan(moneyTarget(random, measure.name.zh, project));
    return { number: withinBound(amount, measure, true), text: null };
  }
  const { from, to, places } = shapeOf(cell);
  const value = from + (to - from) * (places === 0 ? towardsLow(random) : random.next());
  return { number: withinBound(rounded(value, places), measure, keepsMinimum), text: null };
}

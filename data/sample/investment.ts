import type { Fen } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import type { InvestmentShape } from './category-parameters';
import type { Random } from './random';
import { floorToWan } from './wan';

type Invested = Pick<Row<'project'>, 'total_investment_fen' | 'fixed_asset_investment_fen'>;
type Income = Pick<Row<'project'>, 'revenue_fen' | 'tax_paid_fen' | 'profit_fen'>;

/** Total investment over base (tax, civil works and what else does not count), and fixed assets over total. */
const shapes: Record<
  InvestmentShape,
  { total: readonly [number, number]; fixed: readonly [number, number] }
> = {
  plant: { total: [1.06, 1.35], fixed: [0.55, 0.92] },
  fixed_assets: { total: [1.12, 1.5], fixed: [1, 1] },
  software: { total: [1.03, 1.2], fixed: [0.25, 0.6] },
  service: { total: [1, 1.1], fixed: [0, 0.1] },
  acquisition: { total: [1, 1.4], fixed: [0, 0] },
  reward: { total: [1, 1], fixed: [0, 0] },
};

/** Cells that applicants left empty, as real tables have them. */
const leftEmpty = 0.012;

/** Figures of firms are printed with two decimals of a 万元. */
const toHundredYuan = (amount: number): Fen => Math.round(amount / 10_000) * 10_000;

function invested(random: Random, shape: InvestmentShape, base: Fen): Invested {
  const { total, fixed } = shapes[shape];
  // Rounding down to whole 万元 must not bring the total below the part that the subsidy counts.
  const totalFen = Math.max(base, floorToWan(base * random.between(...total)));
  const part = floorToWan(totalFen * random.between(...fixed));
  if (shape === 'reward') return { total_investment_fen: null, fixed_asset_investment_fen: null };
  if (shape === 'acquisition') return { total_investment_fen: totalFen, fixed_asset_investment_fen: null };
  return {
    total_investment_fen: totalFen,
    fixed_asset_investment_fen: shape === 'fixed_assets' ? base : part,
  };
}

/** What a recipient earns and invests, around the base of its subsidy. */
export function drawInvestment(random: Random, shape: InvestmentShape, base: Fen): Invested & Income {
  const investment = invested(random, shape, base);
  // A reward is small beside the firm that gets it.
  const size = shape === 'reward' ? 100 * base : base;
  const revenue = toHundredYuan(size * (0.8 + 9 * random.next() * random.next()));
  const orEmpty = (amount: Fen): Fen | null => (random.chance(leftEmpty) ? null : amount);
  return {
    ...investment,
    revenue_fen: orEmpty(revenue),
    tax_paid_fen: orEmpty(toHundredYuan(revenue * random.between(0.015, 0.06))),
    profit_fen: orEmpty(toHundredYuan(revenue * random.between(-0.03, 0.14))),
  };
}

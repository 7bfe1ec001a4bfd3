import type { Statement } from '$lib/warehouse/engine';
import { answerCodes } from '$lib/policy/sql/condition-sql';
import { factColumnsSql } from '$lib/policy/sql/fact-columns-sql';
import { firstPaymentSql } from '$lib/policy/sql/first-payment-sql';
import { itemSql, type ItemRulesInput } from '$lib/policy/sql/item-sql';
import { hasState, type KeptTables } from '../sql/scoped';

/** An item under the guide and under the draft; the same object where the draft leaves it as it is. */
export interface ItemPair {
  before: ItemRulesInput;
  after: ItemRulesInput;
}

/** Sums of one place and cluster of an item; money in 分, null where no project has an amount. */
export type SumRow = {
  place_adcode: string | null;
  cluster_key: string;
  applicants: number;
  awarded: number;
  comes_in: number;
  falls_out: number;
  awards_lost: number;
} & Record<SideColumn, number | null>;

const sides = ['before', 'after'] as const;
export type Side = (typeof sides)[number];
const sums = ['ceiling', 'award', 'first'] as const;
export type SumName = (typeof sums)[number];
export type SideColumn =
  | `${'met' | 'not_met' | 'undetermined'}_${Side}`
  | `${SumName}_${'fen' | 'counted' | 'left_out' | 'estimated'}_${Side}`;

const { not_met: notMet, undetermined, met } = answerCodes;
const plain = (sql: string): Statement => ({ sql, params: [] });
const countOf = (condition: string, name: string) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`;

/** An award is never more than the ceiling; where there is none to compare with it is not known. */
const cutAward = (
  side: Side,
): string => `CASE WHEN NOT is_awarded OR award_fen IS NULL OR ceiling_${side} IS NULL THEN NULL
    WHEN award_fen < ceiling_${side} THEN award_fen ELSE ceiling_${side} END AS award_${side}`;

const isSame = ({ before, after }: ItemPair): boolean => before === after;

const answersOf = (rules: ItemRulesInput): string => itemSql(rules, `(${factColumnsSql(rules)})`).sql;

/** Each project of an item with its answers on both sides; `with` names the common table expressions. */
function compared(pair: ItemPair, kept: KeptTables): string {
  const after = isSame(pair) ? 'b' : 'a';
  const join = isSame(pair) ? '' : '\n  JOIN under_draft AS a ON a.project_id = f.project_id';
  const draft = isSame(pair) ? '' : `under_draft AS (${answersOf(pair.after)}),\n`;
  return `under_guide AS (${answersOf(pair.before)}),
${draft}compared AS (
  SELECT f.project_id, f.variant_id AS variant, f.place_adcode, f.cluster_key, f.is_application, f.is_awarded, f.award_fen,
    b.eligibility AS eligible_before, b.ceiling_fen AS ceiling_before, b.upper_estimate AS estimated_before,
    ${after}.eligibility AS eligible_after, ${after}.ceiling_fen AS ceiling_after, ${after}.upper_estimate AS estimated_after
  FROM ${kept.facts} AS f
  JOIN under_guide AS b ON b.project_id = f.project_id${join}
  WHERE f.fact = 'project'
),
cut AS (
  SELECT compared.*, ${sides.map(cutAward).join(', ')},
    eligible_before <> ${notMet} AND eligible_after = ${notMet} AS falls_out,
    eligible_before = ${notMet} AND eligible_after <> ${notMet} AS comes_in
  FROM compared
),
paid AS (
  SELECT cut.*, ${firstPaymentSql(pair.before.category, 'award_before')} AS first_before,
    ${firstPaymentSql(pair.after.category, 'award_after')} AS first_after
  FROM cut
)`;
}

/** Who a sum is made of: applicants that may be eligible, awards that stand. */
const belongs = (sum: SumName, side: Side): string => {
  if (sum === 'ceiling') return `is_application AND eligible_${side} <> ${notMet}`;
  return side === 'before' ? 'is_awarded' : 'is_awarded AND NOT falls_out';
};

function sumColumns(sum: SumName, side: Side): string[] {
  const value = `${sum}_${side}`;
  const within = belongs(sum, side);
  return [
    `CAST(SUM(CASE WHEN ${within} THEN ${value} END) AS BIGINT) AS ${sum}_fen_${side}`,
    countOf(`${within} AND ${value} IS NOT NULL`, `${sum}_counted_${side}`),
    countOf(`${within} AND ${value} IS NULL`, `${sum}_left_out_${side}`),
    countOf(`${within} AND ${value} IS NOT NULL AND estimated_${side}`, `${sum}_estimated_${side}`),
  ];
}

const eligibilityColumns = (side: Side): string[] =>
  [['met', met] as const, ['not_met', notMet] as const, ['undetermined', undetermined] as const].map(
    ([name, code]) => countOf(`is_application AND eligible_${side} = ${code}`, `${name}_${side}`),
  );

/** Everything that is counted and added up of one item, by place and cluster. */
export function itemSums(pair: ItemPair, kept: KeptTables): Statement {
  const columns = [
    countOf('is_application', 'applicants'),
    countOf('is_awarded', 'awarded'),
    countOf('is_application AND comes_in', 'comes_in'),
    countOf('is_application AND falls_out', 'falls_out'),
    countOf('is_awarded AND falls_out', 'awards_lost'),
    ...sides.flatMap(eligibilityColumns),
    ...sides.flatMap((side) => sums.flatMap((sum) => sumColumns(sum, side))),
  ];
  return plain(`WITH ${compared(pair, kept)}
SELECT place_adcode, cluster_key, ${columns.join(',\n  ')}
FROM paid
GROUP BY place_adcode, cluster_key`);
}

export type SubQuotaSumRow = {
  sub_quota_id: string;
  used_before: number;
  used_after: number;
  undetermined_before: number;
  undetermined_after: number;
};

/** Awards that count for the parts of an item's quota, or may. */
export function subQuotaSums(pair: ItemPair, kept: KeptTables): Statement {
  const columns = (['in', 'undetermined'] as const).flatMap((state) => {
    const name = state === 'in' ? 'used' : 'undetermined';
    return [
      countOf(`c.is_awarded AND ${hasState('m', state)}`, `${name}_before`),
      countOf(`c.is_awarded AND NOT c.falls_out AND ${hasState('m', state)}`, `${name}_after`),
    ];
  });
  return plain(`WITH ${compared(pair, kept)}
SELECT m.sub_quota_id, ${columns.join(',\n  ')}
FROM sub_quota_member AS m JOIN cut AS c ON c.project_id = m.project_id
GROUP BY m.sub_quota_id`);
}

/** A project that comes in or falls out, with the code of each condition's answer on both sides. */
export type MoveRow = {
  project_id: string;
  name: string;
  recipient_name: string;
  place_adcode: string;
  cluster_key: string;
  is_awarded: boolean;
  award_fen: number | null;
  eligible_before: number;
  eligible_after: number;
} & Record<string, string | number | boolean | null>;

export const answerColumn = (side: Side, index: number): string => `${side}_answer_${index + 1}`;

/** The projects of an item that come in or fall out, awarded ones first. */
export function itemMoves(pair: ItemPair, kept: KeptTables, limit: number): Statement {
  const turned = pair.before.item.conditions.flatMap((condition, index) =>
    JSON.stringify(condition) === JSON.stringify(pair.after.item.conditions[index])
      ? []
      : [
          `b.answer_${index + 1} AS ${answerColumn('before', index)}`,
          `a.answer_${index + 1} AS ${answerColumn('after', index)}`,
        ],
  );
  const columns = [
    'c.project_id, p.name, p.recipient_name, c.place_adcode, c.cluster_key, c.is_awarded, c.award_fen',
    'c.eligible_before, c.eligible_after',
    ...turned,
  ];
  return plain(`WITH ${compared(pair, kept)}
SELECT ${columns.join(', ')}
FROM cut AS c
JOIN project AS p ON p.project_id = c.project_id
JOIN under_guide AS b ON b.project_id = c.project_id
JOIN under_draft AS a ON a.project_id = c.project_id
WHERE c.is_application AND (c.comes_in OR c.falls_out)
ORDER BY CASE WHEN c.is_awarded THEN 0 ELSE 1 END, c.project_id
LIMIT ${limit}`);
}

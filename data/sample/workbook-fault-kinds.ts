import type { FindingCode } from '$lib/library/check/finding-codes';
import type { TemplateValue } from '$lib/library/templates/template';

/** A line of a table by the fields of its columns. */
export type FaultLine = ReadonlyMap<string, TemplateValue>;

/** A fault as offices make them: what a cell holds instead, and what an import says of it. */
export interface FaultKind {
  code: FindingCode;
  /** `summary`, or the id of a table beside the summary tables. */
  table: string;
  field: string;
  /** The spoilt value, or undefined where this line is no place for the fault. */
  spoil: (line: FaultLine) => TemplateValue | undefined;
}

const numberIn = (line: FaultLine, field: string): number | undefined => {
  const value = line.get(field);
  return typeof value === 'number' ? value : undefined;
};

const times = (field: string, factor: number, from: number) => (line: FaultLine) => {
  const value = numberIn(line, field);
  return value === undefined || value < from ? undefined : value * factor;
};

/** The same value whatever the cell held; a blank cell is left alone. */
const instead = (field: string, value: TemplateValue) => (line: FaultLine) =>
  (line.get(field) ?? null) === null ? undefined : value;

function overTotal(line: FaultLine): TemplateValue | undefined {
  const total = numberIn(line, 'total_investment_fen');
  return total === undefined || numberIn(line, 'fixed_asset_investment_fen') === undefined
    ? undefined
    : total + 1;
}

function beforeStart(line: FaultLine): TemplateValue | undefined {
  const start = line.get('start_date');
  return typeof start === 'string' ? `${Number(start.slice(0, 4)) - 1}${start.slice(4, 8)}01` : undefined;
}

const elsewhere = (line: FaultLine): TemplateValue | undefined => {
  const address = line.get('address');
  if (typeof address !== 'string') return undefined;
  return address.includes('南京市') ? '江苏省苏州市吴中区（演示地址）' : '江苏省南京市江宁区（演示地址）';
};

const kind = (
  code: FindingCode,
  table: string,
  field: string,
  spoil?: FaultKind['spoil'] | TemplateValue,
): FaultKind => ({
  code,
  table,
  field,
  spoil: typeof spoil === 'function' ? spoil : instead(field, spoil ?? null),
});

/** 元 typed where 万元 belong: from 11 万元 on the sum is no plausible request any more. */
const yuanInWanYuan = 10_000;
const implausibleFrom = 11;

export const faultKinds: readonly FaultKind[] = [
  kind('amount_absurd', 'summary', 'requested_fen', times('requested_fen', yuanInWanYuan, implausibleFrom)),
  kind('amount_negative', 'summary', 'requested_fen', times('requested_fen', -1, 1)),
  kind('amount_not_number', 'summary', 'total_investment_fen', '约三千万'),
  kind('fixed_assets_over_total', 'summary', 'fixed_asset_investment_fen', overTotal),
  kind('error_cell', 'summary', 'revenue_fen', '#REF!'),
  kind('date_impossible', 'summary', 'start_date', '2022-02-30'),
  kind('date_ambiguous', 'summary', 'start_date', 2021.1),
  kind('date_not_read', 'summary', 'end_date', '待定后通知'),
  kind('end_before_start', 'summary', 'end_date', beforeStart),
  kind('name_missing', 'summary', 'name'),
  kind('recipient_missing', 'summary', 'recipient_name'),
  kind('category_unknown', 'summary', 'category_id', '其他重点支持事项'),
  kind('cluster_unknown', 'summary', 'in_cluster', '是（传统产业集群）'),
  kind('address_elsewhere', 'summary', 'address', elsewhere),
  kind('paid_over_award', 'disbursements', 'paid_fen', times('paid_fen', 10, 1)),
  kind('paid_before_award', 'disbursements', 'paid_on', '2015-03-20'),
  kind('choice_unknown', 'acceptances', 'result', '材料已收'),
  kind('accepted_before_start', 'acceptances', 'accepted_on', '2015-03-20'),
  kind('period_not_quarter', 'progress', 'period_end', '2024-08-15'),
  kind('indicator_unknown', 'progress', 'indicator_key', '其他未列明事项'),
  kind('category_unknown', 'appropriations', 'category_id', '其他重点支持事项'),
];

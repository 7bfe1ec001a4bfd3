import { spoken, spokenMoney, wordColumnMoney, unitName } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { ListSummary } from '$lib/metrics/projects/list-summary';
import type { ProjectColumns } from '$lib/metrics/projects/project-columns';
import type { SortState } from '$lib/ui/table-columns';
import { listColumn } from './list-columns';
import type { ListNames } from './list-names';

const moneyOrNone = (fen: number | null): string => (fen === null ? '—' : spokenMoney(fen));

/** Page title of `/projects`: how many, and what they come to. */
export function listTitle({ count, awards, sums }: ListSummary): string {
  if (count === 0) return m.projects_title_none();
  const params = { count: showNumber(count), requested: moneyOrNone(sums.requested_fen.fen) };
  return (awards ?? 0) === 0
    ? m.projects_title(params)
    : m.projects_title_awards({
        ...params,
        awards: showNumber(awards ?? 0),
        awarded: moneyOrNone(sums.award_fen.fen),
        paid: moneyOrNone(sums.paid_fen.fen),
      });
}

/** Title of the table: what its order brings to the top. */
export function orderTitle(
  columns: ProjectColumns,
  rows: readonly number[],
  { key, direction }: SortState,
  names: ListNames,
): string {
  const column = listColumn(key);
  const [first] = rows;
  if (!column || first === undefined) return m.projects_list_label();
  const label = column.label();
  const stated = rows.filter((row) => column.read(columns, row, names) !== null);
  const [top] = stated;
  const last = stated.at(-1);
  if (top === undefined || last === undefined) return m.projects_list_title_plain({ column: label });
  const [value, end] = [column.read(columns, top, names), column.read(columns, last, names)];
  if (typeof value === 'number') {
    const say = direction === 'descending' ? m.projects_list_title_most : m.projects_list_title_least;
    const money = spoken({ ...wordColumnMoney(value, 'wanYuan'), unit: unitName('wanYuan') });
    return say({ column: label, name: columns.column('name')[top] ?? '', value: money });
  }
  return m.projects_list_title_words({ column: label, first: value ?? '', last: end ?? '' });
}

import { kindName } from '$lib/briefing/headlines/deadlines';
import { wordColumnMoney } from '$lib/briefing/wording';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import type { Column } from '$lib/ui/table-columns';
import { periodWords, whoWord } from './deadline-words';

/** The columns of plain words and figures; the page adds name, day and state, which it draws itself. */
export const kindColumn = (): Column<DeadlineRow> => ({
  key: 'kind',
  label: m.deadlines_col_kind(),
  align: 'start',
  text: ({ kind }) => kindName(kind),
  sortBy: ({ kind }) => kindName(kind),
  rank: 2,
  width: '7.5rem',
});

export const periodColumn = (): Column<DeadlineRow> => ({
  key: 'period',
  label: m.deadlines_col_period(),
  align: 'start',
  text: periodWords,
  rank: 3,
  width: '9rem',
});

export const daysColumn = (): Column<DeadlineRow> => ({
  key: 'days',
  label: m.deadlines_col_days(),
  value: ({ days }) =>
    days === null ? { figure: null, reason: m.deadlines_no_day() } : { figure: showNumber(days) },
  sortBy: ({ days }) => days,
  rank: 3,
  width: '5.5rem',
});

export const moneyColumn = (): Column<DeadlineRow> => ({
  key: 'money',
  label: m.deadlines_col_money(),
  value: ({ moneyFen }) => ({ ...wordColumnMoney(moneyFen, 'wanYuan'), reason: m.deadlines_no_money() }),
  sortBy: ({ moneyFen }) => moneyFen,
  rank: 2,
  width: '5.5rem',
});

export const ownerColumn = (): Column<DeadlineRow> => ({
  key: 'owner',
  label: m.deadlines_col_owner(),
  align: 'start',
  value: ({ ownerDivision, categoryId }) =>
    ownerDivision === null
      ? { figure: null, absent: categoryId === null ? '·' : '—', reason: m.deadlines_no_owner() }
      : { figure: ownerDivision },
  sortBy: ({ ownerDivision }) => ownerDivision,
  rank: 3,
  width: '9.5rem',
});

export const whoSort = ({ responsible }: DeadlineRow): string => whoWord(responsible);

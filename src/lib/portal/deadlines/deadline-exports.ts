import { kindName } from '$lib/briefing/headlines/deadlines';
import { spokenMoney } from '$lib/briefing/wording';
import { showIn } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import type { DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import type { DeadlinesView } from '$lib/metrics/views/deadlines';
import { fileName, saveCsv, saveText, type CsvCell } from '$lib/ui/download';
import { portal } from '../portal.svelte';
import { scopeWords } from '../scope-words';
import { calendarText, type CalendarEvent } from './calendar-file';
import { periodWords, stateNote, stateWord, whoWord } from './deadline-words';

type Named = Pick<DeadlinesView, 'asOf' | 'groups'>;

const mark = (): string => (portal.meta.kind === 'sample' ? m.frame_sample() : m.frame_own());

function clauseWords({ kind }: DeadlineRow, { groups }: Named): string {
  const source = groups.find((group) => group.kind === kind)?.clause.source;
  const found = portal.rulebook.documents.find(({ id }) => id === source?.document);
  return source ? m.deadlines_ics_clause({ document: found?.title.zh ?? '', section: source.section }) : '';
}

function eventOf(row: DeadlineRow, dueOn: string, view: Named): CalendarEvent {
  const lines = [
    `${row.subjectId} ${row.name}`,
    periodWords(row),
    `${m.deadlines_col_who()}: ${whoWord(row.responsible)}${row.ownerDivision === null ? '' : ` · ${row.ownerDivision}`}`,
    row.moneyFen === null ? '' : `${m.deadlines_col_money()}: ${spokenMoney(row.moneyFen)}`,
    stateNote(row),
    clauseWords(row, view) + (row.byAnalogy ? ` (${m.deadlines_analogy()})` : ''),
    `${m.deadlines_ics_as_of({ day: view.asOf })} · ${mark()}`,
  ];
  return {
    uid: `${row.id}@fundlens`,
    on: dueOn,
    summary: `${kindName(row.kind)} · ${row.recipient ?? row.name} · ${stateWord(row.state)}`,
    description: lines.filter((line) => line.trim() !== '').join('\n'),
    categories: [kindName(row.kind)],
  };
}

/** Saves the shown dates as a calendar; those without a day stay behind. */
export function saveCalendar(rows: readonly DeadlineRow[], view: Named): void {
  const events = rows.flatMap((row) => (row.dueOn === null ? [] : [eventOf(row, row.dueOn, view)]));
  const name = `${m.deadlines_ics_name()} (${mark()})`;
  const file = fileName([m.frame_brand(), m.frame_nav_deadlines(), view.asOf], 'ics');
  saveText(file, calendarText({ name, asOf: view.asOf, events }), 'text/calendar');
}

/** Saves the shown dates as a table, money in 元. */
export function saveTable(rows: readonly DeadlineRow[], view: Named): void {
  const head = [
    m.deadlines_col_kind(),
    m.word_project_id(),
    m.deadlines_col_name(),
    m.word_recipient(),
    m.deadlines_col_period(),
    m.deadlines_col_due(),
    m.deadlines_col_state(),
    m.deadlines_col_who(),
    m.deadlines_col_owner(),
    `${m.deadlines_col_money()} (${m.unit_yuan()})`,
    m.deadlines_col_clause(),
  ];
  const money = ({ moneyFen }: DeadlineRow): CsvCell =>
    moneyFen === null ? null : Number(showIn(moneyFen, 'yuan', 2).replaceAll(',', '').replace('\u2212', '-'));
  const lines = rows.map((row): CsvCell[] => [
    kindName(row.kind),
    row.subjectId,
    row.name,
    row.recipient,
    periodWords(row),
    row.dueOn,
    [stateWord(row.state), stateNote(row)].filter(Boolean).join(' · '),
    whoWord(row.responsible),
    row.ownerDivision,
    money(row),
    clauseWords(row, view),
  ]);
  const title = `${mark()} · ${scopeWords(portal.address.filters)}`;
  saveCsv(fileName([m.frame_brand(), m.frame_nav_deadlines()], 'csv'), [[title], head, ...lines]);
}

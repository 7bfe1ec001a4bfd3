import type { DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import { deadlineKinds, responsibles } from '$lib/policy/deadlines/deadline';
import type { DeadlineKind, Responsible } from '$lib/policy/deadlines/deadline';
import { isMonth, monthOf, type Month } from './month-grid';

export const shownStates = ['open', 'overdue', 'due_soon', 'undetermined', 'all'] as const;
export type ShownState = (typeof shownStates)[number];

export type ShownWho = Responsible | 'unsaid';
export const shownWho: readonly ShownWho[] = [...responsibles, 'unsaid'];

/** What of the dates a reader looks at, beside the filters of the page. */
export interface DeadlineChoice {
  view: 'list' | 'month';
  kind: DeadlineKind | null;
  who: ShownWho | null;
  states: ShownState;
  month: Month;
}

const oneOf = <T extends string>(text: string | null, known: readonly T[]): T | null =>
  known.find((value) => value === text) ?? null;

/** The choice that an address names; what it does not know is dropped. */
export const readChoice = (
  read: (name: 'view' | 'kind' | 'who' | 'state' | 'month') => string | null,
  asOf: string,
): DeadlineChoice => {
  const month = read('month');
  return {
    view: read('view') === 'month' ? 'month' : 'list',
    kind: oneOf(read('kind'), deadlineKinds),
    who: oneOf(read('who'), shownWho),
    states: oneOf(read('state'), shownStates) ?? 'open',
    month: isMonth(month) ? month : monthOf(asOf),
  };
};

function isShownState({ state }: DeadlineRow, states: ShownState): boolean {
  if (states === 'all') return true;
  return states === 'open' ? state !== 'done' : state === states;
}

/** The dates of a choice, in their order. */
export const chosenRows = (
  rows: readonly DeadlineRow[],
  { kind, who, states }: DeadlineChoice,
): DeadlineRow[] =>
  rows.filter(
    (row) =>
      (kind === null || row.kind === kind) &&
      (who === null || (row.responsible ?? 'unsaid') === who) &&
      isShownState(row, states),
  );

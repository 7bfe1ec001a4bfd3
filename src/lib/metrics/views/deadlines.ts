import type { IsoDate } from '$lib/domain/calendar';
import type { Fen } from '$lib/domain/money';
import { deadlineKinds, deadlineStates } from '$lib/policy/deadlines/deadline';
import type { DeadlineKind, DeadlineState } from '$lib/policy/deadlines/deadline';
import type { DeadlineBooks, DeadlineRules } from '$lib/policy/deadlines/deadline-rules';
import { deadlineClause, type DeadlineClause } from '$lib/policy/deadlines/deadline-clause';
import type { Engine } from '$lib/warehouse/engine';
import { byUrgency, type DeadlineRow } from '../deadlines/deadline-row';
import { loadCentreDeadlines, loadProjectDeadlines, showsCentres } from '../deadlines/load-deadlines';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext } from '../scope';

export type StateCounts = Record<DeadlineState, number>;

/** Deadlines of one kind: how they stand, what hangs on the overdue ones, and what they rest on. */
export interface KindGroup {
  kind: DeadlineKind;
  counts: StateCounts;
  /** Money of the overdue, each project once; null where no amount is known. */
  overdueFen: Fen | null;
  clause: DeadlineClause;
}

export interface DeadlinesView {
  guideYear: number;
  asOf: IsoDate;
  isSample: boolean;
  rules: DeadlineRules;
  counts: StateCounts;
  /** Projects and centres with at least one overdue date, and the awards of those projects. */
  overdue: { subjects: number; fen: Fen | null };
  groups: KindGroup[];
  /** Overdue acceptances by who accepts; `unsaid` is below 300 万元 or without an amount. */
  acceptance: { province: number; nominator: number; unsaid: number };
  /** Accepted and not yet paid in full: open dates of the final payment. */
  unpaid: { count: number; fen: Fen | null };
  /** Dates counted by weekends only. */
  unverified: number;
  centres: 'shown' | 'filtered' | 'none';
  /** How many dates there are in all, and those given: open ones first, the overdue with the largest money on top. */
  rowCount: number;
  rows: DeadlineRow[];
}

const noCounts = (): StateCounts => ({ overdue: 0, due_soon: 0, upcoming: 0, undetermined: 0, done: 0 });

export function countStates(rows: readonly DeadlineRow[]): StateCounts {
  const counts = noCounts();
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** States that still ask for something. */
export const openStates: readonly DeadlineState[] = deadlineStates.filter((state) => state !== 'done');

const sumKnown = (amounts: readonly (Fen | null)[]): Fen | null => {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
};

/** The money of each subject once, whatever the number of its dates. */
function moneyOnce(rows: readonly DeadlineRow[]): Fen | null {
  const bySubject = new Map(rows.map(({ subjectId, moneyFen }) => [subjectId, moneyFen]));
  return sumKnown([...bySubject.values()]);
}

/** The whole award counts, also where a part of it is what is due. */
function awardsOnce(rows: readonly DeadlineRow[]): Fen | null {
  const most = new Map<string, Fen>();
  for (const { subjectId, moneyFen } of rows)
    if (moneyFen !== null) most.set(subjectId, Math.max(moneyFen, most.get(subjectId) ?? 0));
  return sumKnown([...most.values()]);
}

function groupOf(kind: DeadlineKind, rows: readonly DeadlineRow[], books: DeadlineBooks): KindGroup {
  const own = rows.filter((row) => row.kind === kind);
  const overdue = own.filter(({ state }) => state === 'overdue');
  return {
    kind,
    counts: countStates(own),
    overdueFen: moneyOnce(overdue),
    clause: deadlineClause(kind, books),
  };
}

const isOpen = ({ state }: DeadlineRow): boolean =>
  state === 'overdue' || state === 'due_soon' || state === 'upcoming';

function centresAre(rows: readonly DeadlineRow[], isShown: boolean): DeadlinesView['centres'] {
  if (!isShown) return 'filtered';
  return rows.length > 0 ? 'shown' : 'none';
}

/**
 * Everything that `/deadlines` shows.
 * @param most how many rows are given; null for all
 */
export async function loadDeadlines(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  books: DeadlineBooks,
  most: number | null = null,
): Promise<DeadlinesView> {
  const scope = scopeOf(filters, context.meta);
  const [projects, centres] = await Promise.all([
    loadProjectDeadlines(engine, context, scope, books),
    loadCentreDeadlines(engine, context, scope, books),
  ]);
  const rows = [...projects, ...centres].sort(byUrgency);
  const overdue = rows.filter(({ state }) => state === 'overdue');
  const late = overdue.filter(({ kind }) => kind === 'acceptance');
  const by = (who: DeadlineRow['responsible']) =>
    late.filter(({ responsible }) => responsible === who).length;
  const unpaid = rows.filter((row) => row.kind === 'final_payment' && isOpen(row));
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    isSample: context.meta.kind === 'sample',
    rules: books.rules,
    counts: countStates(rows),
    overdue: { subjects: new Set(overdue.map(({ subjectId }) => subjectId)).size, fen: awardsOnce(overdue) },
    groups: deadlineKinds.map((kind) => groupOf(kind, rows, books)),
    acceptance: { province: by('province'), nominator: by('nominator'), unsaid: by(null) },
    unpaid: { count: unpaid.length, fen: sumKnown(unpaid.map(({ moneyFen }) => moneyFen)) },
    unverified: rows.filter(({ isVerified }) => !isVerified).length,
    centres: centresAre(centres, showsCentres(scope)),
    rowCount: rows.length,
    rows: most === null ? rows : rows.slice(0, most),
  };
}

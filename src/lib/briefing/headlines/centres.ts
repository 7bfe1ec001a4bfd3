import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { CentreCase } from '$lib/metrics/centres/centre-case';
import type { CentreLine, CentresView } from '$lib/metrics/views/centres';
import { countConditions } from '$lib/policy/centres/centre-ruling';
import type { CentreRules } from '$lib/policy/centres/centres';
import type { Eligibility } from '$lib/policy/conditions/evaluate';
import { labelOf, listed, spokenMoney } from '../wording';

const mostNames = 4;

type Answer = Eligibility['answer'];
const countOf = <T>(list: readonly T[], holds: (item: T) => boolean): number => list.filter(holds).length;
const withFounding = (lines: readonly CentreLine[], answer: Answer): number =>
  countOf(lines, ({ founding }) => founding === answer);

/** Fields that have a centre, and those that have none. */
export function fieldCoverage({ fields }: CentresView): { filled: number; empty: number[] } {
  const empty = fields.filter(({ centreIds }) => centreIds.length === 0).map(({ number }) => number);
  return { filled: fields.length - empty.length, empty };
}

const isMending = ({ rectification }: CentreLine): boolean =>
  rectification?.state === 'running' || rectification?.state === 'overdue';

/** Page title: how many centres there are, in how many of the priority fields. */
export function centresTitle(view: CentresView, place: string | null): string {
  const { lines, fields } = view;
  if (lines.length === 0) return place === null ? m.centres_none_by_day() : m.centres_none_in({ place });
  const { filled, empty } = fieldCoverage(view);
  const count = showNumber(lines.length);
  return place === null
    ? m.centres_title({ count, filled, fields: fields.length, empty: empty.length })
    : m.centres_title_in({ place, count, filled });
}

/** Sentences beside the title; words between ** are set bold. */
export function centresLead({ lines }: CentresView): string {
  if (lines.length === 0) return '';
  const sentences = [
    m.centres_lead_founding({
      met: withFounding(lines, 'met'),
      notMet: withFounding(lines, 'not_met'),
      open: withFounding(lines, 'undetermined'),
    }),
  ];
  const mending = lines.filter(isMending);
  if (mending.length > 0) {
    const names = listed(mending.slice(0, mostNames).map(({ name }) => name));
    sentences.push(m.centres_lead_mending({ count: mending.length, names }));
  }
  const missing = lines.reduce((sum, { reports }) => sum + reports.missing, 0);
  if (missing > 0) sentences.push(m.centres_lead_missing({ count: missing }));
  return sentences.join(m.sentence_gap());
}

export function fieldsTitle(view: CentresView, rules: CentreRules): string {
  const { filled, empty } = fieldCoverage(view);
  if (empty.length === 0) return m.centres_fields_all({ filled });
  const names = listed(
    rules.fields
      .filter(({ number }) => empty.includes(number))
      .slice(0, mostNames)
      .map(({ name }) => labelOf(name)),
  );
  return m.centres_fields_title({ count: empty.length, names });
}

export const listTitle = ({ lines }: CentresView): string => {
  const ready = countOf(lines, ({ support }) => support === 'met');
  const open = countOf(lines, ({ support }) => support === 'undetermined');
  return m.centres_list_title({ ready, open });
};

/** The last year with results, and how its grades fell. */
export function gradesTitle({ lines }: CentresView, rules: CentreRules): string {
  const results = lines.flatMap((line) => line.results);
  const year = Math.max(...results.map((result) => result.year));
  if (results.length === 0) return m.centres_grades_none();
  const own = results.filter((result) => result.year === year);
  const parts = rules.assessment.grades.flatMap(({ id, name }) => {
    const count = countOf(own, ({ gradeId }) => gradeId === id);
    return count === 0 ? [] : [m.centres_grade_count({ grade: labelOf(name), count })];
  });
  return m.centres_grades_title({ year, count: own.length, grades: listed(parts) });
}

/** How many founding conditions some centre misses, or leaves open. */
export function clausesMissedTitle({ clauses }: CentresView): string {
  const missed = countOf(clauses, ({ notMet }) => notMet > 0);
  const open = countOf(clauses, ({ notMet, open: left }) => notMet === 0 && left > 0);
  if (missed + open === 0) return m.centres_clauses_all_met();
  return missed === 0
    ? m.centres_clauses_title_open({ count: open })
    : m.centres_clauses_title({ missed, open });
}

/** Title of a centre: how its founding conditions were answered. */
export function centreTitle({ centre, ruling }: CentreCase): string {
  const { met, notMet, open } = countConditions(ruling.founding);
  const { name } = centre;
  if (notMet > 0) return m.centres_one_title_not_met({ name, count: notMet });
  return open > 0
    ? m.centres_one_title_open({ name, count: open })
    : m.centres_one_title_met({ name, count: met });
}

export const foundingTitle = ({ ruling }: CentreCase): string =>
  m.centres_founding_title({ ...countConditions(ruling.founding) });

/** Whether support may be applied for, and what stands in the way. */
export function supportTitle({ ruling }: CentreCase, rules: CentreRules): string {
  const all = [...ruling.support.conditions, ...(ruling.fund?.conditions ?? [])];
  if (ruling.supportAnswer === 'met')
    return m.centres_support_met({ cap: spokenMoney(rules.support.cap.value) });
  const wanted = ruling.supportAnswer === 'not_met' ? 'not_met' : 'undetermined';
  const names = all.filter(({ answer }) => answer === wanted).map(({ condition }) => labelOf(condition.name));
  const shown = listed([...new Set(names)].slice(0, 2));
  return wanted === 'not_met'
    ? m.centres_support_not_met({ names: shown })
    : m.centres_support_open({ names: shown });
}

export function assessmentTitle({ results, latest }: CentreCase, rules: CentreRules): string {
  if (results.length === 0) return m.centres_assessment_none();
  const grade = rules.assessment.grades.find(({ id }) => id === latest?.gradeId);
  return latest && grade
    ? m.centres_assessment_title({ count: results.length, year: latest.year, grade: labelOf(grade.name) })
    : m.centres_assessment_title_open({ count: results.length });
}

export function windowsTitle({ centre, windows, next, rectifications }: CentreCase): string {
  const last = rectifications.at(-1);
  if (last?.state === 'running') return m.centres_windows_mending({ day: last.endsOn });
  if (last?.state === 'overdue') return m.centres_windows_overdue({ day: last.endsOn });
  if (last?.state === 'failed_again') return m.centres_windows_failed_again({ year: last.nextYear ?? 0 });
  if (centre.is_national === true) return m.centres_windows_national();
  if (windows.length === 0) return m.centres_windows_unknown();
  const missed = countOf(windows, ({ state }) => state === 'missed');
  if (missed > 0) return m.centres_windows_missed({ count: missed });
  return next ? m.centres_windows_next({ year: next.lastYear }) : m.centres_windows_complete();
}

export function reportsTitle({ owed }: CentreCase): string {
  const due = owed.filter(({ state }) => state !== 'due');
  if (due.length === 0) return m.centres_reports_none();
  const missing = countOf(due, ({ state }) => state === 'missing');
  const late = countOf(due, ({ state }) => state === 'late');
  if (missing + late === 0) return m.centres_reports_complete({ count: due.length });
  return m.centres_reports_title({ count: due.length, missing, late });
}

import type { CentreLine, CentresView } from '$lib/metrics/views/centres';
import type { CentreRules } from '$lib/policy/centres/centres';
import type { Eligibility } from '$lib/policy/conditions/evaluate';

type Answers = Record<Eligibility['answer'], number>;

/** What the key row of the page counts. */
export interface KeyCounts {
  national: number;
  founding: Answers;
  support: Answers;
  /** Centres by their latest grade. */
  passed: number;
  failed: number;
  ungraded: number;
  owed: number;
  missing: number;
  late: number;
}

const answersOf = (lines: readonly CentreLine[], key: 'founding' | 'support'): Answers => {
  const count = (wanted: Eligibility['answer']) => lines.filter((line) => line[key] === wanted).length;
  return { met: count('met'), not_met: count('not_met'), undetermined: count('undetermined') };
};

/** Counts over the centres of the page; a centre without a grade neither passed nor failed. */
export function keyCounts({ lines }: CentresView, { assessment }: CentreRules): KeyCounts {
  const passing = new Set(assessment.grades.filter(({ passes }) => passes).map(({ id }) => id));
  const graded = lines.flatMap(({ latest }) => (latest ? [latest.gradeId] : []));
  const passed = graded.filter((id) => passing.has(id)).length;
  const sum = (key: 'owed' | 'missing' | 'late') =>
    lines.reduce((total, { reports }) => total + reports[key], 0);
  return {
    national: lines.filter(({ isNational }) => isNational === true).length,
    founding: answersOf(lines, 'founding'),
    support: answersOf(lines, 'support'),
    passed,
    failed: graded.length - passed,
    ungraded: lines.length - graded.length,
    owed: sum('owed'),
    missing: sum('missing'),
    late: sum('late'),
  };
}

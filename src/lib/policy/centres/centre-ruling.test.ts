import { describe, expect, test } from 'vitest';
import { conditionsOf } from '../conditions/look-up';
import { readConditionBook } from '../conditions/read-conditions';
import { readRulebook } from '../read-rules';
import { categoryById, guideOf } from '../look-up';
import { recordedFacts, reportedFacts, type CentreRecordFacts } from './centre-facts';
import { countConditions, ruleCentre } from './centre-ruling';
import { readCentreRules } from './read-centres';

const rules = readCentreRules();
const book = readConditionBook();
const rulebook = readRulebook();
const category = categoryById(rulebook, rules.support.categoryId);
const guide = category && guideOf(rulebook, category.guideYear);
const fundItem = category && guide ? conditionsOf(book, category, guide) : null;

const centre: CentreRecordFacts = {
  fieldNumber: 6,
  isInProvince: true,
  approvedOn: '2023-09-30',
  isNational: false,
  latestGradeId: 'passed',
  declaredOn: '2024-09-30',
  hasHostApplied: true,
};
const own = { centre_meets_fund_guide: true, centre_plan_matches: true, start_date: '2024-01-01' };
const answerOf = (changes: Partial<CentreRecordFacts>, id: string, facts = {}) => {
  const applied = { ...own, ...recordedFacts({ ...centre, ...changes }, rules.fields), ...facts };
  const { support, fund } = ruleCentre(rules, fundItem, { now: applied, applied });
  return [...support.conditions, ...(fund?.conditions ?? [])].find(({ condition }) => condition.id === id)
    ?.answer;
};

describe('support', () => {
  test('asks for a full year since the approval, and under three', () => {
    const days = ['2024-09-29', '2024-09-30', '2024-10-01', '2026-09-29', '2026-09-30', '2026-10-01'];
    const answers = (id: string) => days.map((declaredOn) => answerOf({ declaredOn }, id));
    expect(answers('one-year-running')).toEqual(['not_met', 'met', 'met', 'met', 'met', 'met']);
    expect(answers('under-three-years')).toEqual(['met', 'met', 'met', 'met', 'not_met', 'not_met']);
  });

  test('asks for an assessment that passed; without one it is open, not refused', () => {
    const grades = ['excellent', 'passed', 'failed', null];
    const answers = grades.map((latestGradeId) => answerOf({ latestGradeId }, 'assessment-passed'));
    expect(answers).toEqual(['met', 'met', 'not_met', 'undetermined']);
  });

  test('lasts three years at most', () => {
    const ends = ['2026-12-31', '2027-01-01', '2027-01-02'];
    expect(ends.map((completion_date) => answerOf({}, 'period', { completion_date }))).toEqual([
      'met',
      'met',
      'not_met',
    ]);
  });

  test('of a national centre is not judged by the conditions of provincial ones', () => {
    expect(answerOf({ isNational: true }, 'under-three-years')).toBe('not_applicable');
  });
});

describe('founding', () => {
  const stored = (factId: string, number: number | null, text: string | null = null) => ({
    factId,
    number,
    text,
  });
  const answers = (id: string, factId: string, ...values: number[]) =>
    values.map((value) => {
      const now = reportedFacts(book.facts, [stored(factId, value)]);
      const { founding } = ruleCentre(rules, fundItem, { now, applied: now });
      return founding.conditions.find(({ condition }) => condition.id === id)?.answer;
    });

  test.each([
    ['paid-in-rate', 'centre_paid_in_rate', 50],
    ['platform-coverage', 'centre_platform_coverage', 50],
    ['research-staff', 'centre_research_staff', 50],
    ['research-share', 'centre_research_share', 30],
  ])('%s is met from its threshold on', (id, fact, threshold) => {
    expect(answers(id, fact, threshold - 1, threshold, threshold + 1)).toEqual(['not_met', 'met', 'met']);
  });

  test.each([
    ['registered-capital', 'centre_registered_capital', 3_000_000_000],
    ['operating-years', 'centre_company_years', 1],
  ])('%s below its threshold is left to judgement (原则上)', (id, fact, threshold) => {
    expect(answers(id, fact, threshold - 0.5, threshold, threshold + 0.5)).toEqual([
      'undetermined',
      'met',
      'met',
    ]);
  });

  test('counts the conditions that decide, and names what would settle the open ones', () => {
    const now = recordedFacts(centre, rules.fields);
    const { founding } = ruleCentre(rules, fundItem, { now, applied: now });
    const { met, notMet, open } = countConditions(founding);
    expect(met + notMet + open).toBe(rules.founding.conditions.length - 1);
    expect({ met, notMet }).toEqual({ met: 1, notMet: 0 });
    expect(founding.missing).toContain('centre_research_staff');
    expect(founding.answer).toBe('undetermined');
  });

  test('takes yes and no as they are stored, and leaves out values of another kind', () => {
    const facts = reportedFacts(book.facts, [
      stored('centre_open_sharing', null, 'yes'),
      stored('centre_building_plan', null, 'no'),
      stored('centre_expert_committee', null, '优'),
      stored('no_such_fact', 5),
    ]);
    expect(facts).toEqual({
      centre_open_sharing: true,
      centre_building_plan: false,
      centre_expert_committee: null,
    });
  });
});

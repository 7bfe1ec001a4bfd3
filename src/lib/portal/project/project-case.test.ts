import { describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readForms } from '$lib/policy/forms/read-forms';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { readRulebook } from '$lib/policy/read-rules';
import { awardedView, viewOf } from './fixtures/views';
import { moneyLines } from './money-lines';
import { caseOf, ceilingOf, recordedCeiling } from './project-case';
import { moneyTitle, projectTitle } from './project-headlines';

const rulebook = readRulebook();
const rules = {
  book: readConditionBook(),
  forms: readForms(),
  annexes: readAnnexes(),
  scoring: readScoring(),
};
const { meta, rows } = loadSample('data/sample/package');
const one = (changes: Parameters<typeof viewOf>[0] = {}) => caseOf(viewOf(changes), meta, rulebook, rules);

describe('what the rules say of a project', () => {
  test('every project of the sample has a ruling, and a ceiling that the library’s own never exceeds', () => {
    const odd = rows.project.filter((row) => {
      const it = one({ row });
      const known = it.ruling?.assessment.ceiling.known;
      const recorded = recordedCeiling(it);
      return !it.ruling || (recorded !== null && (!known?.upperEstimate || recorded > known.fen));
    });
    expect(odd.map(({ project_id }) => project_id)).toEqual([]);
  });

  test('a ceiling that the library holds otherwise is named beside the working', () => {
    const row = rows.project.find(({ project_id }) => project_id === 'D2023-0003');
    if (!row) throw new Error('the sample has changed');
    const it = one({ row });
    expect(recordedCeiling(it)).toBe(row.ceiling_fen);
    expect(ceilingOf(it)).toBe(row.ceiling_fen);
    expect(moneyLines(it, rulebook.bases).map(({ key }) => key)).toContain('recorded');
  });

  test('is never “met” where a fact is missing', () => {
    const { ruling } = one();
    expect(ruling?.assessment.eligibility.answer).not.toBe('met');
    expect(ruling?.assessment.missing.length).toBeGreaterThan(0);
  });

  test('a category that the rules do not hold has none, and the page says so', () => {
    const stranger = one({ row: { category_id: 'guides/1999/nothing' } });
    expect(stranger.ruling).toBeNull();
    expect(moneyTitle(stranger)).toContain('规则里没有这一类的条款');
    expect(moneyLines(stranger, rulebook.bases)).toEqual([]);
  });

  test('its form is that of its category', () => {
    expect(one().ruling?.sheets.map(({ form: { id } }) => id)).toEqual(['1-18']);
  });
});

describe('the title of a project', () => {
  test('tells a missing request from a request of zero', () => {
    expect(projectTitle(one())).toContain('没有填申请额');
    expect(projectTitle(one({ row: { requested_fen: 0 } }))).toContain('申请补助 0');
  });

  test('of a rejected application says so, without counting clauses', () => {
    const rejected = one({ row: { status: 'rejected' }, standing: { stage: 'dropped' } });
    expect(projectTitle(rejected)).toBe('评审没有通过，未立项');
  });

  test('of a payment past its day says what it waits for', () => {
    const late = caseOf(awardedView({ asOf: '2026-05-03' }), meta, rulebook, rules);
    expect(projectTitle(late)).toContain('余款已过约定 2 天，未验收');
  });
});

test('money that is not known has no line, and a real zero has one', () => {
  const keys = (changes: Parameters<typeof viewOf>[0]) =>
    moneyLines(one(changes), rulebook.bases).map(({ key }) => key);
  expect(keys({})).not.toContain('requested');
  expect(keys({ row: { requested_fen: 0 } })).toContain('requested');
  expect(keys({})).not.toContain('paid');
});

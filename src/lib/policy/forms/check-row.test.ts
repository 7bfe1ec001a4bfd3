import { describe, expect, test } from 'vitest';
import type { TargetValues } from './check-row';
import { checkTargets, type TargetFinding } from './check-target';
import { filled } from './fixtures/filled-form';
import type { KpiForm } from './form';
import { cellsOf, formById } from './look-up';
import { readForms } from './read-forms';

const forms = readForms();
const form = (id: string): KpiForm => formById(forms, 2023, id);
const kinds = (findings: TargetFinding[]): string[] => findings.map((finding) => finding.kind);

describe('numbers that the rows print', () => {
  const technical = ['technical-service-platform'];
  const generic = ['generic-technology-platform'];
  const edges: [key: string, groups: string[], atLeast: number][] = [
    ['security-services', technical, 5],
    ['risks-handled', technical, 100],
    ['firms-protected', technical, 10],
    ['generic-functions/functions', generic, 1],
    ['generic-functions/services', generic, 5],
    ['deployment-days', ['security-solution'], 90],
    ['security-cases', ['new-model-security'], 2],
    ['objects-per-case', ['new-model-security'], 50],
  ];

  test.each(edges)(
    '%s: one below is a finding, exactly there and one above are none',
    (key, groups, edge) => {
      const check = (value: number) =>
        checkTargets(form('1-8'), groups, { ...filled(form('1-8'), groups), [key]: value });
      expect(check(edge - 1)).toMatchObject([
        { kind: 'bound_missed', found: edge - 1, bound: { comparison: 'at_least', value: edge } },
      ]);
      expect(check(edge)).toEqual([]);
      expect(check(edge + 1)).toEqual([]);
    },
  );

  const anyOf: [part: string, atLeast: number][] = [
    ['weaknesses-found', 100],
    ['drills-held', 2],
    ['contests-held', 2],
    ['cryptography-assessments', 5],
  ];

  test.each(anyOf)('具备以下条件之一: %s alone is enough from its number on', (part, edge) => {
    const rest = Object.entries(filled(form('1-8'), generic)).filter(
      ([key]) => !key.startsWith('function-results/'),
    );
    const check = (value: number) =>
      checkTargets(form('1-8'), generic, {
        ...Object.fromEntries(rest),
        [`function-results/${part}`]: value,
      });
    expect(check(edge - 1)).toMatchObject([{ kind: 'bound_missed', indicator: 'function-results', part }]);
    expect(check(edge)).toEqual([]);
    expect(check(edge + 1)).toEqual([]);
  });

  test('具备以下条件之一: one that holds makes up for another that falls short', () => {
    const values = {
      ...filled(form('1-8'), generic),
      'function-results/drills-held': 1,
      'function-results/contests-held': 2,
    };
    expect(checkTargets(form('1-8'), generic, values)).toEqual([]);
  });

  test('a rank of 10 is within 排名前10, 9 too, 11 is not, unless another distinction is named', () => {
    const own = form('1-15')
      .ownIndicators.flatMap(cellsOf)
      .map(({ key }) => key);
    const bare = Object.fromEntries(
      Object.entries(filled(form('1-15'), [])).filter(([key]) => !own.includes(key)),
    );
    const check = (values: TargetValues) => checkTargets(form('1-15'), [], { ...bare, ...values });
    const rank = 'recognitions/open-source-rank';
    expect(check({ [rank]: 9 })).toEqual([]);
    expect(check({ [rank]: 10 })).toEqual([]);
    expect(check({ [rank]: 11 })).toMatchObject([
      { kind: 'bound_missed', bound: { comparison: 'at_most', value: 10 } },
    ]);
    expect(check({ [rank]: 11, 'recognitions/excellent-app': '2021年' })).toEqual([]);
  });

  test('the cases above reach every number that a row of any form prints', () => {
    const printed = forms.flatMap((one) =>
      [...one.indicators, ...one.ownIndicators].flatMap((row) =>
        cellsOf(row)
          .filter(({ measure }) => measure.bound)
          .map(({ key }) => `${one.guideYear} ${one.id} ${key}`),
      ),
    );
    const tested = [
      ...edges.map(([key]) => `2023 1-8 ${key}`),
      ...anyOf.map(([part]) => `2023 1-8 function-results/${part}`),
      '2023 1-15 recognitions/open-source-rank',
    ];
    expect(printed.sort()).toEqual(tested.sort());
  });

  test('a finding names the words that carry the number', () => {
    const values = { ...filled(form('1-8'), technical), 'risks-handled': 99 };
    expect(checkTargets(form('1-8'), technical, values)[0]?.source).toEqual({
      document: 'fund-guide-2023',
      section: '附件1-8',
      words: '不少于100个',
    });
  });
});

describe('single rows', () => {
  test('必填 holds for 产业基础再造项目; others may leave these rows blank', () => {
    const values = { ...filled(form('1-1'), []), 'new-ip': null };
    expect(checkTargets(form('1-1'), [], values)).toEqual([]);
    const [finding] = checkTargets(form('1-1'), ['industrial-base'], values);
    expect(finding).toMatchObject({
      kind: 'missing',
      duty: 'required',
      source: { words: '产业基础再造项目必填' },
    });
  });

  test('zero is a value, blank words are none', () => {
    const values = filled(form('1-3'), []);
    expect(checkTargets(form('1-3'), [], { ...values, 'patents-applied': 0 })).toEqual([]);
    expect(kinds(checkTargets(form('1-3'), [], { ...values, 'third-party-report': ' ' }))).toEqual([
      'missing',
    ]);
  });

  test('words where a number is asked for are no number, nor is infinity', () => {
    const values = filled(form('1-3'), []);
    for (const found of ['三十', Infinity])
      expect(checkTargets(form('1-3'), [], { ...values, 'connected-devices': found })).toMatchObject([
        { kind: 'not_a_number', indicator: 'connected-devices', found },
      ]);
  });

  test('an answer that the form does not print is not in its list', () => {
    const values = { ...filled(form('1-22'), []), 'completion-timeliness-band': '95%' };
    expect(checkTargets(form('1-22'), [], values)).toMatchObject([
      { kind: 'not_in_list', found: '95%', options: ['on-time', 'fairly-on-time', 'late'] },
    ]);
  });

  test('rank or share: either is enough, none is a missing row', () => {
    const all = filled(form('1-13'), []);
    const without = { ...all, 'rank-or-lead-share/share': null };
    expect(checkTargets(form('1-13'), [], without)).toEqual([]);
    expect(checkTargets(form('1-13'), [], { ...without, 'rank-or-lead-share/rank': null })).toMatchObject([
      { kind: 'missing', indicator: 'rank-or-lead-share', part: null },
    ]);
  });

  test('of several things that are all asked for, each blank one is missing', () => {
    const groups = ['generic-technology-platform'];
    const values = { ...filled(form('1-8'), groups), 'generic-functions/services': null };
    expect(checkTargets(form('1-8'), groups, values)).toMatchObject([
      { kind: 'missing', indicator: 'generic-functions', part: 'services' },
    ]);
  });

  test('其中 is never more than the whole; as much is fine', () => {
    const values = { ...filled(form('1-21'), []), 'patents-granted': 4 };
    expect(checkTargets(form('1-21'), [], { ...values, 'invention-patents-granted': 4 })).toEqual([]);
    expect(checkTargets(form('1-21'), [], { ...values, 'invention-patents-granted': 5 })).toMatchObject([
      { kind: 'more_than_whole', whole: 'patents-granted', found: 5, wholeFound: 4 },
    ]);
  });

  test('own indicators may be added, other keys are not in the form', () => {
    const values = filled(form('1-3'), []);
    expect(checkTargets(form('1-3'), [], { ...values, 'own/robots': 12 })).toEqual([]);
    expect(checkTargets(form('1-3'), [], { ...values, robots: 12 })).toMatchObject([
      { kind: 'not_in_form', key: 'robots' },
    ]);
  });

  test('own indicators that the form prints may stay blank', () => {
    const common = Object.fromEntries(
      Object.entries(filled(form('1-2'), [])).filter(
        ([key]) => !key.endsWith('-cut') && !key.includes('delivery'),
      ),
    );
    expect(checkTargets(form('1-2'), [], common)).toEqual([]);
  });
});

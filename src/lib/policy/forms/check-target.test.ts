import { describe, expect, test } from 'vitest';
import { checkTargets, type TargetFinding } from './check-target';
import { filled } from './fixtures/filled-form';
import type { KpiForm } from './form';
import { formById } from './look-up';
import { readForms } from './read-forms';

const forms = readForms();
const form = (id: string): KpiForm => formById(forms, 2023, id);
const kinds = (findings: TargetFinding[]): string[] => findings.map((finding) => finding.kind);

describe('a form that is filled in as asked has no findings', () => {
  test.each([
    ['1-1', ['industrial-base']],
    ['1-6', ['secondary-node']],
    ['1-6', ['public-service-platform']],
    ['1-7', ['e-commerce-platform']],
    ['1-8', ['technical-service-platform']],
    ['1-8', ['technical-service-platform', 'generic-technology-platform']],
    ['1-8', ['security-solution']],
    ['1-8', ['new-model-security']],
    ['1-13', []],
    ['1-18', ['energy-saving', 'green-products']],
    ['1-21', []],
    ['1-22', []],
    ['1-24', ['consumption-innovation']],
  ])('%s %j', (id, groups) => {
    expect(checkTargets(form(id), groups, filled(form(id), groups))).toEqual([]);
  });
});

describe('groups', () => {
  test('without a chosen group the choice is missing, and rows of groups are not asked for', () => {
    const findings = checkTargets(form('1-6'), [], filled(form('1-6'), []));
    expect(findings).toMatchObject([
      { kind: 'choice_missing', chosen: [], bound: { comparison: 'at_least', value: 1 } },
    ]);
    expect(findings[0]?.source.section).toBe('附件1-6 说明1');
  });

  test('选择一类: two groups are one too many', () => {
    const groups = ['secondary-node', 'public-service-platform'];
    expect(kinds(checkTargets(form('1-6'), groups, filled(form('1-6'), groups)))).toEqual(['choice_over']);
  });

  test('a platform of 1-8 chooses at least one of its two kinds, both are fine', () => {
    const groups = ['security-platform'];
    expect(checkTargets(form('1-8'), groups, filled(form('1-8'), groups))).toMatchObject([
      { kind: 'choice_missing', groups: ['technical-service-platform', 'generic-technology-platform'] },
    ]);
  });

  test('rows of a group that is not chosen are a finding when filled in', () => {
    const values = { ...filled(form('1-6'), ['secondary-node']), 'firms-served': 3 };
    expect(checkTargets(form('1-6'), ['secondary-node'], values)).toMatchObject([
      { kind: 'other_group', indicator: 'firms-served', group: 'public-service-platform' },
    ]);
  });

  test('a secondary node may fill in 主营业务收入 and 实缴税金 or leave them blank, a public platform fills them in', () => {
    const node = filled(form('1-6'), ['secondary-node']);
    expect(checkTargets(form('1-6'), ['secondary-node'], { ...node, 'main-revenue': 5 })).toEqual([]);
    const platform = filled(form('1-6'), ['public-service-platform']);
    expect(
      checkTargets(form('1-6'), ['public-service-platform'], { ...platform, 'tax-paid': null }),
    ).toMatchObject([{ kind: 'missing', indicator: 'tax-paid', duty: 'expected' }]);
  });

  test('带动就业人数 may stay blank for platforms on the firm’s side only', () => {
    const groups = ['technical-service-platform'];
    const values = { ...filled(form('1-8'), groups), 'jobs-supported': null };
    expect(kinds(checkTargets(form('1-8'), groups, values))).toEqual(['missing']);
    expect(checkTargets(form('1-8'), [...groups, 'enterprise-side-platform'], values)).toEqual([]);
  });

  test('an unknown group is refused', () => {
    expect(() => checkTargets(form('1-6'), ['nodes'], {})).toThrow(RangeError);
  });
});

describe('at least so many rows of a group', () => {
  const rows = (id: string, group: string): string[] =>
    form(id)
      .indicators.filter((row) => row.group === group && row.level2?.id === 'quantity')
      .map((row) => row.id);
  const cases: [id: string, group: string, atLeast: number][] = [
    ['1-7', 'industrial-internet-platform', 3],
    ['1-7', 'e-commerce-platform', 3],
    ['1-18', 'energy-saving', 1],
    ['1-18', 'green-manufacturing', 2],
  ];

  test.each(cases)(
    '%s %s: one row fewer is a finding, exactly so many and one more are none',
    (id, group, n) => {
      const all = filled(form(id), [group]);
      const check = (count: number) => {
        const dropped = new Set(rows(id, group).slice(count));
        const kept = Object.entries(all).filter(([key]) => !dropped.has(key));
        return checkTargets(form(id), [group], Object.fromEntries(kept));
      };
      expect(check(n - 1)).toMatchObject([{ kind: 'too_few_rows', group, found: n - 1, atLeast: n }]);
      expect(check(n)).toEqual([]);
      expect(check(n + 1)).toEqual([]);
    },
  );

  test('the cases above are all of them', () => {
    const printed = forms.flatMap((one) =>
      one.rowMinimums.map((rule) => [one.id, rule.group, rule.atLeast] as const),
    );
    expect(printed).toEqual(cases);
  });

  test('rows after “……” may be added', () => {
    const values = { ...filled(form('1-18'), ['energy-saving']), 'energy-per-product-03/04': 0.3 };
    expect(checkTargets(form('1-18'), ['energy-saving'], values)).toEqual([]);
  });
});

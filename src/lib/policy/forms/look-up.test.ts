import { expect, test } from 'vitest';
import { dutyOf, formById, indicatorsFor, withParents } from './look-up';
import { readForms } from './read-forms';

const forms = readForms();
const security = formById(forms, 2023, '1-8');

test('a form is found by year and number: 1-8 of 2020 is another one', () => {
  expect(security.title.zh).toBe('工业互联网安全项目绩效目标申报表');
  expect(formById(forms, 2020, '1-8').title.zh).toBe('产业升级平台建设项目绩效目标申报表');
  expect(() => formById(forms, 2020, '1-9')).toThrow('no form 1-9 of 2020');
});

test('a group brings the group that it is a part of', () => {
  expect([...withParents(security, ['generic-technology-platform'])]).toEqual([
    'generic-technology-platform',
    'security-platform',
  ]);
});

test('a project fills in the rows of all projects and of its groups, in printed order', () => {
  const ids = indicatorsFor(security, ['generic-technology-platform']).map((row) => row.id);
  expect(ids).toEqual([
    'generic-functions',
    'function-results',
    'platform-effect',
    'no-major-incident',
    'on-time-completion',
    'total-input',
    'jobs-supported',
    'protection-capability',
    'maintenance-mechanism',
    'service-satisfaction',
  ]);
  expect(indicatorsFor(security, [])).toHaveLength(6);
});

test('without groups in the form every row is asked for, printed own indicators come last', () => {
  const rows = indicatorsFor(formById(forms, 2023, '1-2'), []);
  expect(rows).toHaveLength(15);
  expect(rows.slice(-3).every((row) => row.level1.id === 'own' && row.part === 'own')).toBe(true);
});

test('how much is asked for a row depends on the groups', () => {
  const upgrade = formById(forms, 2023, '1-1');
  const row = upgrade.indicators.find(({ id }) => id === 'key-parameters');
  if (!row) throw new Error('1-1 has no key-parameters');
  expect(dutyOf(upgrade, row, new Set())).toBe('optional');
  expect(dutyOf(upgrade, row, new Set(['industrial-base']))).toBe('required');
});

import { describe, expect, test } from 'vitest';
import { codesOf, findingsOf } from './check-small';
import { aProject, anAcceptance, anotherProject } from './small-library';

const first = aProject();

test('a project by itself has no finding', () => {
  expect(codesOf({})).toEqual([]);
});

describe('projects of one applicant', () => {
  test.each([
    ['another name in the same year', {}, ['recipient_twice 7:7']],
    ['the same name with a year before it', { name: '2023年度 演示产线改造' }, ['project_listed_again I7']],
    ['the same name in other brackets', { name: '演示产线（改造）项目' }, ['project_listed_again I7']],
    ['a second phase of the same name', { name: '演示产线改造二期项目' }, ['recipient_twice 7:7']],
    ['of another firm', { name: first.name, recipient_name: '演示企业0002（南京）' }, []],
    [
      'under its code, with another name of the firm',
      { recipient_name: '演示集团0001', recipient_code: '91320100MA1DEMO01X' },
      [],
    ],
  ])('%s', (_, changes, expected) => {
    expect(codesOf({ project: [first, anotherProject(changes)] })).toEqual(expected);
  });

  test('a code joins rows whose names differ, whatever its case', () => {
    const code = '91320100MA1DEMO01X';
    const project = [
      aProject({ recipient_code: code }),
      anotherProject({ recipient_name: '演示集团0001', recipient_code: code.toLowerCase() }),
    ];
    expect(codesOf({ project })).toEqual(['recipient_twice 7:7']);
  });

  test('a row without a code belongs to the code that its name stands under elsewhere', () => {
    const code = '91320100MA1DEMO01X';
    expect(codesOf({ project: [aProject({ recipient_code: code }), anotherProject({})] })).toEqual([
      'recipient_twice 7:7',
    ]);
  });

  test('two codes under one name are named at the second', () => {
    const project = [aProject({ recipient_code: 'A' }), anotherProject({ recipient_code: 'B' })];
    expect(findingsOf({ project })).toMatchObject([
      { code: 'recipient_code_differs', file: '演示.csv', row: 7, found: 'B', expected: 'A（演示.csv · 6）' },
    ]);
  });

  test('the finding says where the first one stands', () => {
    const [finding] = findingsOf({ project: [first, anotherProject({ name: first.name })] });
    expect(finding).toMatchObject({ cell: 'I7', found: first.name, expected: '演示.csv · 6' });
  });
});

describe('projects of earlier guide years', () => {
  const earlier = aProject({
    guide_year: 2020,
    category_id: 'guides/2020/green-upgrade',
    awarded_on: '2020-10-01',
    submitted_on: null,
    start_date: null,
    end_date: null,
  });
  const later = (changes = {}) => anotherProject({ awarded_on: null, award_fen: null, ...changes });
  // Another firm's acceptance tells that the library knows acceptances of 2020.
  const accepted = aProject({
    ...earlier,
    project_id: 'p9',
    recipient_name: '演示企业0009（南京）',
    accepted_on: '2022-01-01',
  });

  test('the same name again is named whatever became of the earlier one', () => {
    expect(codesOf({ project: [earlier, later({ name: earlier.name })] })).toEqual([
      'project_in_earlier_guide I7',
    ]);
  });

  test.each([
    ['goes on', earlier, ['earlier_project_open 7:7']],
    ['was accepted', aProject({ ...earlier, accepted_on: '2022-01-01' }), []],
    ['was terminated', aProject({ ...earlier, terminated_on: '2022-01-01' }), []],
    ['was not awarded', aProject({ ...earlier, awarded_on: null, award_fen: null }), []],
  ])('an earlier project that %s', (_, before, expected) => {
    expect(codesOf({ project: [accepted, before, later()] })).toEqual(expected);
  });

  test('a deferred acceptance leaves it open, a passed one closes it', () => {
    const project = [accepted, earlier, later()];
    const deferred = [anAcceptance({ result: 'deferred' })];
    expect(codesOf({ project, acceptance: deferred })).toEqual(['earlier_project_open 7:7']);
    expect(codesOf({ project, acceptance: [anAcceptance()] })).toEqual([]);
  });

  test('says nothing where no acceptance of that year is known', () => {
    expect(codesOf({ project: [earlier, later()] })).toEqual([]);
  });
});

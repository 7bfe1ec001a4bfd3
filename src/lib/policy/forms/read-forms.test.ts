import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rulesFolder } from '../read-yaml';
import { RulesError } from '../rules-error';
import { readForms } from './read-forms';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forms-'));
  for (const part of ['forms', 'guides'])
    cpSync(path.join(rulesFolder, part), path.join(folder, part), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const change = (file: string, from: string, to: string) => {
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no ${from}`);
  writeFileSync(place, text.replace(from, to));
};
const kpi = 'forms/2023/kpi';

test('forms come by year and number, 1-2 before 1-10', () => {
  const ids = readForms(folder).map((form) => `${form.guideYear} ${form.id}`);
  expect(ids.slice(0, 6)).toEqual(['2020 1-5', '2020 1-6', '2020 1-7', '2020 1-8', '2023 1-1', '2023 1-2']);
  expect(ids.at(-1)).toBe('2023 1-25');
});

describe('a broken file is refused with its name and place', () => {
  const broken: [what: string, file: string, from: string, to: string, place: string][] = [
    ['an unknown key', `${kpi}/1-3.yaml`, 'value_header:', 'head:', ''],
    ['an id that is not the file’s', `${kpi}/1-3.yaml`, '"1-3"', '"1-4"', 'id'],
    ['a year that is not the folder’s', `${kpi}/1-3.yaml`, '2023', '2022', 'guide_year'],
    ['an unknown unit', `${kpi}/1-3.yaml`, 'unit: 台', 'unit: 架', 'connected-devices'],
    ['an unknown level', `${kpi}/1-3.yaml`, 'level2: quality', 'level2: beauty', 'level2'],
    [
      'an unknown group',
      `${kpi}/1-6.yaml`,
      'group: secondary-node',
      'group: third-node',
      'identifier-scenes',
    ],
    [
      'an id given twice',
      `${kpi}/1-3.yaml`,
      'id: system-capabilities',
      'id: connected-devices',
      'connected-devices',
    ],
    ['a row short of the printed number', `${kpi}/1-7.yaml`, 'of: 8', 'of: 9', 'row_minimums'],
    [
      'a reading that the form does not carry',
      `${kpi}/1-7.yaml`,
      'by_reading: F-11',
      'by_reading: F-99',
      'choices',
    ],
    ['neither unit nor kind', `${kpi}/1-5.yaml`, 'kind: qualitative', 'direction: none', 'blocks'],
  ];

  test.each(broken)('%s', (_, file, from, to, place) => {
    change(file, from, to);
    expect(() => readForms(folder)).toThrow(RulesError);
    expect(() => readForms(folder)).toThrow(new RegExp(`rules/${file}.*${place}`));
  });
});

test('a form that an item names must exist', () => {
  renameSync(path.join(folder, `${kpi}/1-18.yaml`), path.join(folder, '1-18.yaml'));
  expect(() => readForms(folder)).toThrow(/guides\/2023\/green-upgrade.yaml .*no form 1-18 of 2023/);
});

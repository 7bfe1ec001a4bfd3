import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRulebook } from './read-rules';
import { rulesFolder } from './read-yaml';
import { RulesError } from './rules-error';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
  cpSync(rulesFolder, folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const change = (file: string, from: string | RegExp, to: string) => {
  const full = path.join(folder, file);
  const text = readFileSync(full, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(full, changed);
};

const item = 'guides/2023/green-upgrade.yaml';

test('the rules of the portal are sound', () => {
  expect(readRulebook().guides.map((guide) => guide.year)).toEqual([2020, 2023, 2026]);
});

test('the compiled rules survive the way through JSON into the bundle', () => {
  const rulebook = readRulebook(folder);
  expect(JSON.parse(JSON.stringify(rulebook))).toEqual(rulebook);
});

describe('a broken file is named with the place in it', () => {
  test.each([
    ['an unknown key', item, 'kpi_forms:', 'kpi_form:', 'rules/guides/2023/green-upgrade.yaml'],
    ['text for a number', item, 'max: 50', 'max: fifty', 'rules/guides/2023/green-upgrade.yaml at quota/max'],
    ['a quota of 0', item, 'max: 50', 'max: 0', 'rules/guides/2023/green-upgrade.yaml at quota/max'],
    ['no quota and no reason', item, /quota: \{.*\}/, 'quota: null', 'green-upgrade.yaml at quota'],
    ['broken YAML', item, 'id: guides', 'id: [guides', 'rules/guides/2023/green-upgrade.yaml: '],
    [
      'another id',
      item,
      'id: guides/2023/green-upgrade',
      'id: guides/2023/other',
      'at id: expected guides/2023/',
    ],
    ['another year', 'guides/2023/guide.yaml', 'year: 2023', 'year: 2024', 'rules/guides/2023/guide.yaml'],
    [
      'a missing cluster',
      'vocabulary/clusters.yaml',
      'value: 16',
      'value: 17',
      'rules/vocabulary/clusters.yaml at',
    ],
  ])('%s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(() => readRulebook(folder)).toThrow(RulesError);
    expect(() => readRulebook(folder)).toThrow(expected);
  });

  test('a condition without a test or a source', () => {
    change('guides/2023/free-diagnosis.yaml', 'conditions: []', 'conditions: [{ id: anything }]');
    expect(() => readRulebook(folder)).toThrow('free-diagnosis.yaml at conditions');
  });
});

describe('names that nothing answers to', () => {
  test.each([
    ['a base', item, 'of: total_input', 'of: nothing', 'base “nothing” is not defined'],
    [
      'a document',
      item,
      'document: fund-guide-2023,',
      'document: nothing,',
      'document “nothing” is not defined',
    ],
    [
      'a cluster',
      'guides/2023/specialised-sme.yaml',
      '[biomedicine,',
      '[nothing,',
      'cluster “nothing” is not',
    ],
    [
      'a link',
      item,
      '[guides/2020/green-upgrade]',
      '[guides/2020/nothing]',
      'category “guides/2020/nothing”',
    ],
  ])('%s', (_, file, from, to, expected) => {
    change(file, from, to);
    expect(() => readRulebook(folder)).toThrow(expected);
  });

  test('a listed item without a file, and a file that nobody lists', () => {
    rmSync(path.join(folder, item));
    expect(() => readRulebook(folder)).toThrow(RulesError);
    cpSync(path.join(rulesFolder, item), path.join(folder, item));
    writeFileSync(path.join(folder, 'guides/2023/stray.yaml'), 'id: stray\n');
    expect(() => readRulebook(folder)).toThrow('rules/guides/2023/stray.yaml');
  });

  test('a folder that does not exist', () => {
    expect(() => readRulebook(path.join(folder, 'nowhere'))).toThrow('does not exist');
  });
});

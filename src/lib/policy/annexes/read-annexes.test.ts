import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rulesFolder } from '../read-yaml';
import { RulesError } from '../rules-error';
import { readAnnexes } from './read-annexes';

/** A copy of the rules with one file changed. */
function changed(file: string, from: string, to: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'annexes-'));
  cpSync(rulesFolder, folder, { recursive: true });
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(from);
  writeFileSync(target, text.replace(from, to));
  return folder;
}

const directions = 'annexes/2023/core-technology-directions.yaml';

test('what is read can be written as JSON and back', () => {
  const annexes = readAnnexes();
  expect(JSON.parse(JSON.stringify(annexes))).toEqual(annexes);
});

test('a number that is skipped is reported with its file', () => {
  const folder = changed(directions, 'number: 40,', 'number: 41,');
  expect(() => readAnnexes(folder)).toThrow(RulesError);
  expect(() => readAnnexes(folder)).toThrow(`rules/${directions} at clusters: expected number 40, found 41`);
});

test('an unknown cluster is reported', () => {
  const folder = changed(directions, 'cluster: biomedicine', 'cluster: biomedecine');
  expect(() => readAnnexes(folder)).toThrow('cluster “biomedecine” is not defined');
});

test('an unknown key is refused', () => {
  const folder = changed('annexes/2023/contacts.yaml', 'city_bureau:', 'bureau:');
  expect(() => readAnnexes(folder)).toThrow(RulesError);
});

test('what is no telephone number is refused', () => {
  const folder = changed('annexes/2023/contacts.yaml', '025-69652865', '025-6965286x');
  expect(() => readAnnexes(folder)).toThrow('expected a telephone number, found “025-6965286x”');
});

test('a range needs its upper end', () => {
  const folder = changed(
    'annexes/2020/upgrade-platforms.yaml',
    'value: 1, to: 2, unit: time',
    'value: 1, unit: time',
  );
  expect(() => readAnnexes(folder)).toThrow(RulesError);
});

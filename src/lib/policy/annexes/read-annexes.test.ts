import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rulesFolder } from '../read-yaml';
import { RulesError } from '../rules-error';
import { readAnnexes } from './read-annexes';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'annexes-'));
  cpSync(rulesFolder, folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Changes one file of the copied rules. */
function change(file: string, from: string, to: string): void {
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  if (!text.includes(from)) throw new Error(`nothing to change in ${file}`);
  writeFileSync(target, text.replace(from, to));
}

const directions = 'annexes/2023/core-technology-directions.yaml';

test('what is read can be written as JSON and back', () => {
  const annexes = readAnnexes();
  expect(JSON.parse(JSON.stringify(annexes))).toEqual(annexes);
});

test('a number that is skipped is reported with its file', () => {
  change(directions, 'number: 40,', 'number: 41,');
  expect(() => readAnnexes(folder)).toThrow(RulesError);
  expect(() => readAnnexes(folder)).toThrow(`rules/${directions} at clusters: expected number 40, found 41`);
});

test('an unknown cluster is reported', () => {
  change(directions, 'cluster: biomedicine', 'cluster: biomedecine');
  expect(() => readAnnexes(folder)).toThrow('cluster “biomedecine” is not defined');
});

test('an unknown key is refused', () => {
  change('annexes/2023/contacts.yaml', 'city_bureau:', 'bureau:');
  expect(() => readAnnexes(folder)).toThrow(RulesError);
});

test('what is no telephone number is refused', () => {
  change('annexes/2023/contacts.yaml', '025-69652865', '025-6965286x');
  expect(() => readAnnexes(folder)).toThrow('expected a telephone number, found “025-6965286x”');
});

test('an upper end goes with a range only', () => {
  change('annexes/2020/upgrade-platforms.yaml', 'bound: range', 'bound: about');
  expect(() => readAnnexes(folder)).toThrow(RulesError);
});

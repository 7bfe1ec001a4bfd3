import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { RulesError } from '../rules-error';
import { rulesFolder } from '../read-yaml';
import { readForecast } from './read-forecast';

const text = readFileSync(path.join(rulesFolder, 'scoring/forecast.yaml'), 'utf8');

function readChanged(from: string, to: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecast-'));
  mkdirSync(path.join(folder, 'scoring'));
  writeFileSync(path.join(folder, 'scoring/forecast.yaml'), text.replace(from, to));
  return readForecast(folder);
}

test('the rules say that they are practice, and percent becomes a share', () => {
  const rules = readForecast();
  expect(rules.basis).toBe('practice');
  expect(rules.band).toBe(0.8);
  expect(rules.money.methods.map(({ id }) => id)).toContain(rules.naive);
});

test.each([
  ['a band of everything', 'band: { percent: 80 }', 'band: { percent: 100 }'],
  ['a band of nothing', 'band: { percent: 80 }', 'band: { percent: 0 }'],
  ['a single origin', 'least_origins: 6', 'least_origins: 1'],
  ['a naive method that is not tried', 'naive: even', 'naive: last-year'],
])('%s is refused', (_, from, to) => {
  expect(() => readChanged(from, to)).toThrow(RulesError);
});

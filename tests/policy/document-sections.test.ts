import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { allSources } from './all-sources';

const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'document-sections.yaml');
const sections = z.record(z.string(), z.array(z.string())).parse(parse(readFileSync(file, 'utf8')));
const sources = allSources();
/** Figures of statistics and practice have no numbered sections. */
const numbered = sources.filter(({ document }) => document in sections);

test('every clause that the rules cite is a section of its document', () => {
  const stray = numbered.filter(({ document, section }) => !sections[document]?.includes(section));
  expect(stray.map(({ document, section }) => `${document} ${section}`)).toEqual([]);
});

test('every clause is cited with the words that carry it, and they are few', () => {
  expect(sources.filter(({ words }) => words.trim() === '' || words.length > 60)).toEqual([]);
});

test('the check reaches all five documents', () => {
  const cited = new Set(numbered.map(({ document }) => document));
  expect([...cited].sort()).toEqual(Object.keys(sections).sort());
  expect(numbered.length).toBeGreaterThan(1500);
});

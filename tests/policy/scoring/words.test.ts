import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ValueCell } from '$lib/policy/forms/look-up';
import { cellShare, readWords, wordWays } from '$lib/policy/scoring/indicator-share';
import { ownCell } from '$lib/policy/scoring/own-cell';
import { readScoring } from '$lib/policy/scoring/read-scoring';

const rules = readScoring();
const caseSchema = z.strictObject({
  name: z.string(),
  options: z.array(z.string()).default([]),
  target: z.string().nullable(),
  found: z.string().nullable(),
  way: z.enum(wordWays).optional(),
  band: z.string().optional(),
  share: z.number().optional(),
  unknown: z.enum(['no_target', 'no_report', 'words_not_read']).optional(),
});
const cases = z.array(caseSchema).parse(parse(readFileSync('tests/policy/scoring/words.cases.yaml', 'utf8')));

/** A cell that takes words, or one of the options `o1`, `o2` …. */
function cellOf(options: readonly string[]): ValueCell {
  const { indicator } = ownCell({ year: 2023, form: '1-1', key: 'words', name: '演示指标', unit: null });
  const kind = options.length > 0 ? ('options' as const) : ('qualitative' as const);
  const list = options.map((zh, index) => ({ id: `o${index + 1}`, name: { zh, en: zh } }));
  const words = { ...indicator, kind, options: list };
  return { key: 'words', indicator: words, partId: null, measure: words };
}
const said = (text: string | null) => (text === null ? null : { number: null, text });

describe('reports in words, case by case', () => {
  test.each(cases)('$name', ({ options, target, found, way, band, share, unknown }) => {
    const cell = cellOf(options);
    const answer = cellShare(cell, said(target), said(found), rules, { reverse: 'linear' });
    if (unknown) return expect(answer).toEqual({ known: false, reason: unknown });
    expect(readWords(cell, said(target), found ?? '', rules)).toMatchObject({ way, band: { id: band } });
    expect(answer).toMatchObject({ known: true, share, working: { kind: 'words', band: { id: band } } });
  });

  test('no way of reading and no band is without a case', () => {
    const ways = new Set(cases.map(({ way }) => way));
    const bands = new Set(cases.map(({ band }) => band));
    expect(wordWays.filter((way) => !ways.has(way))).toEqual([]);
    expect(rules.bands.filter(({ id }) => !bands.has(id))).toEqual([]);
    const reasons = new Set(cases.flatMap(({ unknown }) => unknown ?? []));
    expect([...reasons].toSorted()).toEqual(['no_report', 'no_target', 'words_not_read']);
  });
});

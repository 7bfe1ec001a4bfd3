import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding } from '$lib/domain/finding';
import { findingSeverity } from '$lib/library/check/finding-codes';
import { findingMessageKey, findingParams, refusalMessageKey } from '$lib/domain/finding-params';

const finding: Finding = {
  code: 'amount_negative',
  severity: 'error',
  file: '演示.xlsx',
  sheet: null,
  cell: 'J7',
  row: 7,
  column: 'total_investment_fen',
  found: '-3',
  expected: null,
  fix: null,
};

test('a sentence gets the column’s label in its language and a dash for what is not there', () => {
  expect(findingParams(finding, 'zh')).toEqual({
    file: '演示.xlsx',
    sheet: '—',
    cell: 'J7',
    row: '7',
    column: '总投资',
    found: '-3',
    expected: '—',
    fix: '—',
  });
  expect(findingParams(finding, 'en').column).toBe('Total investment');
  expect(findingParams({ ...finding, column: 'sequence' }, 'zh').column).toBe('序号');
});

/** All messages of a language, whichever file they stand in. */
function messagesOf(language: string): [string, string][] {
  const folder = `src/lib/i18n/messages/${language}`;
  return readdirSync(folder).flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, string>),
  );
}

describe('every sentence stands in both languages', () => {
  const texts = [new Map(messagesOf('zh')), new Map(messagesOf('en'))];
  const params = Object.keys(findingParams(finding, 'zh'));
  const used = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

  test.each(Object.keys(findingSeverity))('%s', (code) => {
    for (const text of texts) {
      const sentence = text.get(findingMessageKey({ ...finding, code }));
      expect(sentence).toBeDefined();
      expect(params).toEqual(expect.arrayContaining(used(sentence)));
    }
  });

  test.each([
    'empty',
    'encrypted_or_old',
    'not_a_workbook',
    'unreadable',
    'file_too_large',
    'zip_bomb',
    'too_many_rows',
    'unknown_encoding',
    'no_table',
    'same_file_twice',
    'zip_in_zip',
    'too_many_files',
    'needs_mapping',
    'failed',
  ])('refusal %s', (code) => {
    for (const text of texts) expect(text.get(refusalMessageKey({ code }))).toContain('{file}');
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonKey, halfWidth, isMissing, readText, tidied } from './text';

test('spaces at the ends, doubled spaces and line breaks go, and that is named', () => {
  expect(readText('  演示企业甲 ')).toEqual({ kind: 'value', value: '演示企业甲', change: 'text_trimmed' });
  expect(readText('演示企业\n甲')).toEqual({ kind: 'value', value: '演示企业甲', change: 'text_trimmed' });
  expect(readText('Demo  A')).toEqual({ kind: 'value', value: 'Demo A', change: 'text_trimmed' });
  expect(readText('演示企业甲')).toEqual({ kind: 'value', value: '演示企业甲', change: null });
});

test('numbers and days in a text column become text', () => {
  expect(readText(42)).toEqual({ kind: 'value', value: '42', change: null });
  expect(readText(new Date('2021-03-05T00:00:00Z'))).toMatchObject({ value: '2021-03-05' });
});

test('an empty cell, spaces and a dash are missing', () => {
  for (const cell of [null, '', ' \u3000', '-', '/', '无'])
    expect(readText(cell)).toEqual({ kind: 'missing' });
});

test('width, case, spaces and punctuation do not tell two names apart, letters do', () => {
  expect(comparisonKey('演示企业（ Ａ ）有限公司')).toBe(comparisonKey('演示企业(a)有限公司'));
  expect(comparisonKey('演示企业甲')).not.toBe(comparisonKey('演示企业乙'));
  expect(comparisonKey('年产２．５万吨（一期）项目')).toBe(comparisonKey('年产2.5万吨一期项目'));
  expect(comparisonKey('年产2.5万吨项目')).not.toBe(comparisonKey('年产25万吨项目'));
  expect(comparisonKey('1-11')).not.toBe(comparisonKey('11-1'));
});

/** Letters of real cells, and those that make trouble: width, marks that join, spaces, signs, invisible ones. */
const cellLetters = fc.string({
  unit: fc.constantFrom(...'演示企业a1Ａ１.-/_~（(【 \u3000\u00a0\n\t\u200b\ufeff\u0301\u2212—无～ﬁ㎡①'),
  maxLength: 8,
});
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;

test('the short ways for plain text give what the long ways give', () => {
  fc.assert(
    fc.property(cellLetters, (text) => {
      const wide = text.normalize('NFKC').replace(/\u2212/g, '-');
      const signs = /(?<![0-9a-z])[\p{P}\p{S}]|[\p{P}\p{S}](?![0-9a-z])/gu;
      const key = wide.replace(invisible, '').toLowerCase().replace(/\s/g, '').replace(signs, '');
      const tidy = text
        .replace(invisible, '')
        .replace(/\s*[\r\n]+\s*/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      const marks = ['', '-', '--', '—', '——', '/', '\\', '无', 'n/a'];
      const bare = text
        .trim()
        .normalize('NFKC')
        .replace(/\u2212/g, '-')
        .toLowerCase();
      expect([halfWidth(text), comparisonKey(text), tidied(text)]).toEqual([wide, key, tidy]);
      expect(isMissing(text)).toBe(marks.includes(bare));
    }),
    { numRuns: 3000 },
  );
});

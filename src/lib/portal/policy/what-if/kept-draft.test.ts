import { expect, test } from 'vitest';
import { keep, loadKept, readKept } from './kept-draft';

const nothing = { typed: {}, titles: {} };

test('a draft is kept where the browser keeps nothing, as long as the page lives', () => {
  expect(loadKept()).toEqual(nothing);
  const draft = { typed: { 'guides/2023/alpha quota': '20' }, titles: { 2023: { id: 'a', name: '甲' } } };
  keep(draft);
  expect(loadKept()).toEqual(draft);
});

test('what another version left is dropped piece by piece', () => {
  expect(readKept(null)).toEqual(nothing);
  expect(readKept('{')).toEqual(nothing);
  expect(readKept('[1]')).toEqual(nothing);
  expect(
    readKept(JSON.stringify({ typed: { a: '1', b: 2 }, titles: { 2023: { id: 'a' }, 2020: null } })),
  ).toEqual({
    typed: { a: '1' },
    titles: {},
  });
});

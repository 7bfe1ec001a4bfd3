import { expect, test } from 'vitest';
import { RememberedLayouts, type ChoiceStorage, type RememberedLayout } from './remembered-layouts';

function storage(): ChoiceStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

const layout = (key: string, field: string | null = 'name'): RememberedLayout => ({
  key,
  kind: 'summary',
  headers: ['项目全称'],
  fields: [field],
  savedOn: '2022-11-30',
  tableName: '入库项目汇总表',
});

test('a choice is kept, renewed in its place, and forgotten', () => {
  const shelf = new RememberedLayouts(storage());
  shelf.remember([layout('a')]);
  shelf.remember([layout('b'), layout('a', null)]);
  expect(shelf.list()).toEqual([layout('b'), layout('a', null)]);
  shelf.forget('b');
  expect(shelf.list()).toEqual([layout('a', null)]);
  shelf.forgetAll();
  expect(shelf.list()).toEqual([]);
});

test.each([
  ['no JSON', '{'],
  ['another version', JSON.stringify({ version: 2, layouts: [layout('a')] })],
  ['no list', JSON.stringify({ version: 1, layouts: 'a' })],
  [
    'fields that do not match the headers',
    JSON.stringify({ version: 1, layouts: [{ ...layout('a'), fields: [] }] }),
  ],
])('what was kept as %s counts as nothing', (_, text) => {
  const place = storage();
  place.kept.set('fundlens-layouts', text);
  expect(new RememberedLayouts(place).list()).toEqual([]);
});

test('closed or full storage is no error', () => {
  const full: ChoiceStorage = {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  expect(() => new RememberedLayouts(full).remember([layout('a')])).not.toThrow();
  expect(new RememberedLayouts(null).list()).toEqual([]);
});

test('two hundred are kept, the oldest goes first', () => {
  const shelf = new RememberedLayouts(storage());
  for (let number = 0; number <= 200; number++) shelf.remember([layout(String(number))]);
  expect(shelf.list()).toHaveLength(200);
  expect(shelf.list().map(({ key }) => key)).not.toContain('0');
  expect(shelf.list()[0]?.key).toBe('200');
});

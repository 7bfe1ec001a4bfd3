import { afterEach, describe, expect, test, vi } from 'vitest';
import { readViews, viewNameLength, viewQuery } from './saved-view';
import { SavedViews } from './saved-views.svelte';

afterEach(() => vi.unstubAllGlobals());

/** A store as the browser has it, in memory. */
function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}
const closed = {
  getItem: () => {
    throw new Error('closed');
  },
  setItem: () => {
    throw new Error('full');
  },
};

describe('saved views', () => {
  test('are there again at the next visit', () => {
    vi.stubGlobal('localStorage', memory());
    const views = new SavedViews();
    views.save('待付', '?sort=-unpaid&theme=dark');
    views.save('南京', '?region=320100');
    const later = new SavedViews();
    later.wake();
    expect(later.list).toEqual([
      { name: '待付', query: '?sort=-unpaid' },
      { name: '南京', query: '?region=320100' },
    ]);
    later.drop('待付');
    views.wake();
    expect(views.list.map(({ name }) => name)).toEqual(['南京']);
  });

  test('of the same name are replaced, of no name not kept', () => {
    vi.stubGlobal('localStorage', memory());
    const views = new SavedViews();
    views.save('甲', '?q=1');
    views.save(' 甲 ', '?q=2');
    views.save('   ', '?q=3');
    expect(views.list).toEqual([{ name: '甲', query: '?q=2' }]);
  });

  test('have names of bounded length', () => {
    vi.stubGlobal('localStorage', memory());
    const views = new SavedViews();
    views.save('长'.repeat(viewNameLength + 1), '');
    expect(views.list[0]?.name).toHaveLength(viewNameLength);
  });

  test('last as long as the page where storage is closed, and say so', () => {
    vi.stubGlobal('localStorage', closed);
    const views = new SavedViews();
    views.wake();
    expect([views.list, views.isLost]).toEqual([[], true]);
    views.save('甲', '?q=1');
    expect([views.list.length, views.isLost]).toEqual([1, true]);
  });

  test.each([
    [null],
    ['{'],
    ['{}'],
    ['[1,null,{"name":"x"}]'],
    ['[{"name":"","query":""}]'],
    ['[{"name":"x","query":"https://example.org"}]'],
  ])('what is no view is left out: %s', (text) => {
    expect(readViews(text)).toEqual([]);
  });

  test('keep filters, not the screen', () => {
    expect(viewQuery('?mode=screen&theme=dark')).toBe('');
    expect(viewQuery('?theme=dark&find=%E4%BD%99%E7%83%AD')).toBe('?find=%E4%BD%99%E7%83%AD');
  });
});

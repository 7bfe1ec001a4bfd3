import { describe, expect, test } from 'vitest';
import {
  findOptions,
  groupOptions,
  matchesWords,
  moveActive,
  typeAhead,
  type MenuOption,
} from './option-list';

const options: MenuOption[] = [
  { value: 'all', label: '全部' },
  { value: 'nj', label: '南京', group: '苏南', keywords: 'Nanjing 320100' },
  { value: 'wx', label: '无锡', group: '苏南', disabled: true },
  { value: 'xz', label: '徐州', group: '苏北' },
  { value: 'cz', label: '常州', group: '苏南' },
];
const values = (list: readonly MenuOption[]) => list.map((option) => option.value);

describe('searching a menu', () => {
  test('finds by label, by group and by keyword', () => {
    expect(values(findOptions(options, '徐'))).toEqual(['xz']);
    expect(values(findOptions(options, '苏南'))).toEqual(['nj', 'wx', 'cz']);
    expect(values(findOptions(options, '3201'))).toEqual(['nj']);
  });
  test('pays no heed to case, width or spaces around', () => {
    expect(values(findOptions(options, '  ｎａｎＪＩＮＧ '))).toEqual(['nj']);
  });
  test('needs every word of the query', () => {
    expect(matchesWords('南京 苏南', '苏南 南')).toBe(true);
    expect(matchesWords('南京 苏南', '苏南 徐')).toBe(false);
  });
  test('an empty query leaves everything', () => {
    expect(findOptions(options, '')).toHaveLength(options.length);
  });
});

test('options stand in their groups, groups in order of first appearance', () => {
  expect(groupOptions(options).map((group) => [group.name, values(group.options)])).toEqual([
    ['', ['all']],
    ['苏南', ['nj', 'wx', 'cz']],
    ['苏北', ['xz']],
  ]);
});

describe('keys in a menu', () => {
  test('the arrows pass over what is disabled', () => {
    expect(moveActive(options, 1, 'ArrowDown')).toBe(3);
    expect(moveActive(options, 3, 'ArrowUp')).toBe(1);
  });
  test('the ends do not wrap', () => {
    expect(moveActive(options, 4, 'ArrowDown')).toBe(4);
    expect(moveActive(options, 0, 'ArrowUp')).toBe(0);
  });
  test('the first arrow from nowhere reaches the first option', () => {
    expect(moveActive(options, -1, 'ArrowDown')).toBe(0);
  });
  test('Home and End reach the ends; other keys move nothing', () => {
    expect(moveActive(options, 2, 'Home')).toBe(0);
    expect(moveActive(options, 2, 'End')).toBe(4);
    expect(moveActive(options, 2, 'a')).toBeNull();
  });
  test('nothing to choose leaves nothing active', () => {
    expect(moveActive([], -1, 'ArrowDown')).toBe(-1);
  });
  test('a typed sign finds the next option that begins with it, round the end', () => {
    expect(typeAhead(options, 1, '常')).toBe(4);
    expect(typeAhead(options, 4, '南')).toBe(1);
    expect(typeAhead(options, 0, '无')).toBe(-1);
  });
});

import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Bar from './Bar.svelte';
import Block from './Block.svelte';
import DataTable from './DataTable.svelte';
import ErrorState from './ErrorState.svelte';
import KeyFigures from './KeyFigures.svelte';
import Lamp from './Lamp.svelte';
import LampCounts from './LampCounts.svelte';
import Masthead from './Masthead.svelte';
import Progress from './Progress.svelte';
import Tiles from './Tiles.svelte';
import Value from './Value.svelte';
import VirtualTable from './VirtualTable.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));

/** The markup without the comments that only the framework reads. */
function htmlOf<Props extends object>(
  component: Component<Props, object, keyof Props | ''>,
  props: NoInfer<Props>,
) {
  const shown = component as unknown as Component<Record<string, unknown>>;
  return render(shown, { props: Object.fromEntries(Object.entries(props)) }).body.replace(/<!--.*?-->/g, '');
}

describe('a figure', () => {
  test('is a button that names itself, with the unit outside', () => {
    const html = htmlOf(Value, { figure: '44.17', unit: '亿元', label: '预算', onclick: () => undefined });
    expect(html).toMatch(/<button[^>]*class="n"[^>]*aria-label="预算 44.17亿元"[^>]*>44.17<\/button/);
    expect(html).toContain('<span class="u word">亿元</span>');
  });
  test('that is missing is a dash with its reason, and no button', () => {
    const html = htmlOf(Value, { figure: null, reason: '另行通知', onclick: () => undefined });
    expect(html).toContain('title="另行通知"');
    expect(html).toContain('—');
    expect(html).not.toContain('<button');
  });
  test('of zero is a zero', () => {
    expect(htmlOf(Value, { figure: '0' })).toBe('0');
  });
});

test('key figures are a list of terms, in as many columns as there are', () => {
  const html = htmlOf(KeyFigures, {
    items: [
      { key: 'a', label: '预算', figure: '44.17', unit: '亿元', note: '25 类' },
      { key: 'b', label: '目标完成', figure: null, reason: '未导入季报' },
    ],
  });
  expect(html).toContain('--keys: 2');
  expect(html.match(/<dt>/g)).toHaveLength(2);
  expect(html).toContain('未导入季报');
});

describe('lamps', () => {
  test('have a shape and a word beside the colour', () => {
    const html = htmlOf(Lamp, { colour: 'red', meaning: '滞后' });
    expect(html).toContain('<svg class="lamp-s lamp-red"');
    expect(html).toMatch(/<b>(红|Red)<\/b>/);
    expect(html).toContain('<i>滞后</i>');
  });
  test('are counted worst first, and only those that occur', () => {
    const html = htmlOf(LampCounts, { tally: { green: 6, red: 3, blue: 0 } });
    expect([...html.matchAll(/is-(\w+)/g)].map((match) => match[1])).toEqual(['red', 'green']);
  });
});

describe('a bar', () => {
  test('says its share, its limit and the time gone', () => {
    const html = htmlOf(Bar, { share: 0.61, label: '已拨付占预算', now: 0.75, limit: 1 });
    expect(html).toMatch(/role="img" aria-label="已拨付占预算 61\u00A0%.*100\u00A0%.*75\u00A0%"/);
    expect(html).toContain('width: 61%');
    expect(html).toContain('left: 75%');
  });
  test('without a share is a dash with its reason', () => {
    expect(htmlOf(Bar, { share: null, label: 'x', reason: '无预算' })).toContain('title="无预算"');
  });
});

describe('a block', () => {
  test('is a section named by its title, and offers chart and table only when it has both', () => {
    const both = htmlOf(Block, { title: '标题', span: 7, chart: words('C'), table: words('T') });
    expect(both).toMatch(/<section[^>]*class="fig c7"/);
    expect(both).toContain('aria-pressed="true"');
    expect(both).toContain('<p>C</p>');
    expect(both).not.toContain('<p>T</p>');
    expect(htmlOf(Block, { title: '标题', table: words('T') })).not.toContain('aria-pressed');
  });
  test('stands on the wall only where it is given a place', () => {
    expect(htmlOf(Block, { title: 'x', screen: { row: 1, column: 2 } })).toContain('--screen-column: 2');
    expect(htmlOf(Block, { title: 'x' })).not.toContain('on-screen');
  });
});

interface Row {
  name: string;
  n: number;
  kind: 'area' | 'in' | 'sum';
}
const columns = [
  { key: 'name', label: '类别', align: 'start' as const, text: (row: Row) => row.name },
  { key: 'n', label: '立项', text: (row: Row) => String(row.n), sortBy: (row: Row) => row.n },
];
const rows: Row[] = [
  { name: '方向', n: 3, kind: 'area' },
  { name: '甲', n: 1, kind: 'in' },
  { name: '乙', n: 2, kind: 'in' },
  { name: '合计', n: 3, kind: 'sum' },
];

describe('a table', () => {
  const html = htmlOf(DataTable as unknown as Component<Record<string, unknown>>, {
    columns,
    rows,
    rowKey: (row: Row) => row.name,
    kindOf: (row: Row) => row.kind,
    label: '逐项',
    phone: 'list',
    sort: { key: 'n', direction: 'descending' },
  });
  test('has heads for columns and rows, and says how it is sorted', () => {
    expect(html).toContain('aria-sort="descending"');
    expect(html.match(/scope="row"/g)).toHaveLength(4);
    expect(html.indexOf('乙')).toBeLessThan(html.indexOf('甲'));
    expect(html.indexOf('合计')).toBeGreaterThan(html.indexOf('甲'));
  });
  test('carries the words that a phone sets before each figure', () => {
    expect(html).toContain('as-list');
    expect(html).toContain('data-label="立项"');
  });
  test('of thousands of rows draws the first few before it is measured', () => {
    const many = Array.from({ length: 5000 }, (_, n) => ({ name: `演示企业${n}`, n, kind: 'in' as const }));
    const list = htmlOf(VirtualTable as unknown as Component<Record<string, unknown>>, {
      columns,
      rows: many,
      rowKey: (row: Row) => row.name,
      label: '名单',
    });
    expect(list.match(/aria-rowindex/g)).toHaveLength(30);
    expect(list).toContain('aria-rowcount="5001"');
    expect(list).toContain(`height: ${4970 * 29}px`);
  });
});

test('tiles stand at their places, missing ones without shade, with the limits printed', () => {
  const html = htmlOf(Tiles, {
    label: '各市',
    limits: ['45', '60'],
    tiles: [
      {
        key: 'xz',
        label: '徐州',
        row: 0,
        column: 0,
        step: 2,
        figure: '51',
        unit: '%',
        lamp: 'yellow',
        href: '#xz',
      },
      { key: 'ha', label: '淮安', row: 1, column: 2, step: 0, figure: null, reason: '未导入' },
    ],
  });
  expect(html).toMatch(/grid-row: 2; grid-column: 3/);
  expect(html).toContain('tile on-0');
  expect(html).toContain('45–60');
  expect(html).toContain('title="未导入"');
});

test('an error names place, expectation and what was found', () => {
  const html = htmlOf(ErrorState, {
    file: '附件2-4.xlsx',
    sheet: 'Sheet1',
    cell: 'F17',
    found: '约三千',
    expected: '金额',
  });
  expect(html).toContain('role="alert"');
  expect(html).toMatch(/附件2-4.xlsx\s+Sheet1\s+F17/);
  expect(html).toMatch(/金额.*约三千/);
});

test('progress tells its count in words and as a share', () => {
  const html = htmlOf(Progress, { words: '第 5 个，共 13 个', done: 5, total: 13, onstop: () => undefined });
  expect(html).toContain('aria-valuenow="38"');
  expect(html).toContain('第 5 个，共 13 个');
  expect(html).toMatch(/<button[^>]*>(停止|Stop)<\/button>/);
});

test('the masthead lets the keyboard skip to the content and carries the mark', () => {
  const html = htmlOf(Masthead, { brand: '专项资金透视', home: '/', mark: '演示数据' });
  expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
  expect(html).toContain('<span class="demo">演示数据</span>');
});

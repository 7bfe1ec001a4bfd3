import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import type { Mark } from '../scene/marks';
import { fileTheme, usualEm } from '../theme/theme';
import { quotaBulletKeys } from './keys';
import { quotaBulletHeight, quotaBulletOption, quotaBulletScene } from './options';
import { stateOf, type BulletCategory, type BulletInput } from './rows';
import { remarksOf, tipOf, useText } from './words';

const category = (more: Partial<BulletCategory> = {}): BulletCategory => ({
  kind: 'category',
  id: 'guides/2023/green-upgrade',
  label: '绿色化改造升级',
  awards: 41,
  quota: 50,
  applications: 60,
  subs: [],
  execution: 0.61,
  light: 'green',
  lightWord: '绿',
  ...more,
});
const input = (...rows: BulletCategory[]): BulletInput => ({
  rows: [{ kind: 'area', label: '四、绿色化改造提升' }, ...rows],
  timeShare: 0.75,
});
const theme = fileTheme();
const scene = (given: BulletInput, width = 1360) =>
  quotaBulletScene(given, theme, { width, height: quotaBulletHeight(given, width, usualEm) });
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const filled = (marks: readonly Mark[], fill: string) =>
  marks.flatMap((mark) => (mark.kind === 'rect' && mark.fill === fill ? [mark] : []));
const red = theme.colour('--lamp-red');

describe('awards against quota', () => {
  test('one below the quota is set in plain figures, exactly the quota in bold', () => {
    const below = texts(scene(input(category({ awards: 49 }))).marks).find(({ text }) => text === '49 / 50');
    const full = texts(scene(input(category({ awards: 50 }))).marks).find(({ text }) => text === '50 / 50');
    expect([below?.bold, full?.bold]).toEqual([false, true]);
  });

  test('exactly the quota has no part beyond it, one more has one, with words', () => {
    expect(filled(scene(input(category({ awards: 50 }))).marks, red)).toHaveLength(0);
    const over = scene(input(category({ awards: 51, light: 'green' }))).marks;
    expect(filled(over, red)).toHaveLength(1);
    expect(texts(over).map(({ text }) => text)).toContain('超 1 个');
  });

  test('no award at all is a real zero: a figure, and no bar', () => {
    const { marks } = scene(input(category({ awards: 0 })));
    expect(texts(marks).map(({ text }) => text)).toContain('0 / 50');
    expect(filled(marks, theme.colour('--bar')).some(({ width, x }) => width === 0 && x < 700)).toBe(true);
  });

  test('an unknown count among known ones is a dash, not a zero', () => {
    expect(useText(category({ awards: null }), false)).toBe('— / 50');
  });

  test('without a quota the reason stands where the bar would', () => {
    const words = texts(
      scene(input(category(), category({ quota: null, awards: null, note: '另行通知' }))).marks,
    );
    expect(words.map(({ text }) => text)).toContain('另行通知');
  });

  test('the track is the whole quota even where a neighbour runs beyond it', () => {
    const given = input(category({ awards: 55 }), category({ id: 'b', awards: 10 }));
    const tracks = filled(scene(given).marks, theme.colour('--bar-track'));
    expect(new Set(tracks.slice(0, 1).map(({ width }) => width)).size).toBe(1);
    const ticks = filled(scene(given).marks, theme.colour('--mark'));
    expect(new Set(ticks.map(({ x }) => x)).size).toBe(1);
  });
});

describe('parts of a quota', () => {
  const minimum = { label: '生物医药', bound: 'min' as const, amount: 15 };
  const maximum = { label: '公共平台', bound: 'max' as const, amount: 2 };

  test('a minimum is broken one below it and kept exactly on it', () => {
    expect(stateOf({ ...minimum, used: 14 })).toBe('broken');
    expect(stateOf({ ...minimum, used: 15 })).toBe('open');
  });

  test('a maximum is open one below it, full exactly on it, broken one above', () => {
    expect([1, 2, 3].map((used) => stateOf({ ...maximum, used }))).toEqual(['open', 'full', 'broken']);
  });

  test('without an award list nothing is said about a part', () => {
    expect(stateOf({ ...minimum, used: null })).toBe('open');
    expect(remarksOf(category({ subs: [{ ...minimum, used: null }] }), false)).toEqual([]);
  });

  test('a broken minimum has its words in alarm colour, a full maximum in grey', () => {
    const subs = [
      { ...maximum, used: 2 },
      { ...minimum, used: 12 },
    ];
    expect(remarksOf(category({ subs }), false)).toEqual([
      { text: '生物医药 12，须 ≥ 15', alarm: true },
      { text: '公共平台 2，用满', alarm: false },
    ]);
    const found = texts(scene(input(category({ subs }))).marks).find(({ text }) =>
      text.startsWith('生物医药'),
    );
    expect([found?.fill, found?.bold]).toEqual([red, true]);
  });

  test('two parts make the row taller, so that each has its lane', () => {
    const one = quotaBulletHeight(input(category({ subs: [{ ...maximum, used: 1 }] })), 1360, usualEm);
    const two = quotaBulletHeight(
      input(
        category({
          subs: [
            { ...maximum, used: 1 },
            { ...minimum, used: 20 },
          ],
        }),
      ),
      1360,
      usualEm,
    );
    expect(two).toBeGreaterThan(one);
  });
});

describe('execution', () => {
  test('missing execution is a dash without bar and light', () => {
    const { marks } = scene(input(category({ execution: null, light: null, lightWord: '' })));
    expect(texts(marks).map(({ text }) => text)).toContain('—');
    expect(marks.some(({ kind }) => kind === 'path')).toBe(false);
  });

  test('a light has its shape and its word, red in bold', () => {
    const { marks } = scene(input(category({ light: 'red', lightWord: '红' })));
    expect(marks.filter(({ kind }) => kind === 'path')).toHaveLength(1);
    expect(texts(marks).find(({ text }) => text === '红')?.bold).toBe(true);
  });

  test('without a share of time there is no marker', () => {
    const now = theme.colour('--now');
    expect(filled(scene(input(category())).marks, now)).toHaveLength(1);
    expect(filled(scene({ ...input(category()), timeShare: null }).marks, now)).toHaveLength(0);
  });
});

describe('an own library without award list', () => {
  const own = input(
    category({ awards: null, execution: null, light: null, lightWord: '', applications: 60 }),
  );

  test('shows applications in the second colour and says why the right half is gone', () => {
    const { marks, panels } = scene(own);
    expect(panels).toHaveLength(1);
    expect(filled(marks, theme.colour('--bar-2')).length).toBeGreaterThan(0);
    expect(filled(marks, theme.colour('--bar'))).toHaveLength(0);
    expect(texts(marks).map(({ text }) => text)).toContain('库中没有立项与拨付，不列预算执行');
  });

  test('can be told outright, against what the rows look like', () => {
    expect(scene({ ...own, applicationsOnly: false }).panels).toHaveLength(2);
  });

  test('more applications than the quota are no alarm', () => {
    expect(filled(scene(own).marks, red)).toHaveLength(0);
  });
});

test('a click on a row hands out the category, headings answer to nothing', () => {
  const { hits } = scene(input(category()));
  expect(hits.map(({ pick }) => pick)).toEqual(['guides/2023/green-upgrade']);
});

test('the tooltip says quota, applications, parts, execution and the sum', () => {
  const row = category({
    subs: [{ label: '生物医药', bound: 'min', amount: 3, used: 2 }],
    details: ['已拨付 6 ÷ 预算 9'],
  });
  expect(tipOf(row, false).lines).toEqual([
    '名额 41 / 50，余 9 个',
    '申报 60 个',
    '生物医药 ≥ 3，现 2',
    '执行 61.0\u2009%，绿',
    '已拨付 6 ÷ 预算 9',
  ]);
});

test('the key names only marks that occur', () => {
  expect(quotaBulletKeys(input(category())).map(({ kind }) => kind)).toEqual(['bar', 'limit', 'now']);
});

test.each([1360, 680, 358])(
  'at %i pixels every word stands inside the picture and nothing is NaN',
  (width) => {
    const given = input(
      category({ awards: 80, execution: 1.4 }),
      category({ id: 'b', quota: null, awards: null, note: '另行通知' }),
    );
    const { marks } = scene(given, width);
    for (const { x, text } of texts(marks)) expect(x >= 0 && x <= width, text).toBe(true);
    const still = drawStill(
      (look, size) => quotaBulletOption(given, look, size),
      quotaBulletHeight(given, width, usualEm),
      width,
    );
    expect(still).not.toMatch(/NaN|undefined|Infinity/);
    expect(still).toContain('绿色化改造升级');
  },
);

test('an empty list is an empty picture, not an error', () => {
  expect(scene({ rows: [], timeShare: null }).marks).toEqual([]);
});

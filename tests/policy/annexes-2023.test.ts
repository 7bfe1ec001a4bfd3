import { describe, expect, test } from 'vitest';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readRulebook } from '$lib/policy/read-rules';

const annexes = readAnnexes();
const categories = readRulebook().guides.flatMap((guide) => guide.categories);

describe('附件1-26', () => {
  const { directions, withoutDirections } = annexes.directions;
  const at = (number: number) => directions[number - 1];

  test('94 directions stand under 15 clusters, so many under each', () => {
    const counts = new Map<string, number>();
    for (const { clusterId } of directions) counts.set(clusterId, (counts.get(clusterId) ?? 0) + 1);
    expect(directions).toHaveLength(94);
    expect(Object.fromEntries(counts)).toEqual({
      'new-power-equipment': 7,
      'construction-agricultural-machinery': 6,
      'internet-of-things': 4,
      'advanced-materials': 5,
      'premium-textiles': 3,
      biomedicine: 5,
      'medical-devices': 6,
      'integrated-circuits-displays': 8,
      'information-communication': 3,
      'new-energy-vehicles': 8,
      'high-end-equipment': 14,
      'ships-offshore': 5,
      'environmental-protection': 4,
      'core-software': 7,
      'new-digital-industries': 9,
    });
  });

  test('row 74, where the label is printed again, stays in its cluster', () => {
    expect([73, 74, 75].map((number) => at(number)?.clusterId)).toEqual([
      'ships-offshore',
      'ships-offshore',
      'environmental-protection',
    ]);
  });

  test('only direction 39 may take longer, by at most two years', () => {
    const longer = directions.filter(({ extraTime }) => extraTime !== null);
    expect(longer.map(({ number }) => number)).toEqual([39]);
    expect(longer[0]?.extraTime).toMatchObject({ value: 2, bound: 'at_most', unit: { id: 'year' } });
    expect(longer[0]?.ambiguityIds).toEqual(['A-17', 'D-02']);
  });

  test('绿色食品, the sixteenth cluster, has no direction and stands in 附件1-27', () => {
    expect(withoutDirections).toMatchObject([
      { clusterId: 'green-food', foundIn: { source: { section: '附件1-27' } } },
    ]);
  });

  test('no name stands twice', () => {
    expect(new Set(directions.map(({ name }) => name.zh)).size).toBe(94);
    expect(new Set(directions.map(({ name }) => name.en)).size).toBe(94);
  });
});

test('附件1-27 has three directions with 3, 10 and 3 rows', () => {
  expect(annexes.training.directions.map(({ rows }) => rows.length)).toEqual([3, 10, 3]);
});

test('附件3 has seven promises, two of them over three years', () => {
  expect(annexes.commitments.commitments).toHaveLength(7);
  const looksBack = annexes.commitments.commitments.filter(({ period }) => period !== null);
  expect(looksBack.map(({ number, period }) => [number, period?.value])).toEqual([
    [1, 3],
    [5, 3],
  ]);
});

test('附件4 asks five times yes or no and once for words; a year in business is counted to 2022-06-30', () => {
  const { items } = annexes.checklist;
  expect(items.map(({ answer }) => answer)).toEqual([...Array<string>(5).fill('yes_no'), 'text']);
  expect(items[0]).toMatchObject({ period: { value: 1, bound: 'at_least' }, asOf: { date: '2022-06-30' } });
});

describe('附件5', () => {
  const { duties, exclusion, copies } = annexes.agreement;
  const duty = (id: string) => duties.find((one) => one.id === id);

  test('reports are due every quarter, half-year and year, the file a month after acceptance', () => {
    expect(duty('quarterly-report')?.due).toEqual({ kind: 'recurring', every: 'quarter' });
    expect(duty('half-year-summary')?.due).toEqual({ kind: 'recurring', every: 'half-year' });
    expect(duty('annual-summary')?.due).toEqual({ kind: 'recurring', every: 'year' });
    expect(duty('acceptance-file')?.due).toMatchObject({ kind: 'within', value: 1, unit: { id: 'month' } });
  });

  test('a term without its length is unspecified, never a number', () => {
    expect(duty('apply-for-change')?.due?.kind).toBe('unspecified');
    expect(duty('apply-for-change')?.ambiguityIds).toEqual(['T-08']);
  });

  test('acceptance falls to the nominating body from 300 万元 and to the department from 1000 万元', () => {
    const scope = (id: string) => duty(id)?.scope.map(({ bound, fen }) => [bound, fen]);
    expect(scope('acceptance-by-nominator')).toEqual([
      ['at_least', 300_000_000],
      ['less_than', 1_000_000_000],
    ]);
    expect(scope('acceptance-by-authority')).toEqual([['at_least', 1_000_000_000]]);
  });

  test('six circumstances bar applications for three years', () => {
    expect(exclusion.circumstances).toHaveLength(6);
    expect(exclusion.period).toMatchObject({ value: 3, unit: { id: 'year' } });
  });

  test('the copies that the parties hold add up', () => {
    expect(copies.held.reduce((sum, { quantity }) => sum + quantity.value, 0)).toBe(copies.total.value);
  });
});

describe('附件6', () => {
  const { contacts, withoutRow } = annexes.contacts;

  test('24 rows hold 23 items; four items have none, with a reason', () => {
    expect(contacts).toHaveLength(24);
    expect(new Set(contacts.map(({ categoryId }) => categoryId)).size).toBe(23);
    expect(withoutRow).toHaveLength(4);
  });

  test('the divisions agree with those of the items', () => {
    for (const category of categories.filter(({ guideYear }) => guideYear === 2023)) {
      const rows = contacts.filter(({ categoryId }) => categoryId === category.id);
      const divisions = rows.map(({ province }) => province.division).join('、') || null;
      expect([category.id, divisions]).toEqual([category.id, category.ownerDivision?.value ?? null]);
    }
  });

  test('a number without area code is always the second of its cell and names C-01', () => {
    for (const { city, province, ambiguityIds } of contacts) {
      const bare = [...province.phones, ...city.phones].filter(({ hasAreaCode }) => !hasAreaCode);
      expect(city.phones[0]?.hasAreaCode && province.phones[0]?.hasAreaCode).toBe(true);
      expect(ambiguityIds.includes('C-01')).toBe(bare.length > 0);
    }
  });

  test('C-02 stands wherever a number serves more than one division', () => {
    const digits = (printed: string) => printed.slice(-8);
    const uses = contacts.flatMap(({ city }) =>
      city.phones.map(({ printed }) => [digits(printed), city.division] as const),
    );
    const shared = (phone: string) =>
      new Set(uses.filter(([one]) => one === phone).map(([, division]) => division)).size > 1;
    for (const { id, city, ambiguityIds } of contacts) {
      const several = city.phones.some(({ printed }) => shared(digits(printed)));
      expect([id, ambiguityIds.includes('C-02')]).toEqual([id, several]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { lights, type Light } from '../light';
import { composeChange, lightMoves, type RatioPart } from './composition';

const map = (entries: Record<string, [part: number, whole: number]>): Map<string, RatioPart> =>
  new Map(Object.entries(entries).map(([id, [part, whole]]) => [id, { part, whole }]));

describe('a change of a ratio', () => {
  test('through new projects alone: the old ones count nothing', () => {
    const found = composeChange(
      map({ a: [50, 100] }),
      map({ a: [50, 100], b: [10, 100] }),
      (id) => id === 'b',
    );
    expect(found?.before).toBe(0.5);
    expect(found?.after).toBe(0.3);
    expect(found?.added).toBeCloseTo(-0.2, 12);
    expect([found?.old, found?.first, found?.left]).toEqual([0, 0, 0]);
  });

  test('through old projects alone: nothing is ascribed to new ones, though there are some', () => {
    const found = composeChange(
      map({ a: [80, 100] }),
      map({ a: [60, 100], b: [30, 50] }),
      (id) => id === 'b',
    );
    expect(found?.old).toBeCloseTo(-0.2, 12);
    expect(found?.added).toBeCloseTo(0, 12);
  });

  test('a first report of a project that was there is told from a new project', () => {
    const found = composeChange(
      map({ a: [80, 100] }),
      map({ a: [80, 100], b: [0, 50], c: [0, 50] }),
      (id) => id === 'c',
    );
    expect(found?.first).toBeCloseTo(-0.2, 12);
    expect(found?.added).toBeCloseTo(-0.2, 12);
  });

  test('what is no longer known counts by how far it lay from the others', () => {
    const found = composeChange(map({ a: [90, 100], b: [10, 100] }), map({ a: [90, 100] }), () => false);
    expect(found?.left).toBeCloseTo(0.4, 12);
    expect(found?.old).toBe(0);
  });

  test('is not known where no project is known on both days', () => {
    expect(composeChange(map({ a: [1, 2] }), map({ b: [1, 2] }), () => true)).toBeNull();
    expect(composeChange(map({}), map({ b: [1, 2] }), () => true)).toBeNull();
    expect(composeChange(map({ a: [1, 2] }), map({}), () => true)).toBeNull();
  });
});

/** A seeded stream of numbers from 0 to 1. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

test('the parts add up to the change, whatever enters, stays or leaves', () => {
  const next = stream(7);
  for (let round = 0; round < 300; round += 1) {
    const before = new Map<string, RatioPart>();
    const after = new Map<string, RatioPart>();
    for (let index = 0; index < 20; index += 1) {
      const whole = 1 + next() * 1000;
      if (next() < 0.7) before.set(`p${index}`, { part: whole * next() * 1.5, whole });
      if (next() < 0.8) after.set(`p${index}`, { part: whole * next() * 1.5, whole: whole * (0.5 + next()) });
    }
    const found = composeChange(before, after, (id) => Number(id.slice(1)) % 2 === 0);
    if (!found) continue;
    const { added, first, old, left, change } = found;
    expect(added + first + old + left).toBeCloseTo(change, 10);
    expect(found.after - found.before).toBeCloseTo(change, 12);
  }
});

test('the counts of lights add up exactly, whatever turns', () => {
  const next = stream(11);
  const some = (): Light => lights[Math.floor(next() * lights.length)] ?? 'grey';
  for (let round = 0; round < 100; round += 1) {
    const before = new Map<string, Light>();
    const after = new Map<string, Light>();
    for (let index = 0; index < 30; index += 1) {
      if (next() < 0.7) before.set(`p${index}`, some());
      if (next() < 0.8) after.set(`p${index}`, some());
    }
    for (const move of lightMoves(before, after)) {
      expect(move.before + move.added + move.turnedTo - move.turnedFrom - move.left).toBe(move.after);
    }
  }
});

test('a light that turned is told from one that came in', () => {
  const moves = lightMoves(
    new Map([
      ['a', 'green'],
      ['b', 'red'],
      ['c', 'red'],
    ]),
    new Map([
      ['a', 'red'],
      ['b', 'red'],
      ['d', 'red'],
    ]),
  );
  expect(moves.find(({ light }) => light === 'red')).toEqual({
    light: 'red',
    before: 2,
    added: 1,
    turnedTo: 1,
    turnedFrom: 0,
    left: 1,
    after: 3,
  });
});

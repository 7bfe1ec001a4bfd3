import { describe, expect, test } from 'vitest';
import { UndoStack } from './undo-stack.svelte';

const filled = (steps: number, limit: number): UndoStack<number> => {
  const stack = new UndoStack<number>(limit);
  for (let step = 1; step <= steps; step++) stack.push(step, `change ${step}`);
  return stack;
};

describe('an undo stack', () => {
  test('begins empty', () => {
    expect(new UndoStack().last).toBeNull();
  });

  test.each([
    [2, 1],
    [3, 1],
    [4, 2],
  ])('that takes three still knows, after %i changes, the state %i', (changes, oldest) => {
    const stack = filled(changes, 3);
    while (stack.size > 1) stack.drop();
    expect(stack.last?.state).toBe(oldest);
  });

  test('gives the newest state first, with what was done after it', () => {
    const stack = filled(2, 3);
    expect(stack.last).toEqual({ state: 2, why: 'change 2' });
    stack.drop();
    expect(stack.last).toEqual({ state: 1, why: 'change 1' });
  });

  test('cleared holds nothing', () => {
    const stack = filled(2, 3);
    stack.clear();
    expect([stack.size, stack.last]).toEqual([0, null]);
  });
});

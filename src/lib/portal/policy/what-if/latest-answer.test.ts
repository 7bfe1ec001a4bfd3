import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LatestAnswer } from './latest-answer.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A question that is answered by hand. */
function question(): { ask: () => Promise<string>; settle: (answer: string) => void; asked: () => number } {
  let settle = (_: string) => {};
  let asked = 0;
  const promise = new Promise<string>((resolve) => (settle = resolve));
  return {
    ask: () => {
      asked += 1;
      return promise;
    },
    settle: (answer) => settle(answer),
    asked: () => asked,
  };
}

test('the first question is asked at once, the next when the typing pauses', async () => {
  const answers = new LatestAnswer<string>(250);
  answers.ask(() => Promise.resolve('first'));
  await vi.advanceTimersByTimeAsync(0);
  expect([answers.current, answers.pending]).toEqual(['first', false]);
  const next = question();
  answers.ask(next.ask);
  await vi.advanceTimersByTimeAsync(249);
  expect(next.asked()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect([next.asked(), answers.pending, answers.current]).toEqual([1, true, 'first']);
});

test('of questions that follow fast only the last is asked', async () => {
  const answers = new LatestAnswer<string>(250);
  const asked: string[] = [];
  for (const letter of ['3', '30', '300']) {
    answers.ask(() => {
      asked.push(letter);
      return Promise.resolve(letter);
    });
  }
  await vi.advanceTimersByTimeAsync(300);
  expect([asked, answers.current]).toEqual([['300'], '300']);
});

test('an old answer never replaces a newer question’s', async () => {
  const answers = new LatestAnswer<string>(0);
  const [slow, fast] = [question(), question()];
  answers.ask(slow.ask);
  await vi.advanceTimersByTimeAsync(0);
  answers.ask(fast.ask);
  await vi.advanceTimersByTimeAsync(10);
  expect(fast.asked()).toBe(0);
  slow.settle('old');
  await vi.advanceTimersByTimeAsync(10);
  expect([answers.current, answers.pending, fast.asked()]).toEqual([null, true, 1]);
  fast.settle('new');
  await vi.advanceTimersByTimeAsync(10);
  expect([answers.current, answers.pending]).toEqual(['new', false]);
});

test('a failure is told, and the next answer takes its place', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
  const answers = new LatestAnswer<string>(0);
  answers.ask(() => Promise.reject(new Error('no rows')));
  await vi.advanceTimersByTimeAsync(0);
  expect([answers.failure, answers.pending]).toEqual(['no rows', false]);
  answers.ask(() => Promise.resolve('good'));
  await vi.advanceTimersByTimeAsync(0);
  expect([answers.failure, answers.current]).toEqual([null, 'good']);
  silent.mockRestore();
});

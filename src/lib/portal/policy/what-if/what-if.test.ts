import { beforeEach, describe, expect, test } from 'vitest';
import { draftFromYaml, draftToYaml } from '$lib/policy/what-if/draft-yaml';
import type { RuleDraft } from '$lib/policy/what-if/draft';
import { policy, printedGuide, rulebook } from '../fixtures/printed-guides';
import { groupOf, placeOf } from './draft-fields-of';
import { DraftSession } from './draft-session.svelte';
import { keep } from './kept-draft';
import { WhatIfDraft } from './what-if.svelte';
import { changesWords } from './what-if-headlines';

const vocabulary = { facts: policy.book.facts, bases: rulebook.bases };

function draftOf(session: DraftSession, year = 2023): WhatIfDraft {
  return new WhatIfDraft(session, printedGuide(year), vocabulary, { id: `draft-${year}`, name: '调整稿' });
}

function fieldOf(draft: WhatIfDraft, slug: string, key: string) {
  const found = draft.items.find(({ item }) => item.slug === slug)?.fields.find((field) => field.key === key);
  if (!found) throw new RangeError(`${slug} has no value ${key}`);
  return found;
}

const highEnd = 'high-end-upgrade';
const windowed = 'green-upgrade';

let session: DraftSession;
let draft: WhatIfDraft;
beforeEach(() => {
  keep({ typed: {}, titles: {} });
  session = new DraftSession();
  draft = draftOf(session);
});

const cap = () => fieldOf(draft, highEnd, 'cap::');
const rate = () => fieldOf(draft, highEnd, 'rate::total-input');

describe('a draft as it is typed', () => {
  test('starts as the guide, with values of every kind', () => {
    expect(draft.changes).toEqual([]);
    expect(draft.text(cap())).toBe('4000');
    expect(new Set(draft.fields.map(groupOf)).size).toBe(6);
    expect(new Set(draft.fields.map(placeOf)).size).toBe(draft.fields.length);
  });

  test('holds what differs from the guide, and nothing else', () => {
    draft.set(cap(), '3000');
    draft.set(rate(), '10.0');
    expect(draft.draft.changes).toEqual([
      { category: 'guides/2023/high-end-upgrade', field: cap().ref, value: 3_000_000_000 },
    ]);
    draft.reset(cap());
    draft.reset(rate());
    expect([draft.changes, draft.isEmpty]).toEqual([[], true]);
  });

  test('keeps out what cannot be used, and says why at the field', () => {
    draft.set(cap(), '3000');
    draft.set(rate(), '180');
    expect(draft.problems.get(placeOf(rate()))).toBe('out_of_range');
    expect(draft.changes.map(({ field }) => field)).toEqual([cap()]);
    draft.set(rate(), '');
    expect(draft.problems.get(placeOf(rate()))).toBe('empty');
  });

  test('keeps out days that leave nothing that could meet a condition', () => {
    const days = draft.fields.filter(({ ref }) => ref.kind === 'day');
    const from = days.find(
      ({ ref, category }) =>
        ref.kind === 'day' &&
        ref.edge === 'from' &&
        days.some(
          (other) =>
            other.category === category &&
            other.ref.kind === 'day' &&
            other.ref.condition === ref.condition &&
            other.ref.edge === 'to',
        ),
    );
    if (!from) throw new Error('the guide prints a window with two ends');
    draft.set(from, '2099-01-01');
    expect(draft.problems.get(placeOf(from))).toBe('nothing_fits');
    expect(draft.changes).toEqual([]);
  });

  test('outlasts the page part, and each guide year has its own', () => {
    draft.set(cap(), '3000');
    draft.rename('明年初稿');
    const again = draftOf(new DraftSession());
    expect([again.draft.name, again.changes.length]).toEqual(['明年初稿', 1]);
    const earlier = draftOf(new DraftSession(), 2020);
    expect([earlier.draft.name, earlier.changes.length]).toEqual(['调整稿', 0]);
  });

  test('goes back to the guide as a whole, and can be brought back', () => {
    const earlier = draftOf(session, 2020);
    draft.set(cap(), '3000');
    earlier.set(fieldOf(earlier, windowed, 'cap::'), '777');
    const [before] = earlier.changes;
    draft.resetAll();
    expect([draft.changes.length, earlier.changes]).toEqual([0, [before]]);
    session.bringBack();
    expect(draft.text(cap())).toBe('3000');
  });
});

describe('a draft from a file', () => {
  const saved = (): RuleDraft => {
    draft.set(cap(), '3000');
    draft.set(rate(), '8');
    draft.rename('明年初稿');
    return draftFromYaml(draftToYaml(draft.draft, draft.fields));
  };

  test('is the one that was saved', () => {
    const found = saved();
    expect(found).toEqual(draft.draft);
    const { changes } = draft.draft;
    draft.resetAll();
    expect(draft.take(found)).toEqual([]);
    expect([draft.draft.name, draft.draft.changes]).toEqual(['明年初稿', changes]);
    expect(session.notice).toEqual({ kind: 'opened', name: '明年初稿', changes: 2 });
  });

  test('that does not fit is not taken at all', () => {
    draft.set(cap(), '3500');
    const [first, second] = saved().changes;
    if (!first || !second) throw new Error('two changes were saved');
    const stray = { ...second, category: 'guides/2023/no-such-item' };
    const tooMuch = { ...first, value: 500 };
    expect(draft.take({ ...saved(), changes: [first, stray] })).toEqual([stray]);
    expect(draft.take({ ...saved(), changes: [tooMuch, second] })).toEqual([tooMuch]);
    expect(draft.take({ ...saved(), changes: [first, first] })).toEqual([first]);
    expect(draft.text(cap())).toBe('3000');
    expect(session.notice).toBeNull();
  });
});

describe('the changes in a title', () => {
  test('are told where they are few, counted where they are many', () => {
    draft.set(cap(), '3000');
    draft.set(rate(), '8');
    expect(changesWords(draft.items, draft.changes)).toBe(
      '高端化改造升级比例 10→8\u00A0%、上限 4,000→3,000\u00A0万元',
    );
    draft.set(fieldOf(draft, highEnd, 'quota'), '25');
    draft.set(fieldOf(draft, highEnd, 'tranche::1:share'), '40');
    expect(changesWords(draft.items, draft.changes)).toBe('高端化改造升级 4 处改动');
    draft.set(fieldOf(draft, windowed, 'quota'), '45');
    expect(changesWords(draft.items, draft.changes)).toBe('2 类 5 处改动');
  });

  test('of a condition name it', () => {
    draft.set(fieldOf(draft, highEnd, 'threshold:renovation-input:1:at_least'), '3');
    expect(changesWords(draft.items, draft.changes)).toBe(
      '高端化改造升级“重大技术改造项目总投入不低于1亿元”改为 3\u00A0亿元',
    );
  });
});

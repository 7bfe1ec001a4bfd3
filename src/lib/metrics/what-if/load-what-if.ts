import type { LibraryMeta } from '$lib/domain/library';
import type { ConditionBook } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { guideOf } from '$lib/policy/look-up';
import type { Category, Guide } from '$lib/policy/rulebook';
import type { ItemRulesInput } from '$lib/policy/sql/item-sql';
import { applyDraft } from '$lib/policy/what-if/apply-draft';
import type { DraftRefusal, RuleDraft } from '$lib/policy/what-if/draft';
import type { Engine } from '$lib/warehouse/engine';
import type { MetricsContext } from '../scope';
import type { KeptTables } from '../sql/scoped';
import { standingAt } from '../standing';
import { GuideAnswers } from './guide-answers';
import { figuresOf } from './what-if-figures';
import { clusterFigures, placeFigures } from './what-if-groups';
import { moveOf } from './what-if-moves';
import {
  itemMoves,
  itemSums,
  subQuotaSums,
  type ItemPair,
  type MoveRow,
  type SubQuotaSumRow,
  type SumRow,
} from './what-if-sql';
import type {
  BeforeAfter,
  QuotaUse,
  SubQuotaChange,
  WhatIfAnswer,
  WhatIfCategory,
  WhatIfMove,
  WhatIfView,
} from './what-if-view';

/** What a page's metrics know, and what the guides ask of each item. */
export interface WhatIfContext extends MetricsContext {
  book: ConditionBook;
}

/** Moves listed; all of them are counted. */
export const moveLimit = 500;

interface Compared {
  pair: ItemPair;
  rows: SumRow[];
  subQuotas: SubQuotaSumRow[];
  moves: WhatIfMove[];
}

/** A draft of 2023 tried on a guide that copies 2023: the same items under that guide's ids. */
function onGuide(draft: RuleDraft, guide: Guide): RuleDraft {
  if (guide.copyOf !== draft.copyOf) return draft;
  const [from, to] = [`guides/${draft.copyOf}/`, `guides/${guide.year}/`];
  const changes = draft.changes.map((change) => ({ ...change, category: change.category.replace(from, to) }));
  return { ...draft, changes };
}

type Pairs = { pairs: ItemPair[]; refusals: null } | { pairs: null; refusals: DraftRefusal[] };

function pairsOf({ rulebook, book }: WhatIfContext, guide: Guide, draft: RuleDraft): Pairs {
  const { bases } = rulebook;
  const { facts } = book;
  const known = new Set(guide.categories.map(({ id }) => id));
  const strays = draft.changes
    .filter(({ category }) => !known.has(category))
    .map((change): DraftRefusal => ({ change, reason: 'unknown_item', limits: null }));
  const outcomes = guide.categories.map((category) => {
    const conditions = conditionsOf(book, category, guide);
    const before: ItemRulesInput = { category, item: conditions, facts, bases };
    if (!draft.changes.some((change) => change.category === category.id))
      return { pair: { before, after: before }, refusals: [] };
    const { rules, refusals } = applyDraft({ category, conditions }, draft, { facts, bases });
    if (!rules) return { pair: null, refusals };
    return {
      pair: { before, after: { ...before, category: rules.category, item: rules.conditions } },
      refusals: [],
    };
  });
  const refusals = [...strays, ...outcomes.flatMap((outcome) => outcome.refusals)];
  if (refusals.length > 0) return { pairs: null, refusals };
  return { pairs: outcomes.flatMap(({ pair }) => (pair ? [pair] : [])), refusals: null };
}

async function ask(engine: Engine, kept: KeptTables, pair: ItemPair): Promise<Compared> {
  const rows = await engine.query<SumRow>(itemSums(pair, kept));
  const { subQuotas: parts } = pair.before.category;
  const subQuotas = parts.length === 0 ? [] : await engine.query<SubQuotaSumRow>(subQuotaSums(pair, kept));
  const moved = rows.some((row) => row.comes_in + row.falls_out > 0);
  const moves = moved ? await engine.query<MoveRow>(itemMoves(pair, kept, moveLimit)) : [];
  return { pair, rows, subQuotas, moves: moves.map((row) => moveOf(pair, row)) };
}

const unchanged = new GuideAnswers<Compared>();

function compare(engine: Engine, kept: KeptTables, pair: ItemPair): Promise<Compared> {
  const { before, after } = pair;
  if (before !== after) return ask(engine, kept, pair);
  return unchanged.of(kept, before.category, before.item, () => ask(engine, kept, pair));
}

function quotaUse(quota: number, awarded: number | null, lost: number): QuotaUse {
  const used = awarded === null ? null : awarded - lost;
  return { quota, used, headroom: used === null ? null : quota - used };
}

function subQuotaChanges({ pair, subQuotas }: Compared): SubQuotaChange[] {
  return pair.before.category.subQuotas.map((part, index) => {
    const use = subQuotas.find((row) => row.sub_quota_id === part.id);
    return {
      subQuotaId: part.id,
      label: part.name,
      bound: part.bound,
      amount: { before: part.amount, after: pair.after.category.subQuotas[index]?.amount ?? part.amount },
      used: { before: use?.used_before ?? 0, after: use?.used_after ?? 0 },
      undetermined: { before: use?.undetermined_before ?? 0, after: use?.undetermined_after ?? 0 },
    };
  });
}

function categoryFigures(
  compared: Compared,
  { coverage }: LibraryMeta,
  awardsKnown: boolean,
): WhatIfCategory {
  const { before, after } = compared.pair;
  const { id, areaId, name, shortName, quota } = before.category;
  const figures = figuresOf(compared.rows, awardsKnown);
  const use = (category: Category, lost: number) =>
    category.quota ? quotaUse(category.quota.value, figures.awardedProjects, lost) : null;
  const quotas = { before: use(before.category, 0), after: use(after.category, figures.awardsLost) };
  return {
    categoryId: id,
    areaId,
    name,
    shortName,
    changed: before !== after,
    covered: coverage?.categoryIds.includes(id) ?? true,
    ...figures,
    quota: quota && quotas.before && quotas.after ? { before: quotas.before, after: quotas.after } : null,
    subQuotas: subQuotaChanges(compared),
  };
}

/** Quotas and their use added up over the items that have one. */
function totalQuota(categories: readonly WhatIfCategory[]): BeforeAfter<QuotaUse> | null {
  const quotas = categories.flatMap(({ quota }) => (quota ? [quota] : []));
  if (quotas.length === 0) return null;
  const side = (of: 'before' | 'after'): QuotaUse => {
    const sum = (value: (use: QuotaUse) => number | null) =>
      quotas.reduce<number | null>((total, use) => {
        const found = value(use[of]);
        return total === null || found === null ? null : total + found;
      }, 0);
    return {
      quota: sum((use) => use.quota) ?? 0,
      used: sum((use) => use.used),
      headroom: sum((use) => use.headroom),
    };
  };
  return { before: side('before'), after: side('after') };
}

/** Awarded projects first; the order of items and projects stays. */
const listed = (moves: readonly WhatIfMove[]): WhatIfMove[] =>
  [...moves.filter(({ awarded }) => awarded), ...moves.filter(({ awarded }) => !awarded)].slice(0, moveLimit);

/**
 * What a draft would have done to a guide year's projects as they stood on the library's as-of day: every item is
 * evaluated under the guide and under the draft in the engine. A project of which something is open counts as
 * undetermined and never as eligible; an amount that cannot be computed is left out of its sum and counted.
 * @param guideYear the year whose projects are looked at: the copied guide's own, or a guide that copies it
 * @throws RangeError for a year without a guide
 */
export async function loadWhatIf(
  engine: Engine,
  context: WhatIfContext,
  draft: RuleDraft,
  guideYear: number = draft.copyOf,
): Promise<WhatIfAnswer> {
  const { rulebook, meta } = context;
  const guide = guideOf(rulebook, guideYear);
  if (!guide) throw new RangeError(`the rules hold no guide of ${guideYear}`);
  const { pairs, refusals } = pairsOf(context, guide, onGuide(draft, guide));
  if (!pairs) return { view: null, refusals };
  const kept = await standingAt(engine, meta, meta.asOf);
  const compared = await Promise.all(pairs.map((pair) => compare(engine, kept, pair)));
  const rows = compared.flatMap((item) => item.rows);
  const awardsKnown = meta.datasets.includes('awards');
  const categories = compared.map((item) => categoryFigures(item, meta, awardsKnown));
  const total = figuresOf(rows, awardsKnown);
  const view: WhatIfView = {
    guideYear,
    asOf: meta.asOf,
    isSample: meta.kind === 'sample',
    draft,
    total,
    totalQuota: totalQuota(categories),
    categories,
    places: placeFigures(rows, rulebook, meta, awardsKnown),
    clusters: clusterFigures(rows, rulebook, meta, awardsKnown),
    moves: listed(compared.flatMap(({ moves }) => moves)),
    movesInAll: total.comesIn + total.fallsOut,
  };
  return { view, refusals: null };
}

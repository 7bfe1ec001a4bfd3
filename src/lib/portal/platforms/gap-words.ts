import { labelOf, listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { PlatformBooks } from '$lib/metrics/platforms/platform-case';
import type { LevelGap } from '$lib/metrics/platforms/platform-lines';
import type { Shortfall } from '$lib/policy/platforms/shortfall';
import { plainNumber } from '../policy/words/amount-words';
import { factName, factValueWords, type WordContext } from '../policy/words/fact-words';

export const contextOf = ({ book }: PlatformBooks): WordContext => ({ book, category: { variants: [] } });

const names = (context: WordContext, facts: readonly string[]): string =>
  facts.map((id) => factName(context, id)).join(' + ');

/** What is wanting in words and numbers: “设备接入数量 3,200 台”. */
export function shortfallWords(context: WordContext, shortfall: Shortfall): string {
  switch (shortfall.kind) {
    case 'amount':
      return m.platforms_short_item({
        name: names(context, shortfall.facts),
        amount: factValueWords(context, shortfall.facts[0] ?? '', shortfall.short),
      });
    case 'share':
      return m.platforms_short_points({
        part: factName(context, shortfall.part),
        amount: plainNumber(shortfall.short),
      });
    case 'lacking':
      return m.platforms_lacking_item({ name: names(context, shortfall.facts) });
    case 'unknown':
      return m.platforms_unknown_item({ name: listed(shortfall.facts.map((id) => factName(context, id))) });
    case 'all':
      return shortfall.parts.map((part) => shortfallWords(context, part)).join(m.platforms_and());
    case 'any':
      return shortfall.parts.map((part) => shortfallWords(context, part)).join(m.platforms_or());
  }
}

/** How much is short of one number, without its name. */
export function shortAmount(context: WordContext, shortfall: Shortfall): string | null {
  if (shortfall.kind === 'amount') return factValueWords(context, shortfall.facts[0] ?? '', shortfall.short);
  return shortfall.kind === 'share' ? `${plainNumber(shortfall.short)}\u00A0%` : null;
}

const mostNumbers = 2;

/** The way to a level in one line: the nearest numbers, then how much else. */
export function gapWords(books: PlatformBooks, { levelId, numbers, lacking, open }: LevelGap): string {
  const context = contextOf(books);
  const conditions = books.platforms.levels.find(({ id }) => id === levelId)?.conditions ?? [];
  const nameOf = (id: string | undefined) => {
    const found = conditions.find((condition) => condition.id === id);
    return found ? labelOf(found.name) : '';
  };
  const first = numbers.slice(0, mostNumbers).map((one) => shortfallWords(context, one));
  const parts = [
    ...(first.length > 0 ? [m.platforms_short({ what: listed(first) })] : []),
    ...(numbers.length > mostNumbers
      ? [m.platforms_more_numbers({ count: numbers.length - mostNumbers })]
      : []),
    ...(lacking.length === 1 ? [m.platforms_lacking_item({ name: nameOf(lacking[0]) })] : []),
    ...(lacking.length > 1 ? [m.platforms_lacking_count({ count: lacking.length })] : []),
    ...(open.length === 1 ? [m.platforms_unknown_item({ name: nameOf(open[0]) })] : []),
    ...(open.length > 1 ? [m.platforms_open_count({ count: open.length })] : []),
  ];
  return parts.length > 0 ? parts.join(m.platforms_gap_sep()) : m.platforms_nothing_missing();
}

/** The name of a sub-class of elements. */
export function subclassName({ platforms }: PlatformBooks, id: string): string {
  const found = platforms.elements.flatMap(({ subclasses }) => subclasses).find((one) => one.id === id);
  return found ? labelOf(found.name) : id;
}

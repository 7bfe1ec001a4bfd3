import { guideOf } from '$lib/policy/look-up';
import type { Category, Guide, Rulebook } from '$lib/policy/rulebook';
import { UsageError } from '../usage-error';

/** @throws UsageError when no guide has this year */
export function guideOfText(rulebook: Rulebook, text: string | undefined): Guide {
  const guide = text === undefined ? null : guideOf(rulebook, Number(text));
  if (guide) return guide;
  const years = rulebook.guides.map(({ year }) => year).join('、');
  const asked = text === undefined ? '缺少 --guide' : `没有 ${text} 年的指南`;
  throw new UsageError(`${asked}（no such guide），可选 known: ${years}`);
}

const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);

/** A category by its full id, or by the last part of it. @throws UsageError with the ids that exist */
export function categoryOfText(guide: Guide, text: string | undefined): Category {
  const found = guide.categories.find(({ id }) => id === text || lastPart(id) === text);
  if (found) return found;
  const asked = text === undefined ? '缺少 --category' : `${guide.year} 年指南里没有支持项目“${text}”`;
  const known = guide.categories.map(({ id }) => `  ${lastPart(id)}`).join('\n');
  throw new UsageError(`${asked}（no such category），可选 known:\n${known}`);
}

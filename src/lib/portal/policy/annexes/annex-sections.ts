import { m } from '$lib/i18n/paraglide/messages';
import type { Annexes } from '$lib/policy/annexes/annexes';
import type { Cluster, Guide } from '$lib/policy/rulebook';
import type { SearchEntry } from '../guide/find-in-guide';
import type { AnnexSection } from './annex-view';
import { annexes2020 } from './annexes-2020-view';
import { annexes2023 } from './annexes-2023-view';

/** The annexes of a guide; a draft has those of the guide that it copies, a year without any has none. */
export function annexSections(annexes: Annexes, clusters: readonly Cluster[], guide: Guide): AnnexSection[] {
  const year = guide.copyOf ?? guide.year;
  if (year === annexes.comparisons.earlierYear) return annexes2020(annexes);
  return year === annexes.comparisons.laterYear ? annexes2023(annexes, clusters) : [];
}

/** What can be searched in an annex. */
export const annexEntries = (sections: readonly AnnexSection[]): SearchEntry[] =>
  sections.map(({ slug, number, title, groups }) => ({
    slug,
    number: m.annex({ number }),
    name: title,
    texts: [
      { field: 'name', text: title, place: m.annex({ number }) },
      ...groups.flatMap(({ name, lines }) =>
        lines.flatMap((line) =>
          [line.name, ...line.notes].map((text) => ({
            field: 'annex' as const,
            text,
            place: [name, line.number].filter((part) => part !== null).join(' '),
          })),
        ),
      ),
    ],
  }));

import { compileCategory } from './compile-category.ts';
import type { Category, Guide, SubsidyBase } from './rulebook.ts';
import type { CategoryText } from './schemas/category.ts';
import type { CopiedGuideText, PrintedGuideText } from './schemas/guide.ts';

/** A guide with the items that its areas list, by slug. */
export interface PrintedGuideFiles {
  guide: PrintedGuideText;
  items: Map<string, CategoryText>;
}

function compilePrinted({ guide, items }: PrintedGuideFiles, bases: SubsidyBase[]): Guide {
  let sequence = 0;
  const categories = guide.areas.flatMap((area) =>
    area.items.map((slug) => {
      const text = items.get(slug);
      if (!text) throw new Error(`guide ${guide.year} lists ${slug}, which has no file`);
      sequence += 1;
      return compileCategory(text, { guideYear: guide.year, areaId: area.id, sequence }, bases);
    }),
  );
  return {
    year: guide.year,
    draft: guide.draft,
    copyOf: null,
    documentId: guide.document,
    name: guide.name,
    areas: guide.areas.map((area, index) => ({
      id: area.id,
      guideYear: guide.year,
      sequence: index + 1,
      name: area.name,
      shortName: area.short_name,
    })),
    categories,
  };
}

/** Ids carry the year of the copy; those of sub-quotas, areas and types stay, so that years compare. */
function compileCopy(guide: CopiedGuideText, original: Guide): Guide {
  const year = guide.year;
  return {
    ...original,
    year,
    draft: guide.draft,
    copyOf: guide.copy_of,
    name: guide.name,
    areas: original.areas.map((area) => ({ ...area, guideYear: year })),
    categories: original.categories.map((category) => ({
      ...category,
      id: category.id.replace(`guides/${original.year}/`, `guides/${year}/`),
      guideYear: year,
      corresponds: [category.id, ...category.corresponds],
    })),
  };
}

/** Links are written once, in the later year; the earlier year gets them back. */
function withReturnLinks(guides: Guide[]): Guide[] {
  const all = guides.filter((guide) => guide.copyOf === null).flatMap((guide) => guide.categories);
  const linksTo = (target: Category) =>
    all.filter((category) => category.corresponds.includes(target.id)).map((category) => category.id);
  return guides.map((guide) => ({
    ...guide,
    categories: guide.categories.map((category) => ({
      ...category,
      corresponds: [...new Set([...category.corresponds, ...linksTo(category)])],
    })),
  }));
}

/** All guides by year: printed ones from their items, drafts as copies. */
export function compileGuides(
  printed: PrintedGuideFiles[],
  copies: CopiedGuideText[],
  bases: SubsidyBase[],
): Guide[] {
  const originals = printed.map((files) => compilePrinted(files, bases));
  const drafts = copies.map((copy) => {
    const original = originals.find((guide) => guide.year === copy.copy_of);
    if (!original) throw new Error(`guide ${copy.year} copies ${copy.copy_of}, which is not there`);
    return compileCopy(copy, original);
  });
  return withReturnLinks([...originals, ...drafts]).sort((one, other) => one.year - other.year);
}

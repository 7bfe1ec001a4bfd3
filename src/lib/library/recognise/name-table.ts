import type { Area, Guide, Rulebook, SummaryTable } from '$lib/policy/rulebook';
import { comparisonKey } from '../values/text';
import { annexIn } from './title-lines';

/** Which of the official tables a sheet is. */
export interface NamedTable {
  areaId: string;
  tableId: string | null;
  /** False where the sheet's or the file's name had to tell, because the title does not. */
  inTitle: boolean;
}

const areaIn = (areas: readonly Area[], text: string): Area | undefined => {
  const key = comparisonKey(text);
  return areas.find((area) => key.includes(comparisonKey(area.name.zh)));
};

function tableOf(
  rulebook: Rulebook,
  guide: Guide,
  test: (table: SummaryTable) => boolean,
): SummaryTable | undefined {
  const ofYear = rulebook.summaryTables.filter((table) => table.guideYear === guide.year);
  const tables = ofYear.length > 0 ? ofYear : rulebook.summaryTables;
  return tables.find(test);
}

/**
 * Names the table by the words of its title, else by its annex number, else by the sheet's and file's names.
 * Null when none of them tells.
 */
export function nameTable(
  rulebook: Rulebook,
  guide: Guide,
  title: string,
  otherNames: readonly string[],
): NamedTable | null {
  for (const [position, text] of [title, ...otherNames].entries()) {
    const annex = annexIn(text);
    const areaId =
      areaIn(guide.areas, text)?.id ??
      tableOf(rulebook, guide, (table) => table.id === annex)?.areaId ??
      null;
    if (areaId === null || !guide.areas.some((area) => area.id === areaId)) continue;
    const tableId = tableOf(rulebook, guide, (table) => table.areaId === areaId)?.id ?? null;
    return { areaId, tableId, inTitle: position === 0 };
  }
  return null;
}

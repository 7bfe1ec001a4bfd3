import type { Rulebook, SummaryTable } from '$lib/policy/rulebook';

const basicYears = 2;

/** The printed layout under another guide's year and area: a guide without tables of its own is reported in it. */
function layoutFor(
  printed: SummaryTable,
  year: number,
  areaId: string,
  area: string,
  id: string,
): SummaryTable {
  const before = `${printed.guideYear - basicYears}年`;
  return {
    ...printed,
    id,
    guideYear: year,
    areaId,
    title: printed.title
      .replace(/^\d{4}/, String(year))
      .replace(/[（(].*[)）](?=入库项目汇总表)/, `（${area}）`),
    columns: printed.columns.map((column) => ({
      ...column,
      group: column.group?.replace(before, `${year - basicYears}年`) ?? null,
    })),
  };
}

/**
 * The summary tables of a guide, one for each area: as printed, else in the layout of those that are. Only a guide that
 * copies another has the other's annex numbers; elsewhere the id is empty.
 */
export function summaryLayouts(rulebook: Rulebook, year: number): SummaryTable[] {
  const own = rulebook.summaryTables.filter((table) => table.guideYear === year);
  const [printed] = rulebook.summaryTables;
  if (own.length > 0 || !printed) return own;
  const guide = rulebook.guides.find((one) => one.year === year);
  const copied = rulebook.summaryTables.filter((table) => table.guideYear === guide?.copyOf);
  return (guide?.areas ?? []).map(({ id, name }) =>
    layoutFor(printed, year, id, name.zh, copied.find((table) => table.areaId === id)?.id ?? ''),
  );
}

import type { Listing } from './list';

const noQuota = '—';

function itemLine(item: Listing['items'][number]): string {
  const quota = item.quota?.value ?? noQuota;
  return [
    `  ${item.section} ${item.name.zh}`,
    item.subsidy.summary.zh,
    `支持数量 ${quota}`,
    `条件 ${item.conditions.length}`,
    `指标 ${item.indicators.length}`,
    item.id,
  ].join('\u3000');
}

/** One line an item, with the counts below; everything else is in the JSON. */
export function listingText({ guide, areas, items, counts }: Listing): string {
  const lines = areas.flatMap((area) => [
    area.name.zh,
    ...items.filter(({ areaId }) => areaId === area.id).map(itemLine),
  ]);
  const figures = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return [`${guide.name.zh}${guide.draft ? '（草案）' : ''}`, ...lines, figures.join('，')].join('\n');
}

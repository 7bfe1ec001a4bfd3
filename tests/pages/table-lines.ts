import type { Locator } from 'playwright-core';

/** A row of a table by column head; its first cell stands under `head`. */
export type Line = Record<string, string>;

/** Rows of a table as they stand in the page. */
export const tableLines = (table: Locator): Promise<Line[]> =>
  table
    .locator('tbody tr:not(.spacer)')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Object.fromEntries(
          [...row.querySelectorAll('th, td')].map((cell) => [
            cell.getAttribute('data-label') ?? 'head',
            (cell.textContent ?? '').trim(),
          ]),
        ),
      ),
    );

/** The row whose first cell reads so. */
export function lineOf(lines: readonly Line[], head: string): Line {
  const found = lines.find((line) => line['head'] === head);
  if (!found) throw new Error(`no row “${head}” among ${lines.map((line) => line['head']).join('、')}`);
  return found;
}

/** All rows of a table that only draws those in sight, by scrolling through it. */
export async function virtualLines(frame: Locator): Promise<Line[]> {
  const table = frame.getByRole('table');
  const total = Number(await table.getAttribute('aria-rowcount')) - 1;
  const found = new Map<string, Line>();
  for (let top = 0; found.size < total; top += 200) {
    const { bottom, indexes } = await frame.evaluate(async (element, place) => {
      element.scrollTop = place;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return {
        bottom: element.scrollHeight,
        indexes: [...element.querySelectorAll('tbody tr:not(.spacer)')].map(
          (row) => row.getAttribute('aria-rowindex') ?? '',
        ),
      };
    }, top);
    const lines = await tableLines(table);
    indexes.forEach((index, position) => {
      const line = lines[position];
      if (line) found.set(index, line);
    });
    if (top > bottom) throw new Error(`only ${found.size} of ${total} rows came into sight`);
  }
  return [...found.entries()].sort(([a], [b]) => Number(a) - Number(b)).map(([, line]) => line);
}

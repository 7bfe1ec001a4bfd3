import { labelOf } from '$lib/briefing/wording';
import type { Label } from '$lib/domain/label';
import { m } from '$lib/i18n/paraglide/messages';
import type { FactoryLine } from '$lib/metrics/platforms/platform-lines';
import type { ElementClass } from '$lib/policy/platforms/platforms';

/** An element with how many factories built it; a class heads its own. */
export interface ElementLine {
  key: string;
  name: Label;
  subclass: Label | null;
  /** Null for the head of a class. */
  built: number | null;
}

/** The catalogue in its order, class by class. */
export function elementLines(
  factories: readonly FactoryLine[],
  classes: readonly ElementClass[],
): ElementLine[] {
  const built = factories.flatMap(({ elements }) => elements.flatMap((one) => one.built));
  return classes.flatMap(({ id, name, subclasses }) => [
    { key: `class-${id}`, name, subclass: null, built: null },
    ...subclasses.flatMap((subclass) =>
      subclass.elements.map((element) => ({
        key: element.id,
        name: element.name,
        subclass: subclass.name,
        built: built.filter((one) => one === element.id).length,
      })),
    ),
  ]);
}

/** The elements that are built most and least often. */
export function elementsTitle(lines: readonly ElementLine[]): string {
  const ranked = lines
    .flatMap(({ name, built }) => (built === null ? [] : [{ name, built }]))
    .sort((a, b) => b.built - a.built);
  const [most] = ranked;
  const least = ranked.at(-1);
  if (!most || !least || most.built === 0) return m.platforms_elements_none();
  return m.platforms_elements_title({
    count: ranked.length,
    name: labelOf(most.name),
    built: most.built,
    least: labelOf(least.name),
    few: least.built,
  });
}

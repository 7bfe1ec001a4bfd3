import type { ElementSubclass, PlatformRules } from './platforms.ts';

/** What a factory reports of one sub-class: how many elements it built, and which. */
export interface ElementReport {
  factId: string;
  number: number | null;
  text: string | null;
}

/** What stands before the name of a sub-class in a fact: factory_elements_shop_floor. */
const prefix = 'factory_elements_';

/** The fact by which a factory reports its elements of a sub-class. */
export const elementFact = ({ id }: Pick<ElementSubclass, 'id'>): string =>
  `${prefix}${id.replaceAll('-', '_')}`;

export interface ReportedSubclass {
  subclass: ElementSubclass;
  factId: string;
  /** How many elements are met; null where nothing is reported. */
  count: number | null;
  /** Elements by name; empty where the report gives their number only. */
  built: string[];
}

/**
 * The reports of a factory, sub-class by sub-class: the number as reported, else that of the named elements. Names that
 * the catalogue does not have in that sub-class are left out.
 */
export function reportedElements(
  { elements }: Pick<PlatformRules, 'elements'>,
  reports: readonly ElementReport[],
): ReportedSubclass[] {
  return elements.flatMap(({ subclasses }) =>
    subclasses.map((subclass) => {
      const factId = elementFact(subclass);
      const report = reports.find((one) => one.factId === factId);
      const words = report?.text?.split(/[\s、,;，；]+/) ?? [];
      const built = subclass.elements
        .filter(({ id, name }) => words.includes(id) || words.includes(name.zh))
        .map(({ id }) => id);
      const count = report?.number ?? (built.length > 0 ? built.length : null);
      return { subclass, factId, count, built };
    }),
  );
}

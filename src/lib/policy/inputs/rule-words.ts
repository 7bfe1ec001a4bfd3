import type { Fact } from '../conditions/condition.ts';
import { readFacts } from '../conditions/read-conditions.ts';
import { readAnnexes } from '../annexes/read-annexes.ts';
import { readCentreRules } from '../centres/read-centres.ts';
import type { CentreRules } from '../centres/centres.ts';
import { readPlatformRules } from '../platforms/read-platforms.ts';
import type { ElementClass, NoticeTable } from '../platforms/platforms.ts';
import { yamlReader } from '../read-yaml.ts';
import type { InputFact, InputOption } from './input-table.ts';

/** What the tables ask by name, as the rules of the other documents give it. */
export interface RuleWords {
  facts: Record<'checklist' | 'centre' | 'platform', InputFact[]>;
  /** By the name under which a column of `input-tables.yaml` asks for them. */
  options: Record<string, InputOption[]>;
  noticeTables: NoticeTable[];
  /** The clusters of 2019; their ids are those of the clusters that they run into, parted by spaces. */
  earlierClusters: InputOption[];
}

const optionOf = ({ id, name }: { id: string; name: { zh: string } }): InputOption => ({
  id,
  words: [name.zh, id],
});

const factOf = ({ id, name, type, unit, options, aliases }: Fact): InputFact => ({
  id,
  words: [name.zh, id, ...aliases],
  type,
  unit: unit?.zh ?? null,
  options: options.map(optionOf),
});

/** Whether a factory meets an element; beside the counts of a sub-class that its conditions ask for. */
const elementFacts = (classes: readonly ElementClass[]): InputFact[] =>
  classes.flatMap(({ subclasses }) =>
    subclasses.flatMap(({ elements }) =>
      elements.map((element): InputFact => {
        const { id, words } = optionOf(element);
        return { id: `element/${id}`, words, type: 'yes_no', unit: null, options: [] };
      }),
    ),
  );

const generalFacts = ['registered_in_province', 'sound_finances_and_credit'];
/** Grade and approval of a centre stand in tables of their own. */
const tabledFacts = ['centre_latest_grade', 'centre_approved_on'];

function factsNamed(facts: ReadonlyMap<string, Fact>, prefixes: readonly string[]): InputFact[] {
  const wanted = ({ id }: Fact) =>
    generalFacts.includes(id) || prefixes.some((prefix) => id.startsWith(prefix));
  return [...facts.values()].filter((fact) => wanted(fact) && !tabledFacts.includes(fact.id)).map(factOf);
}

const centreOptions = ({ fields, reports, assessment }: CentreRules): Record<string, InputOption[]> => ({
  'centre-fields': fields.map(({ number, name }) => ({
    id: String(number),
    words: [name.zh, String(number)],
  })),
  'centre-aspects': [...assessment.building, ...assessment.running].map(optionOf),
  'centre-grades': assessment.grades.map(optionOf),
  'centre-reports': reports.map(optionOf),
});

/** Reads from the rules what the tables beside the summary tables ask by name (Node only). */
export function readRuleWords(folder: string): RuleWords {
  const facts = readFacts(folder, yamlReader(folder));
  const platforms = readPlatformRules(folder);
  const annexes = readAnnexes(folder);
  const items = annexes.checklist.items;
  return {
    facts: {
      checklist: [
        ...items.map(({ id, number, name, answer }) => ({
          id,
          words: [name.zh, id, String(number)],
          type: answer,
          unit: null,
          options: [],
        })),
        {
          ...optionOf({ id: 'conclusion', name: annexes.checklist.conclusion.name }),
          type: 'text',
          unit: null,
          options: [],
        },
      ],
      centre: factsNamed(facts, ['centre_']),
      platform: [...factsNamed(facts, ['platform_', 'factory_']), ...elementFacts(platforms.elements)],
    },
    options: centreOptions(readCentreRules(folder)),
    noticeTables: platforms.summaryTables,
    earlierClusters: annexes.clusters2019.clusters.map(({ name, mapsTo }) => ({
      id: mapsTo.join(' '),
      words: [name.zh],
    })),
  };
}

import { compileConditions, readFacts } from '../conditions/read-conditions.ts';
import type { Fact } from '../conditions/condition.ts';
import { compileEarlierClusters } from '../annexes/compile-mappings.ts';
import { earlierClustersSchema } from '../annexes/schema-mappings.ts';
import { rulesFolder, yamlReader, type YamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import { compileElements, compileMetrics, compileNotice, compileNoticeTables } from './compile-platforms.ts';
import type { ElementClass, MetricSection, PlatformLevel, PlatformRules } from './platforms.ts';
import { elementsSchema, levelSchema, metricsSchema, noticeSchema, noticeTablesSchema } from './schema.ts';

const home = 'platforms/2019';
const levelFiles = ['enterprise-level', 'industry-level', 'cross-industry-level'];

function readLevel(read: YamlReader, name: string, facts: ReadonlyMap<string, Fact>): PlatformLevel {
  const file = `${home}/${name}.yaml`;
  const text = read(file, levelSchema);
  if (`${text.id}.yaml` !== file) throw new RulesError(file, 'id', `expected ${file}, found ${text.id}`);
  return {
    id: text.id,
    section: text.section,
    name: text.name,
    applicant: { value: text.applicant.name, source: text.applicant.source },
    conditions: compileConditions(file, text.conditions, [], facts),
    ambiguities: text.ambiguities,
  };
}

function checkMetrics(sections: MetricSection[], facts: ReadonlyMap<string, Fact>): void {
  const named = sections.flatMap((section) => section.facts);
  const stray = named.find((id, index) => !facts.has(id) || named.indexOf(id) !== index);
  if (stray) throw new RulesError(`${home}/metrics.yaml`, stray, 'the fact is not defined, or stands twice');
}

/** Elements are told apart by their ids alone. @throws RulesError */
function checkElements(classes: ElementClass[]): void {
  const ids = classes.flatMap(({ subclasses }) =>
    subclasses.flatMap(({ elements }) => elements.map((one) => one.id)),
  );
  const double = ids.find((id, index) => ids.indexOf(id) !== index);
  if (double) throw new RulesError(`${home}/elements.yaml`, double, 'the id is given twice');
}

/**
 * The rules of the industrial internet notice (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readPlatformRules(folder: string = rulesFolder): PlatformRules {
  const read = yamlReader(folder);
  const facts = readFacts(folder, read);
  const levels = levelFiles.map((name) => readLevel(read, name, facts));
  const factory = readLevel(read, 'benchmark-factory', facts);
  const metrics = compileMetrics(read(`${home}/metrics.yaml`, metricsSchema));
  checkMetrics(metrics, facts);
  const elements = compileElements(read(`${home}/elements.yaml`, elementsSchema));
  checkElements(elements);
  const notice = compileNotice(read(`${home}/notice.yaml`, noticeSchema));
  return {
    ...notice,
    clusters: compileEarlierClusters(read('vocabulary/clusters-2019.yaml', earlierClustersSchema)).clusters,
    levels,
    factory,
    elements,
    metrics,
    summaryTables: compileNoticeTables(read('forms/2019/summary-tables.yaml', noticeTablesSchema)),
    ambiguities: [...[...levels, factory].flatMap((one) => one.ambiguities), ...notice.ambiguities],
  };
}

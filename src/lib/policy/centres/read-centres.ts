import { fenFromNumber } from '../../domain/money.ts';
import { compileConditions, readFacts } from '../conditions/read-conditions.ts';
import type { Fact } from '../conditions/condition.ts';
import { rulesFolder, yamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import type { CentreConditions, CentreRules } from './centres.ts';
import { compileFields, compileWork, rowsOf } from './compile-centres.ts';
import { fieldsSchema, foundingSchema, supportSchema, workSchema, type FoundingText } from './schema.ts';

const home = 'centres/2023';

function conditionsOf(file: string, text: FoundingText, facts: ReadonlyMap<string, Fact>): CentreConditions {
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

/** Consequences name grades that exist, and cycles leave no gap. @throws RulesError */
function check({ assessment, fields }: CentreRules): void {
  const grades = new Set(assessment.grades.map(({ id }) => id));
  const stray = assessment.consequences.flatMap(({ gradeIds }) => gradeIds).find((id) => !grades.has(id));
  if (stray) throw new RulesError(`${home}/work.yaml`, 'consequences', `there is no grade “${stray}”`);
  const gap = assessment.cycles.find(
    ({ fromYears }, at) => fromYears !== (assessment.cycles[at - 1]?.upToYears ?? 0),
  );
  if (gap)
    throw new RulesError(`${home}/work.yaml`, gap.id, 'the cycle does not begin where the one before ends');
  const misnumbered = fields.find(({ number }, index) => number !== index + 1);
  if (misnumbered)
    throw new RulesError(`${home}/fields.yaml`, misnumbered.name.zh, 'numbers must run from 1');
}

/**
 * The rules of the innovation centres (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readCentreRules(folder: string = rulesFolder): CentreRules {
  const read = yamlReader(folder);
  const facts = readFacts(folder, read);
  const support = read(`${home}/capacity-support.yaml`, supportSchema);
  const work = read(`${home}/work.yaml`, workSchema);
  const { cap, category, contents, ...supportConditions } = support;
  const founding = conditionsOf(
    `${home}/founding.yaml`,
    read(`${home}/founding.yaml`, foundingSchema),
    facts,
  );
  const rules: CentreRules = {
    founding,
    support: {
      ...conditionsOf(`${home}/capacity-support.yaml`, supportConditions, facts),
      cap: { value: fenFromNumber(cap.value, cap.unit), source: cap.source },
      contents: contents.map(rowsOf(cap.source.document)),
      categoryId: category,
    },
    ...compileWork(work),
    fields: compileFields(read(`${home}/fields.yaml`, fieldsSchema)),
    ambiguities: [...founding.ambiguities, ...support.ambiguities, ...work.ambiguities],
  };
  check(rules);
  return rules;
}

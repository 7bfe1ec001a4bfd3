import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Label } from '../../domain/label.ts';
import { rulesFolder, yamlReader, type YamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import { categorySchema, type CategoryText } from '../schemas/category.ts';
import { basesSchema } from '../schemas/vocabulary.ts';
import { compileFact, ConditionError, TestCompiler } from './compile-conditions.ts';
import type { ConditionBook, Fact, ItemConditions } from './condition.ts';
import { factsSchema, type ConditionText } from './schema.ts';

const yamlFiles = (folder: string, under: string): string[] =>
  readdirSync(path.join(folder, under))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${under}/${name}`);

const asFact = ({ id, name }: { id: string; name: Label }): Fact => ({
  id,
  name,
  type: 'money',
  unit: null,
  options: [],
  aliases: [],
  column: null,
});

/**
 * All facts by id: those of `vocabulary/facts/`, and every subsidy base, which is an amount of the project too; a
 * file may describe a base further (other names, a column).
 * @throws RulesError for an id given twice, or a base that a file describes as something else than money.
 */
export function readFacts(folder: string, read: YamlReader): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const file of yamlFiles(folder, 'vocabulary/facts')) {
    for (const text of read(file, factsSchema).facts) {
      if (facts.has(text.id)) throw new RulesError(file, text.id, 'the id is given twice');
      facts.set(text.id, compileFact(text));
    }
  }
  for (const base of read('bases.yaml', basesSchema).bases) {
    const described = facts.get(base.id) ?? asFact(base);
    if (described.type !== 'money') throw new RulesError('bases.yaml', base.id, 'its fact is no money');
    facts.set(base.id, described);
  }
  return facts;
}

/** Compiles conditions of one file. @throws RulesError with file and condition. */
export function compileConditions(
  file: string,
  texts: ConditionText[],
  variantIds: string[],
  facts: ReadonlyMap<string, Fact>,
): ItemConditions['conditions'] {
  const compiler = new TestCompiler(facts, variantIds);
  const double = texts.find(({ id }, index) => texts.findIndex((other) => other.id === id) !== index);
  if (double) throw new RulesError(file, double.id, 'the id is given twice');
  return texts.map((text) => {
    try {
      return compiler.condition(text);
    } catch (cause) {
      if (!(cause instanceof ConditionError)) throw cause;
      throw new RulesError(file, cause.conditionId, cause.message, { cause });
    }
  });
}

const ofItem = (file: string, text: CategoryText, facts: ReadonlyMap<string, Fact>): ItemConditions => ({
  id: text.id,
  applicant: text.applicant ? { value: text.applicant.name, source: text.applicant.source } : null,
  cityLimit: text.city_limit ? { value: text.city_limit.max, source: text.city_limit.source } : null,
  conditions: compileConditions(
    file,
    text.conditions,
    text.variants.map((variant) => variant.id),
    facts,
  ),
  ambiguities: text.ambiguities,
});

/**
 * The facts and the conditions of every printed item (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readConditionBook(folder: string = rulesFolder): ConditionBook {
  const read = yamlReader(folder);
  const facts = readFacts(folder, read);
  const items: ConditionBook['items'] = {};
  for (const year of readdirSync(path.join(folder, 'guides')).sort()) {
    const files = yamlFiles(folder, `guides/${year}`).filter((file) => !file.endsWith('/guide.yaml'));
    for (const file of files) {
      const text = read(file, categorySchema);
      items[text.id] = ofItem(file, text, facts);
    }
  }
  return { facts: [...facts.values()], items };
}

import { writeFileSync } from 'node:fs';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readRulebook } from '$lib/policy/read-rules';
import { formatOf, readArguments, type Arguments } from '../read-arguments';
import { asJson } from '../snake-keys';
import { UsageError, type Output } from '../usage-error';
import { evaluation, readFactsFile } from './evaluate';
import { evaluationText } from './evaluate-text';
import { categoryOfText, guideOfText } from './find-category';
import { listing } from './list';
import { listingText } from './list-text';

export const policyUsage = `用法 usage:
  npm run policy -- list --guide YEAR [--format json|text] [--out FILE]
  npm run policy -- evaluate --guide YEAR --category ID --facts FILE.json [--format json|text] [--out FILE]`;

function list(given: Arguments): string {
  const format = formatOf(given);
  const found = listing(given.options['guide']);
  return format === 'json' ? asJson(found) : listingText(found);
}

function evaluate(given: Arguments): string {
  const format = formatOf(given);
  const rulebook = readRulebook();
  const book = readConditionBook();
  const guide = guideOfText(rulebook, given.options['guide']);
  const category = categoryOfText(guide, given.options['category']);
  const facts = readFactsFile(given.options['facts'], book, category);
  const found = evaluation(rulebook, book, guide, category, facts);
  return format === 'json' ? asJson(found) : evaluationText(found);
}

const commands: Record<string, { options: string[]; run: (given: Arguments) => string }> = {
  list: { options: ['guide', 'format', 'out'], run: list },
  evaluate: { options: ['guide', 'category', 'facts', 'format', 'out'], run: evaluate },
};

/** `npm run policy -- …`: exit code 0. @throws UsageError for what does not exist or is not understood */
export function runPolicy(args: string[], output: Output): number {
  const [name = '', ...rest] = args;
  const command = commands[name];
  if (!command) throw new UsageError(policyUsage);
  const given = readArguments(rest, command.options);
  if (given.rest.length > 0)
    throw new UsageError(`多余的参数 unexpected: ${given.rest.join(' ')}\n${policyUsage}`);
  const text = command.run(given);
  if (given.options['out'] === undefined) output.write(text);
  else writeFileSync(given.options['out'], `${text}\n`);
  return 0;
}

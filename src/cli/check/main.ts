import { writeFileSync } from 'node:fs';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readForms } from '$lib/policy/forms/read-forms';
import { readInputTables } from '$lib/policy/inputs/read-inputs';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { guideOfText } from '../policy/find-category';
import { formatOf, readArguments } from '../read-arguments';
import { asJson } from '../snake-keys';
import { UsageError, type Output } from '../usage-error';
import { checkFiles, readNamed } from './check-files';
import { checkText } from './check-text';
import { readLibraryPackage } from './library-package';

export const checkUsage = `用法 usage:
  npm run check -- FILE… --guide YEAR [--library PACKAGE.zip] [--format json|text] [--out FILE]`;

/**
 * `npm run check -- …`: 0 when the files hold no errors, 1 when they do or one could not be read.
 * @throws UsageError for a missing file, year or format, and for a package that cannot be read
 */
export async function runCheck(args: string[], output: Output): Promise<number> {
  const given = readArguments(args, ['guide', 'library', 'format', 'out']);
  if (given.rest.length === 0) throw new UsageError(checkUsage);
  const format = formatOf(given);
  const rulebook = readRulebook();
  const guide = guideOfText(rulebook, given.options['guide']);
  const { library } = given.options;
  const rules = {
    guide,
    rulebook,
    book: readConditionBook(),
    inputs: { tables: readInputTables(), forms: readForms() },
    scoring: readScoring(),
  };
  const files = given.rest.map(readNamed);
  const joins = library === undefined ? null : await readLibraryPackage(readNamed(library));
  const report = await checkFiles(files, rules, joins);
  const text = format === 'json' ? asJson(report) : checkText(report);
  if (given.options['out'] === undefined) output.write(text);
  else writeFileSync(given.options['out'], `${text}\n`);
  return report.counts.errors > 0 ? 1 : 0;
}

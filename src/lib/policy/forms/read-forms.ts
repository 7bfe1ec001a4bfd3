import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { rulesFolder, yamlReader, type YamlReader } from '../read-yaml.ts';
import { RulesError } from '../rules-error.ts';
import { z } from '../schemas/parts.ts';
import { formFaults } from './check-form.ts';
import { compileForm, FormError } from './compile-form.ts';
import type { KpiForm } from './form.ts';
import { formSchema, formWordsSchema, type FormWordsText } from './schema.ts';

/** The part of an item that names forms; the item itself is checked where it is read whole. */
const namesForms = z.looseObject({
  kpi_forms: z.array(z.string()).default([]),
  variants: z.array(z.looseObject({ kpi_form: z.string().optional() })).default([]),
});

const yamlNames = (folder: string, under: string): string[] =>
  existsSync(path.join(folder, under))
    ? readdirSync(path.join(folder, under)).filter((name) => name.endsWith('.yaml'))
    : [];

const numberOf = (id: string): number => Number(id.split('-')[1]);

function readForm(read: YamlReader, file: string, year: string, words: FormWordsText): KpiForm {
  const text = read(file, formSchema);
  const named = path.basename(file, '.yaml');
  if (text.id !== named) throw new RulesError(file, 'id', `expected ${named}, found ${text.id}`);
  if (String(text.guide_year) !== year)
    throw new RulesError(file, 'guide_year', `expected ${year}, found ${text.guide_year}`);
  try {
    const form = compileForm(text, words);
    const [fault] = formFaults(form, text);
    if (fault) throw new FormError(fault.place, fault.problem);
    return form;
  } catch (cause) {
    if (!(cause instanceof FormError)) throw cause;
    throw new RulesError(file, cause.place, cause.message, { cause });
  }
}

/** Every form that an item of a guide names must be there. */
function checkNamed(folder: string, read: YamlReader, year: string, forms: KpiForm[]): void {
  const known = forms.filter((form) => String(form.guideYear) === year).map((form) => form.id);
  for (const name of yamlNames(folder, `guides/${year}`)) {
    const file = `guides/${year}/${name}`;
    const item = read(file, namesForms);
    const named = [...item.kpi_forms, ...item.variants.flatMap(({ kpi_form }) => kpi_form ?? [])];
    const missing = named.find((id) => !known.includes(id));
    if (missing) throw new RulesError(file, 'kpi_forms', `there is no form ${missing} of ${year}`);
  }
}

/**
 * The KPI forms of all guides, by year and number (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem; also when an item names a form that does not exist.
 */
export function readForms(folder: string = rulesFolder): KpiForm[] {
  const read = yamlReader(folder);
  const words = read('forms/indicators.yaml', formWordsSchema);
  const years = readdirSync(path.join(folder, 'forms'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const forms = years.flatMap((year) =>
    yamlNames(folder, `forms/${year}/kpi`)
      .map((name) => readForm(read, `forms/${year}/kpi/${name}`, year, words))
      .sort((one, other) => numberOf(one.id) - numberOf(other.id)),
  );
  for (const year of readdirSync(path.join(folder, 'guides'))) checkNamed(folder, read, year, forms);
  return forms;
}

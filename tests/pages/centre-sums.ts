/**
 * Innovation centres of the sample by a few loops of the test's own, over the package's files and the words of
 * `rules/`: no code of the portal takes part.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { cities } from './rule-words';
import { sampleTable, type CsvRow } from './sample-rows';

export type Answer = '符合' | '不符合' | '待核实';

interface Clause {
  id: string;
  kind: string;
  name: { zh: string };
  in_principle?: boolean;
  test: { holds?: string; fact?: string; at_least?: number; unit?: string };
}
const { conditions } = parse(readFileSync('rules/centres/2023/founding.yaml', 'utf8')) as {
  conditions: Clause[];
};
const { fields } = parse(readFileSync('rules/centres/2023/fields.yaml', 'utf8')) as {
  fields: { number: number; name: { zh: string } }[];
};
const fenPerWan = 1_000_000;
const facts = sampleTable('centre_fact');
export const results = sampleTable('centre_assessment');
export const reports = sampleTable('centre_report');

/** Centres that are known on a day, of a city or of all. */
export const centresOn = (day: string, city?: string): CsvRow[] =>
  sampleTable('centre').filter(
    (row) => (row['approved_on'] ?? '') <= day && (city === undefined || row['city_adcode'] === city),
  );

/** The value that a centre told last. */
function valueOf(centre: CsvRow, fact: string, day: string): string {
  if (fact === 'centre_in_priority_field' && centre['field_number'] !== '')
    return fields.some(({ number }) => String(number) === centre['field_number']) ? 'yes' : 'no';
  if (fact === 'registered_in_province')
    return cities.some(({ adcode }) => adcode === centre['city_adcode']) ? 'yes' : '';
  const rows = facts
    .filter(
      (row) =>
        row['centre_id'] === centre['centre_id'] &&
        row['fact_id'] === fact &&
        (row['reported_on'] ?? '') <= day,
    )
    .sort((a, b) => ((a['reported_on'] ?? '') < (b['reported_on'] ?? '') ? -1 : 1));
  const last = rows.at(-1);
  return last ? ((last['value_number'] || last['value_text']) ?? '') : '';
}

/** The answer to one founding condition. */
function clauseAnswer(centre: CsvRow, { test, in_principle: soft }: Clause, day: string): Answer {
  const value = valueOf(centre, test.holds ?? test.fact ?? '', day);
  if (value === '') return '待核实';
  const wanted = (test.at_least ?? 0) * (test.unit === 'CNY_10K' ? fenPerWan : 1);
  const holds = test.holds === undefined ? Number(value) >= wanted : value === 'yes';
  return holds ? '符合' : soft === true ? '待核实' : '不符合';
}

/** Every founding condition of a centre by its words; priorities apart. */
export const clausesOf = (centre: CsvRow, day: string) =>
  conditions.map((one) => ({
    name: one.name.zh,
    decides: one.kind !== 'priority',
    answer: clauseAnswer(centre, one, day),
  }));

export function foundingOf(centre: CsvRow, day: string): Answer {
  const answers = clausesOf(centre, day)
    .filter(({ decides }) => decides)
    .map(({ answer }) => answer);
  if (answers.includes('不符合')) return '不符合';
  return answers.includes('待核实') ? '待核实' : '符合';
}

/** Numbers of the fields without a centre. */
export const emptyFields = (centres: readonly CsvRow[]): string[] =>
  fields
    .filter(({ number }) => !centres.some((row) => row['field_number'] === String(number)))
    .map(({ name }) => name.zh);

const halfYears = (day: string): string[] =>
  [2023, 2024, 2025, 2026]
    .flatMap((year) => [`${year}-06-30`, `${year}-12-31`])
    .filter((end) => end >= '2023-12-31' && end < day);

/** Reports that a centre owes on a day that lies after every last day, and did not hand in. */
export function missingReports(centre: CsvRow, day: string): number {
  const approved = centre['approved_on'] ?? '';
  if (approved === '') return 0;
  const owed = halfYears(day)
    .filter((end) => end > approved)
    .flatMap((end) =>
      end.endsWith('12-31') ? [`half-year-brief ${end}`, `annual-report ${end}`] : [`half-year-brief ${end}`],
    );
  const came = new Set(
    reports
      .filter((row) => row['centre_id'] === centre['centre_id'] && (row['submitted_on'] ?? '') <= day)
      .map((row) => `${row['report_id']} ${row['period_end']}`),
  );
  return owed.filter((key) => !came.has(key)).length;
}

import { locateLine } from '../check/locate-region';
import { bodyOf, idInList } from './body-index';
import { factNamed, factValue } from './fact-value';
import type { InputState } from './input-state';
import type { Loader } from './load-context';
import type { InputRow } from './read-input-row';

/** The city that a row names; a place that nobody knows is named and left out. */
export function cityOf(row: InputRow, { rulebook }: InputState): string | null {
  const text = row.texts.get('city_adcode');
  if (text === undefined) return null;
  const found = locateLine(rulebook, text);
  if (!found) row.report('place_unknown', 'city_adcode');
  return found?.city.adcode ?? null;
}

export const loadCentre: Loader = (row, { isFresh, place, rows, state }) => {
  const name = row.texts.get('centre_name');
  if (name === undefined) return false;
  const owner = row.texts.get('host') ?? null;
  const id = idInList(state.centres, 'c', { id: row.texts.get('centre_id'), name, owner });
  const field = row.texts.get('field_number');
  const national = row.texts.get('is_national');
  const city = cityOf(row, state);
  if (!isFresh(row, 'centre_name', [id])) return false;
  state.centres.add({ id, name, owner });
  rows.centre.push({
    centre_id: id,
    name,
    host: owner,
    field_number: field === undefined ? null : Number(field),
    city_adcode: city,
    approved_on: row.texts.get('approved_on') ?? null,
    is_national: national === undefined ? null : national === 'yes',
    ...place(row),
  });
  return true;
};

export const loadCentreFact: Loader = (row, { isFresh, place, rows, state, opened: { table } }) => {
  const centre = bodyOf(row, state.centres, 'centre');
  const text = row.texts.get('fact_id');
  const fact = text === undefined ? null : factNamed(table.facts, text);
  if (text !== undefined && !fact) row.report('fact_unknown', 'fact_id');
  const value = fact && factValue(row, fact, table, { field: 'value_number', required: true });
  const day = row.texts.get('reported_on');
  if (!centre || !fact || !value || day === undefined) return false;
  if (!isFresh(row, 'fact_id', [centre.id, fact.id, day])) return false;
  const { number, text: words } = value;
  rows.centre_fact.push({
    centre_id: centre.id,
    fact_id: fact.id,
    value_number: number,
    value_text: words,
    reported_on: day,
    ...place(row),
  });
  return true;
};

/** A row without an aspect tells the result as a whole, which is a grade. */
export const loadAssessment: Loader = (row, { isFresh, place, rows, state }) => {
  const centre = bodyOf(row, state.centres, 'centre');
  const year = row.numbers.get('year');
  const aspect = row.texts.get('aspect_id') ?? null;
  const points = row.numbers.get('points') ?? null;
  const grade = row.texts.get('grade_id') ?? null;
  if (points === null && grade === null && !row.faulty)
    row.report('cell_missing', 'grade_id', { found: null });
  if (!centre || year === undefined || !isFresh(row, 'year', [centre.id, year, aspect])) return false;
  rows.centre_assessment.push({
    centre_id: centre.id,
    year,
    aspect_id: aspect,
    points,
    grade_id: grade,
    note: row.texts.get('note') ?? null,
    ...place(row),
  });
  return true;
};

const halfYearEnd = /-(?:06-30|12-31)$/;

export const loadReport: Loader = (row, { isFresh, place, rows, state }) => {
  const centre = bodyOf(row, state.centres, 'centre');
  const report = row.texts.get('report_id');
  const end = row.texts.get('period_end');
  const handedIn = row.texts.get('submitted_on') ?? null;
  if (end !== undefined && !halfYearEnd.test(end))
    row.report('period_not_half_year', 'period_end', { expected: '2024年上半年' });
  if (end !== undefined && handedIn !== null && handedIn <= end)
    row.report('report_before_period_end', 'submitted_on', { expected: end });
  if (!centre || report === undefined || end === undefined) return false;
  if (!isFresh(row, 'report_id', [centre.id, report, end])) return false;
  rows.centre_report.push({
    centre_id: centre.id,
    report_id: report,
    period_end: end,
    submitted_on: handedIn,
    ...place(row),
  });
  return true;
};

import { acceptanceRow } from './acceptance-rows';
import { appropriationRow } from './appropriation-rows';
import { awardRows } from './award-rows';
import { recoveryRow, terminationRow } from './ending-rows';
import { factNamed, factValue } from './fact-value';
import type { Loader } from './load-context';
import { paymentRow } from './payment-rows';
import { progressRows } from './progress-rows';

/** Later rows of the import see the award: payments are held against it. */
export const loadAward: Loader = (row, { projectOf, isFresh, place, rows, state }) => {
  const project = projectOf(row);
  const told = project && awardRows(row, project);
  if (!told || !isFresh(row, 'awarded_on', [project.project_id, told.award.awarded_on])) return false;
  const { award_fen, awarded_on } = told.award;
  state.projects.add({ ...project, award_fen, awarded_on });
  rows.award.push({ ...told.award, ...place(row) });
  for (const tranche of told.tranches) rows.tranche.push({ ...tranche, ...place(row) });
  return true;
};

export const loadPayment: Loader = (row, { projectOf, isFresh, place, rows, state }) => {
  const project = projectOf(row);
  const payment = project && paymentRow(row, project, state.ledger);
  if (!payment || !isFresh(row, 'paid_fen', Object.values(payment))) return false;
  state.ledger.add(payment);
  rows.disbursement.push({ ...payment, ...place(row) });
  return true;
};

export const loadAcceptance: Loader = (row, { projectOf, isFresh, place, rows }) => {
  const project = projectOf(row);
  const acceptance = project && acceptanceRow(row, project);
  if (!acceptance || !isFresh(row, 'accepted_on', [project.project_id, acceptance.accepted_on])) return false;
  rows.acceptance.push({ ...acceptance, ...place(row) });
  return true;
};

export const loadTermination: Loader = (row, { projectOf, isFresh, place, rows }) => {
  const project = projectOf(row);
  const termination = project && terminationRow(row, project);
  if (!termination || !isFresh(row, 'terminated_on', [project.project_id, termination.terminated_on]))
    return false;
  rows.termination.push({ ...termination, ...place(row) });
  return true;
};

export const loadRecovery: Loader = (row, { projectOf, isFresh, place, rows, state }) => {
  const project = projectOf(row);
  const recovery = project && recoveryRow(row, project, state.ledger);
  if (!recovery || !isFresh(row, 'recovered_fen', Object.values(recovery))) return false;
  rows.recovery.push({ ...recovery, ...place(row) });
  return true;
};

export const loadAppropriation: Loader = (row, { isFresh, place, rows, state }) => {
  const appropriation = appropriationRow(row, state.rulebook);
  if (!appropriation || !isFresh(row, 'category_id', Object.values(appropriation))) return false;
  rows.appropriation.push({ ...appropriation, ...place(row) });
  return true;
};

export const loadProgress: Loader = (row, { projectOf, isFresh, place, rows, state, opened }) => {
  const project = projectOf(row);
  if (!project) return false;
  const told = progressRows(row, project, state.forms, opened.quarters);
  const fresh = told.every(
    ({ project_id: id, guide_year: year, form_id: form, indicator_key: key, period_end: end }) =>
      isFresh(row, 'indicator_key', [id, year, form, key, end]),
  );
  if (told.length === 0 || !fresh) return false;
  for (const progress of told) rows.progress.push({ ...progress, ...place(row) });
  return true;
};

/** One item of the check of authenticity (附件4); its answer is `yes`, `no`, or words. */
export const loadCheck: Loader = (row, { projectOf, isFresh, place, rows, opened: { table } }) => {
  const project = projectOf(row);
  const text = row.texts.get('item_id');
  const item = text === undefined ? null : factNamed(table.facts, text);
  if (text !== undefined && !item) {
    const expected = table.facts.map(({ words }) => words[0]).join('、');
    row.report('check_unknown', 'item_id', { expected });
  }
  const answer = item && factValue(row, item, table, { field: 'answer', required: true });
  if (!project || !item || !answer) return false;
  if (!isFresh(row, 'item_id', [project.project_id, item.id])) return false;
  rows.checklist.push({
    project_id: project.project_id,
    item_id: item.id,
    answer: answer.text,
    note: row.texts.get('note') ?? null,
    checked_on: row.texts.get('checked_on') ?? null,
    ...place(row),
  });
  return true;
};

import type { LibraryRows, Row } from '$lib/domain/tables';
import { labelledCells } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import type { IndicatorValue } from '../inputs/indicator-value';
import { formTemplate, type FilledForm } from '../templates/form-template';
import { distinctSheets, grouped, type OfficialBook, type OfficialRules } from './official-book';
import { OfficialNames } from './official-names';

type Head = Row<'target_form'>;
type Target = Row<'target'>;

const keyOf = ({ project_id, guide_year, form_id }: Pick<Head, 'project_id' | 'guide_year' | 'form_id'>) =>
  [project_id, guide_year, form_id].join('\u001f');

const valueOf = ({ target_number: number, target_text: text }: Target): IndicatorValue => ({ number, text });
const annualOf = ({ annual_number: number, annual_text: text }: Target): IndicatorValue => ({ number, text });
const isSaid = ({ number, text }: IndicatorValue): boolean => number !== null || text !== null;

/** Keys of added rows end in their number: own/2, after/1. */
const numberOf = ({ indicator_key: key }: Target): number => Number(key.split('/').at(-1) ?? 0);

function filledForm(
  form: KpiForm,
  head: Head,
  project: Row<'project'>,
  targets: readonly Target[],
): FilledForm {
  const printed = new Set(labelledCells(form).map(({ key }) => key));
  const inForm = targets.filter(({ indicator_key: key }) => printed.has(key));
  const added = targets.filter(({ indicator_key: key }) => !printed.has(key));
  const annual = targets.filter((target) => isSaid(annualOf(target)));
  return {
    projectId: project.project_id,
    name: project.name,
    recipient: project.recipient_name,
    nominator: head.nominator,
    startDate: head.start_date,
    endDate: head.end_date,
    overallGoal: head.overall_goal,
    annualGoal: head.annual_goal,
    groupIds: head.group_ids?.split(' ') ?? [],
    values: Object.fromEntries(inForm.map((target) => [target.indicator_key, valueOf(target)])),
    ...(annual.length > 0
      ? { annual: Object.fromEntries(annual.map((target) => [target.indicator_key, annualOf(target)])) }
      : {}),
    added: added
      .toSorted((a, b) => numberOf(a) - numberOf(b))
      .map((target) => ({
        key: target.indicator_key,
        name: target.own_name ?? target.indicator_key,
        unit: target.own_unit,
        value: valueOf(target),
      })),
  };
}

/** KPI forms as annexes 1-x lay them out: one form a sheet, one workbook for each guide year and city. */
export function formBooks({ rulebook, forms }: OfficialRules, rows: LibraryRows): OfficialBook[] {
  const names = new OfficialNames(rulebook);
  const projects = new Map(rows.project.map((project) => [project.project_id, project]));
  const targets = grouped(rows.target, keyOf);
  const filled = rows.target_form.flatMap((head) => {
    const project = projects.get(head.project_id);
    const form = forms.find(({ id, guideYear }) => id === head.form_id && guideYear === head.guide_year);
    return project && form ? [{ project, form, head }] : [];
  });
  const byCity = grouped(filled, ({ project }) => `${project.guide_year}年度\u001f${project.city_adcode}`);
  return [...byCity].map(([key, ofCity]) => {
    const [year = '', city = ''] = key.split('\u001f');
    const sheets = ofCity.map(({ project, form, head }) => ({
      ...formTemplate(form, filledForm(form, head, project, targets.get(keyOf(head)) ?? [])),
      name: `附件${form.id} ${project.recipient_name}`,
    }));
    return {
      folder: `绩效目标申报表${year}`,
      name: `${year}绩效目标申报表_${names.region(city)}.xlsx`,
      sheets: distinctSheets(sheets),
    };
  });
}

import { inUnit } from '$lib/domain/money';
import type { LibraryRows, Row } from '$lib/domain/tables';
import { categoryById } from '$lib/policy/look-up';
import type { Rulebook, SummaryTable } from '$lib/policy/rulebook';
import { locateAddress } from '../check/locate-region';
import { summaryTemplate } from '../templates/summary-template';
import type { TemplateSheet, TemplateValue } from '../templates/template';
import { distinctSheets, grouped, type OfficialBook } from './official-book';
import { OfficialNames } from './official-names';
import { summaryLayouts } from './summary-layout';

type Project = Row<'project'>;

/** Writes projects as the five summary tables, one workbook for each city and table. */
class SummaryBooks {
  private readonly names: OfficialNames;

  constructor(private readonly rulebook: Rulebook) {
    this.names = new OfficialNames(rulebook);
  }

  books(table: SummaryTable, projects: readonly Project[]): OfficialBook[] {
    const annex = table.id === '' ? '' : `附件${table.id}`;
    const title = `${table.guideYear}年度${annex}入库项目汇总表（${this.areaName(table)}）`;
    return [...grouped(projects, ({ city_adcode: city }) => city)].map(([city, ofCity]) => ({
      folder: title,
      name: `${title}_${this.names.region(city)}.xlsx`,
      sheets: this.sheets(table, ofCity),
    }));
  }

  /** A sheet for what the city nominates, and one for each county that nominates itself. */
  private sheets(table: SummaryTable, projects: readonly Project[]): TemplateSheet[] {
    const byRegion = grouped(projects, (project) => this.regionLine(project));
    return distinctSheets(
      [...byRegion].map(([region, lines]) => ({
        ...summaryTemplate(table, {
          region,
          compiledOn: this.compiledOn(lines),
          lines: lines.map((project) => this.line(table, project)),
        }),
        name: region,
      })),
    );
  }

  private areaName({ guideYear, areaId }: SummaryTable): string {
    const guide = this.rulebook.guides.find(({ year }) => year === guideYear);
    return guide?.areas.find(({ id }) => id === areaId)?.name.zh ?? areaId;
  }

  /** The city, or the county where nothing else in the row tells it. */
  private regionLine({
    city_adcode: city,
    county_adcode: county,
    reports_directly,
    address,
  }: Project): string {
    if (county === null) return this.names.region(city);
    if (reports_directly) return this.names.region(county);
    const told = address === null ? null : locateAddress(this.rulebook, address);
    if (told?.city.adcode === city && told.county?.adcode === county) return this.names.region(city);
    return `${this.names.region(city)}${this.names.region(county)}`;
  }

  private compiledOn(projects: readonly Project[]): string {
    return projects.reduce(
      (latest, { submitted_on: day }) => (day !== null && day > latest ? day : latest),
      '',
    );
  }

  private line(table: SummaryTable, project: Project): Record<string, TemplateValue> {
    const values: Readonly<Record<string, string | number | boolean | null>> = project;
    const line: Record<string, TemplateValue> = {};
    for (const { field, kind, unit } of table.columns) {
      const value = values[field] ?? null;
      if (kind === 'category') line[field] = this.names.category(project.category_id, project.variant_id);
      else if (kind === 'cluster') line[field] = this.names.clusterMark(project);
      else if (typeof value === 'number') line[field] = inUnit(value, unit ?? 'wanYuan');
      else if (typeof value === 'string') line[field] = value;
    }
    return line;
  }
}

/**
 * The five summary tables of every guide year, one workbook for each table and city; a county that reports directly
 * has a sheet of its own there. 汇总时间 is the latest application of the sheet.
 */
export function summaryBooks(rulebook: Rulebook, rows: Pick<LibraryRows, 'project'>): OfficialBook[] {
  const writer = new SummaryBooks(rulebook);
  const areaOf = (project: Project) =>
    `${project.guide_year}/${categoryById(rulebook, project.category_id)?.areaId ?? ''}`;
  const byArea = grouped(rows.project, areaOf);
  return rulebook.guides.flatMap(({ year }) =>
    summaryLayouts(rulebook, year).flatMap((table) =>
      writer.books(table, byArea.get(`${year}/${table.areaId}`) ?? []),
    ),
  );
}

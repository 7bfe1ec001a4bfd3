import type { Label } from '$lib/domain/label';
import type { Engine } from '$lib/warehouse/engine';
import type { Figures } from '../figure';
import type { Filters } from '../filters';
import type { Measured } from '../measure-by';
import { measureBy } from '../measure-by';
import type { MetricsContext, Scope } from '../scope';
import { scopeOf } from '../scope';
import type { ProjectPage } from './project-page';
import { loadProjectPage } from './project-page';
import type { BudgetMeasure } from './category-rows';
import { budgetMeasures, categoriesIn } from './category-rows';
import { placesOf } from './place-rows';

/** The way down: province → area → category → city or direct county → projects. */
export type DrillLevel = 'area' | 'category' | 'place' | 'project';

export interface DrillRow {
  /** The value to set in the level's filter; null for projects of no known place. */
  key: string | null;
  label: Label | null;
  shortLabel: Label | null;
  figures: Figures<BudgetMeasure>;
}

export interface Drill {
  level: DrillLevel;
  /** The steps already taken, outermost first. */
  path: { level: Exclude<DrillLevel, 'project'>; key: string; label: Label }[];
  /** The next level's parts; empty at the level of projects. */
  rows: DrillRow[];
  /** The first projects at the level of projects, else null. */
  projects: ProjectPage | null;
}

const firstPage = 100;

function levelOf({ areaId, categoryId, region }: Filters): DrillLevel {
  if (categoryId !== null) return region === null ? 'place' : 'project';
  return areaId === null ? 'area' : 'category';
}

function pathOf({ rulebook }: MetricsContext, filters: Filters): Drill['path'] {
  const guide = rulebook.guides.find((candidate) => candidate.year === filters.guideYear);
  const category = guide?.categories.find((candidate) => candidate.id === filters.categoryId);
  const area = guide?.areas.find((candidate) => candidate.id === (category?.areaId ?? filters.areaId));
  const region = rulebook.regions.find((candidate) => candidate.adcode === filters.region);
  const path: Drill['path'] = [];
  if (area) path.push({ level: 'area', key: area.id, label: area.name });
  if (category) path.push({ level: 'category', key: category.id, label: category.name });
  if (region)
    path.push({
      level: 'place',
      key: region.adcode,
      label: { zh: region.name, en: region.english ?? region.name },
    });
  return path;
}

function placeParts(measured: Measured<BudgetMeasure>, { rulebook }: MetricsContext): DrillRow[] {
  const places = placesOf(rulebook);
  const known = new Set<unknown>(places.map((place) => place.adcode));
  const rows: DrillRow[] = places.map((place) => ({
    key: place.adcode,
    label: place.name,
    shortLabel: place.shortName,
    figures: measured.at(place.adcode),
  }));
  const strays = measured.rows.some((row) => !known.has(row.keys[0]));
  if (!strays) return rows;
  const figures = measured.total(([key]) => !known.has(key));
  return [...rows, { key: null, label: null, shortLabel: null, figures }];
}

/** Labelled parts of the next level; parts that have no project show zeros. */
function rowsOf(
  level: DrillLevel,
  measured: Measured<BudgetMeasure>,
  context: MetricsContext,
  scope: Scope,
): DrillRow[] {
  if (level === 'place') return placeParts(measured, context);
  const guide = context.rulebook.guides.find((candidate) => candidate.year === scope.guideYear);
  const parts = level === 'area' ? (guide?.areas ?? []) : categoriesIn(context.rulebook, scope);
  return [...parts]
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ id, name, shortName }) => ({
      key: id,
      label: name,
      shortLabel: shortName,
      figures: measured.at(id),
    }));
}

/** The parts of what the filters show: the next level down, or at last the projects. */
export async function loadDrill(engine: Engine, context: MetricsContext, filters: Filters): Promise<Drill> {
  const scope = scopeOf(filters, context.meta);
  const level = levelOf(filters);
  const path = pathOf(context, filters);
  if (level === 'project') {
    const projects = await loadProjectPage(engine, context.meta, {
      scope,
      measureId: null,
      sort: { by: 'award_fen', descending: true },
      limit: firstPage,
      offset: 0,
    });
    return { level, path, rows: [], projects };
  }
  const measured = await measureBy(engine, context.meta, { measures: budgetMeasures, by: [level], scope });
  return { level, path, rows: rowsOf(level, measured, context, scope), projects: null };
}

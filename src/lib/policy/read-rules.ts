import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brokenReferences } from './check-references.ts';
import { compileGuides, type PrintedGuideFiles } from './compile-guides.ts';
import {
  compileBases,
  compileClusters,
  compileLights,
  compileRegions,
  compileStatistics,
  compileSummaryTables,
} from './compile-vocabulary.ts';
import type { Guide, Rulebook, SubsidyBase } from './rulebook.ts';
import { rulesFolder, yamlReader, type YamlReader } from './read-yaml.ts';
import { RulesError } from './rules-error.ts';
import { categorySchema, type CategoryText } from './schemas/category.ts';
import { guideSchema, type CopiedGuideText, type PrintedGuideText } from './schemas/guide.ts';
import { summaryTablesSchema } from './schemas/summary-tables.ts';
import {
  basesSchema,
  clustersSchema,
  documentsSchema,
  lightsSchema,
  regionsSchema,
  statisticsSchema,
  tilesSchema,
} from './schemas/vocabulary.ts';

function readItems(folder: string, read: YamlReader, guide: PrintedGuideText): PrintedGuideFiles {
  const home = `guides/${guide.year}`;
  const items = new Map<string, CategoryText>();
  for (const slug of guide.areas.flatMap((area) => area.items)) {
    const file = `${home}/${slug}.yaml`;
    const item = read(file, categorySchema);
    if (item.id !== `${home}/${slug}`)
      throw new RulesError(file, 'id', `expected ${home}/${slug}, found ${item.id}`);
    items.set(slug, item);
  }
  const files = readdirSync(path.join(folder, home)).filter((name) => name !== 'guide.yaml');
  const stray = files.find((name) => !items.has(name.replace(/\.yaml$/, '')));
  if (stray) throw new RulesError(`${home}/${stray}`, '', 'no area of guide.yaml lists it');
  return { guide, items };
}

function readGuides(folder: string, read: YamlReader, bases: SubsidyBase[]): Guide[] {
  const years = readdirSync(path.join(folder, 'guides')).sort();
  const printed: PrintedGuideFiles[] = [];
  const copies: CopiedGuideText[] = [];
  for (const year of years) {
    const file = `guides/${year}/guide.yaml`;
    const guide = read(file, guideSchema);
    if (String(guide.year) !== year)
      throw new RulesError(file, 'year', `expected ${year}, found ${guide.year}`);
    if ('copy_of' in guide) copies.push(guide);
    else printed.push(readItems(folder, read, guide));
  }
  return compileGuides(printed, copies, bases);
}

/**
 * Reads, checks and compiles everything under `rules/` (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem when a file is missing, malformed or names something unknown.
 */
export function readRulebook(folder: string = rulesFolder): Rulebook {
  if (!existsSync(folder)) throw new RulesError('', '', `the folder ${folder} does not exist`);
  const read = yamlReader(folder);
  const bases = compileBases(read('bases.yaml', basesSchema));
  const statistics = compileStatistics(read('vocabulary/city-statistics.yaml', statisticsSchema));
  const rulebook: Rulebook = {
    documents: read('documents.yaml', documentsSchema).documents,
    guides: readGuides(folder, read, bases),
    bases,
    clusters: compileClusters(read('vocabulary/clusters.yaml', clustersSchema)),
    regions: compileRegions(read('vocabulary/regions.yaml', regionsSchema)),
    tiles: read('vocabulary/tiles.yaml', tilesSchema).tiles,
    statistics: statistics.cities,
    provinceGdpFen: statistics.provinceGdpFen,
    summaryTables: compileSummaryTables(read('forms/2023/summary-tables.yaml', summaryTablesSchema)),
    lights: compileLights(read('scoring/lights.yaml', lightsSchema)),
  };
  const [broken] = brokenReferences(rulebook);
  if (broken) throw new RulesError(`${broken.holder}.yaml`, '', broken.problem);
  return rulebook;
}

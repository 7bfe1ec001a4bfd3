import { fenFromDecimal, type Fen } from '../domain/money.ts';
import type { Region } from '../domain/region.ts';
import type { CityStatistics, Cluster, LightSteps, SubsidyBase, SummaryTable } from './rulebook.ts';
import type { SummaryTablesText } from './schemas/summary-tables.ts';
import type {
  BasesText,
  ClustersText,
  LightsText,
  RegionsText,
  StatisticsText,
} from './schemas/vocabulary.ts';

export const compileBases = ({ bases }: BasesText): SubsidyBase[] =>
  bases.map(({ estimate_from, ...base }) => ({ ...base, estimateFrom: estimate_from }));

export const compileClusters = ({ clusters }: ClustersText): Cluster[] =>
  clusters.map(({ id, sequence, name, short_name, aliases }) => ({
    id,
    sequence,
    name,
    shortName: short_name,
    aliases,
  }));

/** The province, then each city followed by its counties and zones. */
export function compileRegions(text: RegionsText): Region[] {
  const province: Region = {
    ...text.province,
    level: 'province',
    cityAdcode: null,
    group: null,
    reportsDirectly: false,
  };
  const cities = text.cities.flatMap(({ adcode, name, short, english, group, counties }): Region[] => [
    { adcode, name, short, english, level: 'city', cityAdcode: adcode, group, reportsDirectly: false },
    ...counties.map((county): Region => ({
      adcode: county.adcode,
      name: county.name,
      short: county.short,
      english: county.english,
      level: 'county',
      cityAdcode: adcode,
      group,
      reportsDirectly: county.direct,
    })),
  ]);
  return [province, ...cities];
}

const personsPerTenThousand = 10_000;

/** GDP in 分, population in persons; the province as published, beside its cities. */
export function compileStatistics(text: StatisticsText): { cities: CityStatistics[]; provinceGdpFen: Fen } {
  const gdp = (value: number) => fenFromDecimal(String(value), text.gdp.unit);
  return {
    cities: text.cities.map((city) => ({
      adcode: city.adcode,
      gdpFen: gdp(city.gdp),
      population: Math.round(city.population * personsPerTenThousand),
    })),
    provinceGdpFen: gdp(text.province.gdp),
  };
}

/** Steps as ratios: 0.6 for the printed 60 %. */
export const compileLights = (text: LightsText): LightSteps => ({
  redBelow: text.red_below.percent / 100,
  yellowBelow: text.yellow_below.percent / 100,
  blueFrom: text.blue_from.percent / 100,
  nearLimitFrom: text.near_limit_from.percent / 100,
});

export const compileSummaryTables = (text: SummaryTablesText): SummaryTable[] =>
  text.tables.map((table) => ({
    id: table.id,
    guideYear: text.guide_year,
    areaId: table.area,
    title: table.title,
    columns: text.columns,
  }));

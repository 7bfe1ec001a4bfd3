import type { PolicyRows, Row } from '$lib/domain/tables';
import type { Category, Rulebook } from './rulebook';

function categoryRow(category: Category): Row<'category'> {
  return {
    guide_year: category.guideYear,
    category_id: category.id,
    area_id: category.areaId,
    sequence: category.sequence,
    name_zh: category.name.zh,
    name_en: category.name.en,
    quota: category.quota?.value ?? null,
    award_cap_fen: category.subsidy.capFen?.value ?? category.subsidy.fixedFen?.value ?? null,
    separate_notice: category.separateNotice !== null,
  };
}

const subQuotaRows = (category: Category): Row<'sub_quota'>[] =>
  category.subQuotas.map((part) => ({
    guide_year: category.guideYear,
    category_id: category.id,
    sub_quota_id: part.id,
    name_zh: part.name.zh,
    name_en: part.name.en,
    bound: part.bound,
    amount: part.amount,
  }));

function regionRows(rulebook: Rulebook): Row<'region'>[] {
  const statistics = new Map(rulebook.statistics.map((city) => [city.adcode, city]));
  return rulebook.regions.map((region) => ({
    adcode: region.adcode,
    name: region.name,
    short: region.short,
    level: region.level,
    city_adcode: region.cityAdcode,
    region_group: region.group,
    reports_directly: region.reportsDirectly,
    gdp_fen:
      region.level === 'province' ? rulebook.provinceGdpFen : (statistics.get(region.adcode)?.gdpFen ?? null),
    population: statistics.get(region.adcode)?.population ?? null,
  }));
}

/** The rules as rows to join the library with: guides, areas, categories, sub-quotas, clusters, regions. */
export function policyRows(rulebook: Rulebook): PolicyRows {
  const categories = rulebook.guides.flatMap((guide) => guide.categories);
  return {
    guide: rulebook.guides.map(({ year, draft, name }) => ({
      guide_year: year,
      draft,
      name_zh: name.zh,
      name_en: name.en,
    })),
    area: rulebook.guides.flatMap((guide) =>
      guide.areas.map((area) => ({
        guide_year: area.guideYear,
        area_id: area.id,
        sequence: area.sequence,
        name_zh: area.name.zh,
        name_en: area.name.en,
      })),
    ),
    category: categories.map(categoryRow),
    sub_quota: categories.flatMap(subQuotaRows),
    cluster: rulebook.clusters.map(({ id, sequence, name }) => ({
      cluster_id: id,
      sequence,
      name_zh: name.zh,
      name_en: name.en,
    })),
    region: regionRows(rulebook),
  };
}

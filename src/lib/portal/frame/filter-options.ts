import { labelOf, placeName } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { stages } from '$lib/metrics/filters';
import type { MenuOption } from '$lib/ui/option-list';
import { portal } from '../portal.svelte';
import { stageName } from '../project-words';

/** The option that drops a filter. */
export const allValue = 'all';

function guides(): MenuOption[] {
  return [...portal.rulebook.guides]
    .sort((a, b) => b.year - a.year)
    .map((guide) => ({
      value: String(guide.year),
      label: m.frame_filter_guide_value({ year: guide.year }),
      ...(guide.draft ? { note: m.word_draft() } : {}),
    }));
}

function regions(): MenuOption[] {
  const cities = portal.rulebook.regions.filter(({ level }) => level === 'city');
  const direct = portal.rulebook.regions.filter(
    ({ level, reportsDirectly }) => level === 'county' && reportsDirectly,
  );
  const groups = [
    { value: 'group:south', label: m.group_south() },
    { value: 'group:middle', label: m.group_middle() },
    { value: 'group:north', label: m.group_north() },
  ];
  return [
    { value: allValue, label: m.frame_filter_region_all() },
    ...groups.map((option) => ({ ...option, group: m.word_region_groups() })),
    ...cities.map((region) => ({
      value: region.adcode,
      label: placeName(region),
      group: m.frame_filter_region_cities(),
      keywords: `${region.adcode} ${region.name} ${region.short}`,
    })),
    ...direct.map((region) => ({
      value: region.adcode,
      label: placeName(region),
      group: m.frame_filter_region_direct(),
      keywords: `${region.adcode} ${region.name} ${region.short}`,
    })),
  ];
}

function clusters(): MenuOption[] {
  return [
    { value: allValue, label: m.frame_filter_cluster_all() },
    ...portal.rulebook.clusters.map(({ id, name, aliases }) => ({
      value: id,
      label: labelOf(name),
      keywords: aliases.join(' '),
    })),
    { value: 'none', label: m.word_no_cluster() },
    { value: 'unknown', label: m.word_unknown_cluster() },
  ];
}

/** Areas with their categories, then stages: what “＋ 条件” offers. */
function more(guideYear: number): MenuOption[] {
  const guide = portal.rulebook.guides.find(({ year }) => year === guideYear);
  const areas = (guide?.areas ?? []).flatMap((area): MenuOption[] => [
    {
      value: `area|${area.id}`,
      label: m.word_whole_area({ name: labelOf(area.shortName) }),
      group: labelOf(area.name),
    },
    ...(guide?.categories ?? [])
      .filter(({ areaId }) => areaId === area.id)
      .map(({ id, shortName, section }) => ({
        value: `category|${id}`,
        label: labelOf(shortName),
        note: section,
        group: labelOf(area.name),
      })),
  ]);
  const byStage = stages.map((stage) => ({
    value: `stage|${stage}`,
    label: stageName(stage),
    group: m.word_stage(),
  }));
  return [...areas, ...byStage];
}

export const filterOptions = { guides, regions, clusters, more };

import { levelName } from '$lib/briefing/platform-words';
import { m } from '$lib/i18n/paraglide/messages';
import type { FactoryLine } from '$lib/metrics/platforms/platform-lines';
import type { PlatformsView } from '$lib/metrics/views/platforms';
import type { KeyFigure } from '$lib/ui/KeyFigures.svelte';

/** The opening row for platforms. */
export function platformKeys({ platforms, levels }: PlatformsView): KeyFigure[] {
  const unit = m.platforms_unit_platform();
  const met = platforms.filter(({ appliedAnswer }) => appliedAnswer === 'met').length;
  const below = platforms.filter(({ highestId }) => highestId === null).length;
  return [
    { key: 'platforms', label: m.platforms_key_platforms(), figure: String(platforms.length), unit },
    {
      key: 'applied',
      label: m.platforms_key_applied(),
      figure: String(met),
      unit,
      note: m.platforms_key_of(),
    },
    ...[...levels].reverse().map(({ levelId, highest, applied }) => ({
      key: levelId,
      label: m.platforms_key_level({ level: levelName(levelId) }),
      figure: String(highest),
      unit,
      note: m.platforms_key_level_note({ applied }),
    })),
    {
      key: 'below',
      label: m.platforms_key_below(),
      figure: String(below),
      unit,
      note: m.platforms_key_below_note(),
    },
  ];
}

/** The opening row for benchmark factories. */
export function factoryKeys({ factories }: PlatformsView): KeyFigure[] {
  const count = (holds: (line: FactoryLine) => boolean): string => String(factories.filter(holds).length);
  const unit = m.platforms_unit_factory();
  return [
    {
      key: 'factories',
      label: m.platforms_key_factories(),
      figure: String(factories.length),
      unit,
      note: m.platforms_key_industry_note({
        discrete: count(({ industryId }) => industryId === 'discrete'),
        process: count(({ industryId }) => industryId === 'process'),
      }),
    },
    {
      key: 'met',
      label: m.platforms_key_factories_met(),
      figure: count(({ answer }) => answer === 'met'),
      unit,
      note: m.platforms_key_of(),
    },
    {
      key: 'not-met',
      label: m.platforms_key_factories_not_met(),
      figure: count(({ answer }) => answer === 'not_met'),
      unit,
    },
    {
      key: 'open',
      label: m.platforms_key_factories_open(),
      figure: count(({ answer }) => answer === 'undetermined'),
      unit,
    },
    {
      key: 'missing',
      label: m.platforms_key_factories_missing(),
      figure: count(({ missing }) => missing.length > 0),
      unit,
      note: m.platforms_key_factories_missing_note(),
    },
    {
      key: 'five-g',
      label: m.platforms_key_five_g(),
      figure: count(({ hasFiveG }) => hasFiveG === true),
      unit,
      note: m.platforms_key_five_g_note(),
    },
  ];
}

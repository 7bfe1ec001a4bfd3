import { m } from '$lib/i18n/paraglide/messages';

/** The short name of a level, by its path under the rules or its last name; its id where it is another. */
export function levelName(id: string): string {
  const names: Record<string, () => string> = {
    'enterprise-level': m.platforms_level_enterprise,
    'industry-level': m.platforms_level_industry,
    'cross-industry-level': m.platforms_level_cross,
    incubation: m.platforms_level_incubation,
  };
  const last = id.split('/').at(-1) ?? id;
  return names[last]?.() ?? id;
}

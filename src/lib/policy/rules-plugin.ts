import type { Plugin } from 'vite';
import { readAnnexes } from './annexes/read-annexes.ts';
import { readCentreRules } from './centres/read-centres.ts';
import { readConditionBook } from './conditions/read-conditions.ts';
import { readDeadlineRules } from './deadlines/read-deadlines.ts';
import { readForecast } from './forecast/read-forecast.ts';
import { readForms } from './forms/read-forms.ts';
import { readPlatformRules } from './platforms/read-platforms.ts';
import { readInputTables } from './inputs/read-inputs.ts';
import { readScoring } from './scoring/read-scoring.ts';
import { readRulebook } from './read-rules.ts';

/** What the bundle may ask for; all but the rulebook are loaded where they are read, not with the first page. */
const modules: Record<string, () => unknown> = {
  'virtual:fundlens-rules': readRulebook,
  'virtual:fundlens-conditions': readConditionBook,
  'virtual:fundlens-forms': readForms,
  'virtual:fundlens-inputs': readInputTables,
  'virtual:fundlens-annexes': readAnnexes,
  'virtual:fundlens-centres': readCentreRules,
  'virtual:fundlens-platforms': readPlatformRules,
  'virtual:fundlens-scoring': readScoring,
  'virtual:fundlens-forecast': readForecast,
  'virtual:fundlens-deadlines': readDeadlineRules,
};

/** Gives compiled rules to the bundle, so that the browser never reads or checks YAML. */
export function rulesPlugin(): Plugin {
  return {
    name: 'fundlens-rules',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load(id) {
      const read = id.startsWith('\0') ? modules[id.slice(1)] : undefined;
      return read && `export default ${JSON.stringify(read())};`;
    },
  };
}

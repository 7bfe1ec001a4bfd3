import { rulesFolder, yamlReader } from '../read-yaml.ts';
import type { ForecastRules } from './forecast.ts';
import { forecastSchema } from './schema.ts';

/**
 * How forecasts are made and tested (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readForecast(folder: string = rulesFolder): ForecastRules {
  const text = yamlReader(folder)('scoring/forecast.yaml', forecastSchema);
  return {
    basis: text.basis,
    source: text.source,
    band: text.band.percent / 100,
    leastOrigins: text.least_origins,
    leastHistory: text.least_history,
    mostSteps: text.most_steps,
    recentQuarters: text.recent_quarters,
    mostProjects: text.most_projects,
    curveParts: text.curve_parts,
    naive: text.naive,
    money: text.money,
    indicators: text.indicators,
  };
}

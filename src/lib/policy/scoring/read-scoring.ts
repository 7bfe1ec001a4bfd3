import { rulesFolder, yamlReader } from '../read-yaml.ts';
import { reportingSchema, scoringSchema } from './schema.ts';
import type { ScoringRules } from './scoring.ts';

const share = ({ percent }: { percent: number }): number => percent / 100;

/**
 * How performance is scored (Node only; the bundle gets the result).
 * @throws RulesError with file, place and problem.
 */
export function readScoring(folder: string = rulesFolder): ScoringRules {
  const read = yamlReader(folder);
  const text = read('scoring/performance.yaml', scoringSchema);
  const reporting = read('scoring/reporting.yaml', reportingSchema);
  return {
    version: text.version,
    basis: text.basis,
    source: text.source,
    grades: text.grades.map(({ from_points: fromPoints, ...grade }) => ({ ...grade, fromPoints })),
    explainFrom: share(text.explain_from),
    formulas: text.formulas,
    bands: text.bands.map((band) => ({
      ...band,
      from: share(band.from),
      to: share(band.to),
      taken: share(band.taken),
    })),
    countsWith: text.counts_with,
    variants: text.variants,
    reporting: { graceDays: reporting.grace_days, gapAlarm: share(reporting.gap_alarm) },
  };
}

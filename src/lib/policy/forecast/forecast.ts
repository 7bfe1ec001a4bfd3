import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';

/**
 * How a series is carried forward: even, its mean pace since the beginning; recent, its mean pace of the last quarters;
 * last-year, the same quarters of the year before; cohort, the way that earlier awards or projects went at the same
 * age; plan, the share of the planned tranches that has been paid so far.
 */
export const methodIds = ['even', 'recent', 'last-year', 'cohort', 'plan'] as const;
export type MethodId = (typeof methodIds)[number];

export interface ForecastMethod {
  id: MethodId;
  name: Label;
}

/** How forecasts are made and tested. No text at hand prints it: common practice. */
export interface ForecastRules {
  basis: 'practice';
  source: SourceRef;
  /** Share of past errors (0 to 1) that the band holds. */
  band: number;
  /** Least number of answered origins without which nothing is forecast. */
  leastOrigins: number;
  /** Least quarters of history before an origin counts. */
  leastHistory: number;
  /** Quarters ahead, at most. */
  mostSteps: number;
  recentQuarters: number;
  /** Projects whose reports are tried, at most. */
  mostProjects: number;
  /** Parts of a project's period in the curve of earlier projects. */
  curveParts: number;
  naive: MethodId;
  money: { methods: ForecastMethod[] };
  indicators: { methods: ForecastMethod[] };
}

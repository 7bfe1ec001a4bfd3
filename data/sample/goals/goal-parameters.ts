/**
 * What targets and reports of the invented library should look like. Inputs of a demonstration, not policy: which
 * indicators a form has, their units and their least values come from `rules/`.
 */

/** How far a city's projects reach of their targets, beside the even pace; others are 1. */
export const cityReach: Record<string, number> = {
  '320300': 0.9,
  '320400': 1.08,
  '320700': 0.95,
  '320800': 0.72,
  '321100': 0.84,
};

/** The same for clusters. */
export const clusterReach: Record<string, number> = {
  'ships-offshore': 0.85,
  'premium-textiles': 0.9,
  'integrated-circuits-displays': 1.08,
  'core-software': 1.05,
};

/** The same for categories, by the end of their id. */
export const categoryReach: Record<string, number> = {
  'green-upgrade': 0.72,
  'connected-vehicles': 0.5,
  'industrial-internet-security': 0.45,
  'identifier-resolution': 0.68,
  'core-technology-engineering': 0.92,
  'leading-software-firms': 0.85,
  'talent-training': 0.78,
  'information-consumption': 0.7,
  'smart-demonstration-factory': 1.12,
};

/** How projects differ among themselves: share of the projects, and from where to where their reach lies. */
export const reaches: readonly { weight: number; from: number; to: number }[] = [
  { weight: 0.05, from: 0.3, to: 0.58 },
  { weight: 0.14, from: 0.6, to: 0.85 },
  { weight: 0.71, from: 0.86, to: 1.15 },
  { weight: 0.1, from: 1.15, to: 1.45 },
];

/** Shares of rows and reports, out of 1. */
export const shares = {
  /** An indicator that may stay blank is filled in. */
  optionalFilled: 0.35,
  /** A target below what the form itself asks for. */
  belowMinimum: 0.01,
  /** A project adds an indicator of its own. */
  ownIndicator: 0.12,
  /** A quarter in which a project did not report. */
  quarterMissed: 0.02,
  /** The last quarter is not in yet. */
  lastMissed: 0.055,
  /** A report that says less than the one before. */
  backwards: 0.006,
  /** An acceptance that was deferred before it passed. */
  deferredFirst: 0.06,
  /** A project past its end of which the acceptance failed. */
  failed: 0.02,
};

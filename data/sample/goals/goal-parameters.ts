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
  'smart-demonstration-factory': 1.15,
  'service-benchmark': 1.1,
};

/** A share of cases, and from where to where their value lies. */
export interface Share {
  weight: number;
  from: number;
  to: number;
}

/** How projects differ among themselves: 1 is what the even pace asks for. */
export const reaches: readonly Share[] = [
  { weight: 0.05, from: 0.3, to: 0.58 },
  { weight: 0.14, from: 0.6, to: 0.85 },
  { weight: 0.68, from: 0.88, to: 1.15 },
  { weight: 0.13, from: 1.15, to: 1.5 },
];

/** How indicators of one project differ: most keep to its reach, some run far ahead, a few lag far behind. */
export const spreads: readonly Share[] = [
  { weight: 0.965, from: 0.94, to: 1.06 },
  { weight: 0.027, from: 1.25, to: 1.7 },
  { weight: 0.008, from: 0.35, to: 0.6 },
];

/** What else bears on a project's reach. */
export const standings = {
  /** Who waits for money that was due often lags in results too. */
  moneyBehind: { chance: 0.55, from: 0.62, to: 0.9 },
  /** Paid less than this of what an even pace asks for. */
  moneyBehindBelow: 0.6,
  /** What passed its acceptance had reached about this. */
  accepted: { from: 0.86, to: 1.06 },
  /** Projects that ended early had not come far. */
  terminated: { from: 0.3, to: 0.65 },
};

/** How much slower (or faster) a project starts than the even pace: 0 is a straight line. */
export const bends = { from: -0.12, to: 0.3 };

/** Shares of rows and reports, out of 1. */
export const shares = {
  /** An indicator that may stay blank is filled in. */
  optionalFilled: 0.35,
  /** A form with targets below what the form itself asks for. */
  belowMinimum: 0.25,
  /** A project adds indicators of its own. */
  ownIndicator: 0.12,
  /** A quarter in which a project did not report. */
  quarterMissed: 0.02,
  /** The last quarter is not in yet. */
  lastMissed: 0.045,
  /** A project that stopped reporting some quarters ago. */
  fallenSilent: 0.012,
  /** A project that never reported. */
  neverReports: 0.008,
  /** A report that says less than the one before. */
  backwards: 0.006,
  /** A reason stands beside a result far above or below its target. */
  explained: 0.7,
  /** An acceptance that was deferred before it passed. */
  deferredFirst: 0.06,
  /** A project past its end of which the acceptance failed, by how far it had come. */
  failed: { weak: 0.09, others: 0.004 },
};

/** How many times as many reports are missing in a city; others 1. */
export const citySilence: Record<string, number> = { '320800': 3, '321100': 2, '321300': 2, '320500': 0.5 };

/** A project at work for fewer days of its first quarter than this reports with the next. */
export const fewestDaysAtWork = 75;

/** With the award a project hands in what it did before, at most so many quarters back. */
export const quartersBeforeAward = 12;

/** From this share of the target on, and below this one at the end, a reason is given. */
export const explains = { from: 1.3, below: 0.8 };

export const notes = {
  above: ['订单增长超出预期，超额完成（演示数据）', '二期提前投产（演示数据）'],
  below: ['部分设备到货较晚，正在赶工（演示数据）', '市场需求下滑，拟申请延期（演示数据）'],
};

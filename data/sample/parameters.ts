/**
 * What the invented library should look like: how many apply, how much is asked, how fast a city pays.
 * These are inputs of a demonstration, not policy: quotas, rates, caps and tranche shares come from `rules/`.
 */

export const sampleSeed = 'fundlens-2026';
export const sampleAsOf = '2026-09-30';
export const sampleProjects = 2000;

/** Share of all cities, and days by which payments of a city come later (or earlier) than elsewhere. */
export interface CityDemo {
  weight: number;
  delayDays: number;
}

export const cityDemo: Record<string, CityDemo> = {
  '320100': { weight: 0.135, delayDays: 60 },
  '320200': { weight: 0.13, delayDays: 0 },
  '320300': { weight: 0.055, delayDays: 85 },
  '320400': { weight: 0.108, delayDays: -190 },
  '320500': { weight: 0.157, delayDays: -15 },
  '320600': { weight: 0.09, delayDays: -25 },
  '320700': { weight: 0.033, delayDays: -40 },
  '320800': { weight: 0.034, delayDays: 420 },
  '320900': { weight: 0.058, delayDays: 30 },
  '321000': { weight: 0.062, delayDays: -10 },
  '321100': { weight: 0.048, delayDays: 110 },
  '321200': { weight: 0.06, delayDays: -70 },
  '321300': { weight: 0.03, delayDays: 45 },
};

/** Share of a city's projects that lie in its directly reporting county. */
export const directCountyShare = 0.24;

/** Share of projects outside the 16 clusters. */
export const outsideClusters = 0.12;

/** Share of all projects in a cluster, and the cities where it is stronger than elsewhere. */
export interface ClusterDemo {
  weight: number;
  strongIn: Record<string, number>;
}

export const clusterDemo: Record<string, ClusterDemo> = {
  'new-power-equipment': { weight: 0.11, strongIn: { '320400': 2.2, '320900': 1.8 } },
  'construction-agricultural-machinery': { weight: 0.06, strongIn: { '320300': 6 } },
  'internet-of-things': { weight: 0.06, strongIn: { '320200': 4 } },
  'advanced-materials': { weight: 0.1, strongIn: { '320500': 1.3, '320700': 1.5 } },
  'premium-textiles': { weight: 0.05, strongIn: { '320600': 2, '320900': 2, '320500': 1.6 } },
  biomedicine: { weight: 0.08, strongIn: { '321200': 3, '320700': 4 } },
  'medical-devices': { weight: 0.05, strongIn: { '320500': 1.6, '321200': 1.5 } },
  'integrated-circuits-displays': { weight: 0.09, strongIn: { '320200': 2.5, '320500': 1.5 } },
  'information-communication': { weight: 0.06, strongIn: { '320500': 1.5, '320100': 1.4 } },
  'new-energy-vehicles': { weight: 0.08, strongIn: { '320400': 2, '320900': 1.6 } },
  'high-end-equipment': { weight: 0.09, strongIn: { '320400': 1.4, '320300': 1.3 } },
  'ships-offshore': { weight: 0.05, strongIn: { '320600': 4, '321200': 3, '321000': 2, '321100': 2 } },
  'environmental-protection': { weight: 0.05, strongIn: { '320200': 1.5 } },
  'green-food': { weight: 0.03, strongIn: { '320800': 4, '321300': 3, '320900': 2 } },
  'core-software': { weight: 0.03, strongIn: { '320100': 6 } },
  'new-digital-industries': { weight: 0.02, strongIn: { '320100': 4, '320500': 2 } },
};

/** When a guide year's projects are submitted, awarded and paid; `awards` are the days from which decisions are taken, with their share. */
export interface YearDemo {
  guideYear: number;
  submitted: readonly [string, string];
  awards: readonly (readonly [day: string, share: number])[];
  period: readonly [string, string] | null;
  /** Days by which the project windows lie later than in the 2023 list of categories. */
  shiftDays: number;
  /** Number of awarded projects that end early. */
  terminations: number;
}

export const yearDemo: readonly YearDemo[] = [
  {
    guideYear: 2020,
    submitted: ['2020-03-02', '2020-05-15'],
    awards: [
      ['2020-07-20', 0.5],
      ['2020-11-16', 0.3],
      ['2021-04-12', 0.2],
    ],
    period: ['2020-07-01', '2024-06-30'],
    shiftDays: 0,
    terminations: 14,
  },
  {
    guideYear: 2023,
    submitted: ['2022-07-18', '2022-09-16'],
    awards: [
      ['2023-10-09', 0.12],
      ['2023-12-04', 0.13],
      ['2024-03-04', 0.14],
      ['2024-06-03', 0.14],
      ['2024-09-02', 0.13],
      ['2025-01-06', 0.11],
      ['2025-04-07', 0.1],
      ['2025-08-04', 0.08],
      ['2025-12-01', 0.05],
    ],
    period: ['2023-10-01', '2027-09-30'],
    shiftDays: 0,
    terminations: 5,
  },
  {
    guideYear: 2026,
    submitted: ['2026-06-08', '2026-09-18'],
    awards: [],
    period: null,
    shiftDays: 1461,
    terminations: 0,
  },
];

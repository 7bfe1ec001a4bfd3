/**
 * Demo inputs of each category of the 2023 guide (the draft 2026 guide copies it): how many apply and are
 * awarded, what is set aside, awarded and paid, how large a project is and when it runs. Money in 万元.
 */

/** How total investment and fixed assets relate to the base of the subsidy; `fixed_assets`: they are the base;
 * a reward has no project behind it. */
export type InvestmentShape = 'plant' | 'fixed_assets' | 'software' | 'service' | 'acquisition' | 'reward';

export interface CategoryDemo {
  applications: number;
  awards: number;
  /** 万元 set aside; null where nothing is, because the scheme comes with a separate notice. */
  appropriation: number | null;
  /** 万元 that all awards together should come near to, as far as ceilings allow. */
  awarded: number;
  /** 万元 that all payments together should come near to. */
  paid: number;
  /** 万元, the range of typical bases; its lower end keeps to the guide's threshold. */
  base: readonly [number, number];
  shape: InvestmentShape;
  start: readonly [string, string];
  end: readonly [string, string];
  /** Awards by type, for categories with types; applications are divided in the same proportion. */
  variants?: Record<string, number>;
  /** Awards in the clusters that a sub-quota of the category names. */
  awardsInSubQuotaClusters?: number;
  /** Where only some clusters make sense. */
  clusters?: readonly string[];
  /** True where every city has one project at most. */
  oncePerCity?: boolean;
}

type Dates = Pick<CategoryDemo, 'start' | 'end'>;
type Counts = readonly [
  applications: number,
  awards: number,
  appropriation: number | null,
  awarded: number,
  paid: number,
];

/** Finished before the application: the guide's window for completed projects. */
const finished: Dates = { start: ['2019-07-01', '2020-12-31'], end: ['2021-01-01', '2022-06-30'] };
const running = (from: string, to: string): Dates => ({
  start: ['2021-09-01', '2022-06-20'],
  end: [from, to],
});
export const fixedDates = (start: string, end: string): Dates => ({ start: [start, start], end: [end, end] });

export function demo(
  [applications, awards, appropriation, awarded, paid]: Counts,
  base: readonly [number, number],
  shape: InvestmentShape,
  dates: Dates,
  more: Partial<CategoryDemo> = {},
): CategoryDemo {
  return { applications, awards, appropriation, awarded, paid, base, shape, ...dates, ...more };
}

const digital = [
  'core-software',
  'new-digital-industries',
  'internet-of-things',
  'information-communication',
];
const software = ['core-software', 'new-digital-industries'];

/** A category that no application has come for. */
export const none: CategoryDemo = demo([0, 0, null, 0, 0], [0, 0], 'service', finished);

export const categoryDemo2023: Record<string, CategoryDemo> = {
  'high-end-upgrade': demo(
    [52, 27, 70000, 64800, 39200],
    [10000, 60000],
    'plant',
    running('2023-06-30', '2025-09-30'),
  ),
  'smart-demonstration-factory': demo([28, 15, 18000, 16350, 16350], [3000, 30000], 'plant', finished),
  'benchmark-factory': demo([16, 9, 7000, 5640, 5640], [3000, 14000], 'plant', finished),
  'five-g-industrial-internet': demo([14, 8, 6000, 4120, 3240], [2000, 14000], 'plant', finished),
  'service-benchmark': demo([27, 16, 7000, 5200, 5010], [2000, 8000], 'software', finished),
  'identifier-resolution': demo(
    [17, 10, 8000, 6600, 2500],
    [1000, 10000],
    'software',
    running('2023-03-31', '2023-12-29'),
    { variants: { 'secondary-node': 8, 'public-service-platform': 2 } },
  ),
  'industrial-internet-platform': demo([19, 11, 4500, 4200, 3860], [1000, 8000], 'software', finished),
  'industrial-internet-security': demo(
    [11, 6, 4000, 2210, 1105],
    [500, 3500],
    'software',
    running('2023-03-31', '2023-08-31'),
    { clusters: digital },
  ),
  'it-innovation-pilot-zone': demo(
    [5, 3, 8700, 8400, 6000],
    [10000, 16000],
    'service',
    running('2023-12-31', '2024-06-28'),
    { clusters: software },
  ),
  'it-innovation-laboratory': demo(
    [7, 4, 2800, 1760, 1200],
    [1000, 2000],
    'software',
    running('2023-12-31', '2024-06-28'),
    { clusters: software },
  ),
  'data-products': demo([33, 19, 8000, 6950, 5740], [1000, 4000], 'software', finished, {
    clusters: digital,
  }),
  'free-diagnosis': demo(
    [13, 13, 11600, 11400, 9100],
    [500, 1200],
    'service',
    fixedDates('2023-01-01', '2023-12-31'),
    { clusters: [], oncePerCity: true },
  ),
  'leading-service-providers': none,
  'core-technology-engineering': demo(
    [118, 57, 110000, 98600, 52800],
    [3000, 14000],
    'plant',
    { start: ['2022-07-01', '2022-09-01'], end: ['2023-12-31', '2024-12-31'] },
    { awardsInSubQuotaClusters: 11, variants: { 'other-direction': 54, 'disaster-and-safety': 3 } },
  ),
  'mergers-acquisitions': demo([18, 11, 15000, 9870, 9870], [5000, 50000], 'acquisition', finished, {
    awardsInSubQuotaClusters: 2,
  }),
  'specialised-sme': demo([262, 138, 48000, 41400, 36960], [800, 3600], 'plant', finished, {
    awardsInSubQuotaClusters: 12,
  }),
  'leading-software-firms': demo(
    [22, 13, 6000, 4680, 4680],
    [1000, 3500],
    'software',
    fixedDates('2021-01-01', '2021-12-31'),
    { clusters: software, variants: { 'independent-software-firm': 5, 'specialised-software-firm': 8 } },
  ),
  'provincial-recognition-awards': demo(
    [16, 16, 3600, 3200, 3200],
    [100, 300],
    'reward',
    fixedDates('2022-01-01', '2022-06-30'),
  ),
  'major-exhibitions-events': demo(
    [12, 11, 4000, 3600, 2900],
    [300, 2000],
    'service',
    { start: ['2023-02-01', '2023-05-31'], end: ['2023-06-30', '2023-12-20'] },
    { variants: { exhibition: 8, event: 3 } },
  ),
  'green-upgrade': demo(
    [84, 41, 60000, 54120, 36600],
    [2000, 14000],
    'plant',
    running('2023-03-31', '2024-06-28'),
  ),
  'connected-vehicles': demo([21, 13, 8000, 4680, 2960], [1000, 4000], 'software', finished, {
    clusters: ['new-energy-vehicles', ...digital],
  }),
  'charging-and-buses': none,
  'innovation-centre-capacity': demo(
    [8, 5, 13000, 12300, 7150],
    [8000, 13000],
    'plant',
    running('2023-12-31', '2024-12-31'),
  ),
  'cluster-promotion-bodies': demo(
    [8, 4, 1500, 980, 980],
    [200, 900],
    'service',
    fixedDates('2021-07-01', '2022-06-30'),
  ),
  'sme-service-platforms': demo(
    [35, 18, 5000, 4320, 4320],
    [400, 2200],
    'service',
    fixedDates('2021-01-01', '2022-06-30'),
  ),
  'information-consumption': demo(
    [25, 13, 6000, 4350, 3240],
    [500, 3500],
    'software',
    running('2023-03-31', '2023-08-31'),
    { clusters: digital, variants: { 'consumption-innovation': 4, 'public-service-platform': 9 } },
  ),
  'talent-training': demo([29, 16, 6000, 4180, 3120], [200, 330], 'service', {
    start: ['2023-03-01', '2023-06-30'],
    end: ['2023-10-31', '2024-06-28'],
  }),
};

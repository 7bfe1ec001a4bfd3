import { demo, fixedDates, none, type CategoryDemo } from './category-parameters';

/** Demo inputs of the 2020 guide: nearly all of it accepted and paid by 2026. Money in 万元. */

const built = { start: ['2019-06-01', '2020-04-30'], end: ['2020-10-01', '2021-12-20'] } as const;
const year2019 = fixedDates('2019-01-01', '2019-12-31');

export const categoryDemo2020: Record<string, CategoryDemo> = {
  'high-end-upgrade': demo([96, 62, 120000, 117600, 115600], [10000, 45000], 'fixed_assets', {
    start: ['2019-09-01', '2020-04-30'],
    end: ['2020-12-31', '2022-06-30'],
  }),
  'benchmark-factory': demo([18, 12, 9000, 8650, 8500], [3000, 16000], 'fixed_assets', built),
  'smart-demonstration-factory': demo([16, 10, 15000, 14200, 13900], [10000, 30000], 'fixed_assets', built),
  'five-g-industrial-internet': demo([14, 8, 5000, 4700, 4600], [3000, 12000], 'fixed_assets', built),
  'green-upgrade': demo([58, 36, 30000, 28900, 28100], [2000, 22000], 'fixed_assets', built),
  'service-upgrade': demo([16, 10, 5000, 4800, 4600], [3000, 9000], 'fixed_assets', built),
  'epidemic-supplies': demo([34, 30, 5000, 4900, 4900], [60, 900], 'service', {
    start: ['2020-01-10', '2020-01-31'],
    end: ['2020-02-10', '2020-03-10'],
  }),
  'core-technology-engineering': demo([62, 40, 52000, 50900, 49300], [1500, 9000], 'plant', {
    start: ['2020-06-01', '2020-08-31'],
    end: ['2021-12-01', '2022-05-31'],
  }),
  'mergers-acquisitions': demo([14, 9, 12000, 11400, 11400], [6000, 60000], 'acquisition', {
    start: ['2019-10-01', '2020-03-31'],
    end: ['2020-06-01', '2020-12-28'],
  }),
  'specialised-sme': demo([104, 72, 26000, 25400, 25400], [500, 4000], 'software', year2019),
  'provincial-recognition-awards': demo([18, 18, 3000, 2900, 2900], [100, 300], 'reward', year2019),
  'new-energy-vehicles': none,
  'innovation-centre-development': demo([6, 6, 6000, 5600, 5600], [1000, 3000], 'service', {
    start: ['2019-01-01', '2019-12-31'],
    end: ['2020-12-01', '2021-12-31'],
  }),
  'generic-technology-development': demo([7, 5, 8000, 7600, 7300], [5000, 11000], 'plant', {
    start: ['2019-03-01', '2019-09-30'],
    end: ['2020-12-01', '2021-12-31'],
  }),
  'industry-service-platforms': demo([22, 14, 18000, 17200, 16500], [2000, 11000], 'software', {
    start: ['2018-10-01', '2019-06-30'],
    end: ['2020-06-30', '2020-12-20'],
  }),
  'cluster-promotion-bodies': demo([6, 4, 1500, 1400, 1400], [800, 3000], 'service', {
    start: ['2018-10-01', '2019-06-30'],
    end: ['2020-06-30', '2020-12-20'],
  }),
  'sme-service-platforms': demo([22, 14, 4500, 4300, 4300], [400, 3000], 'service', year2019),
  'talent-training': demo([12, 12, 4000, 3700, 3700], [150, 600], 'service', {
    start: ['2020-06-01', '2020-09-30'],
    end: ['2020-12-01', '2021-06-30'],
  }),
  'solution-providers': demo([14, 9, 2500, 2300, 2300], [1000, 3600], 'service', {
    start: ['2019-01-01', '2019-06-30'],
    end: ['2020-03-31', '2020-06-30'],
  }),
};

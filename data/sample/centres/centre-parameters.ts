/** What the invented centres should look like: inputs of a demonstration, not policy. */

export interface CentreDemo {
  /** Number of the priority field as printed; null where the list of centres leaves it empty. */
  field: number | null;
  /** Words of the name. */
  subject: string;
  city: string;
  /** Null where the list of centres leaves it empty. */
  approvedOn: string | null;
  isNational?: boolean | null;
  /** Points around which its assessments lie. */
  points: number;
  /** Year of assessment in which it fails. */
  failsIn?: number;
  /** Conditions of founding that it misses, by id. */
  misses?: readonly string[];
  /** Conditions that its self-report says nothing of. */
  silent?: readonly string[];
  /** Conditions with a threshold that it meets exactly. */
  exact?: readonly string[];
  /** Reports that it did not hand in, as report/period end. */
  unreported?: readonly string[];
  /** Reports that came late, as report/period end, with the day. */
  late?: Readonly<Record<string, string>>;
  /** Year of an assessment whose result as a whole was not entered. */
  noGradeIn?: number;
  /** Windows whose assessment did not take place, counted from 1. */
  skipped?: readonly number[];
  /** No host is named. */
  noHost?: boolean;
}

const brief = (end: string) => `half-year-brief/${end}`;
const annual = (end: string) => `annual-report/${end}`;

export const centreDemo: readonly CentreDemo[] = [
  { field: 1, subject: '特高压输变电设备', city: '320100', approvedOn: '2019-05-20', points: 92 },
  {
    field: 3,
    subject: '新一代光伏技术',
    city: '320400',
    approvedOn: '2018-11-08',
    isNational: true,
    points: 93,
  },
  {
    field: 4,
    subject: '智能海上风电装备',
    city: '320900',
    approvedOn: '2021-03-16',
    points: 83,
    exact: ['research-staff'],
    late: { [brief('2025-06-30')]: '2025-08-04' },
  },
  {
    field: 6,
    subject: '汽车芯片',
    city: '320200',
    approvedOn: '2023-09-28',
    points: 88,
    exact: ['paid-in-rate'],
  },
  {
    field: 6,
    subject: '车规级功率器件',
    city: '320100',
    approvedOn: '2024-04-18',
    points: 79,
    misses: ['registered-capital'],
    late: { [annual('2025-12-31')]: '2026-03-12' },
  },
  {
    field: 7,
    subject: '新型显示器件',
    city: '320100',
    approvedOn: '2020-02-29',
    points: 85,
    noGradeIn: 2025,
  },
  {
    field: 8,
    subject: '第三代半导体关键材料',
    city: '320500',
    approvedOn: '2021-12-20',
    points: 91,
    isNational: null,
  },
  {
    field: 10,
    subject: '两机关键零部件',
    city: '320200',
    approvedOn: '2022-07-06',
    points: 74,
    failsIn: 2024,
    exact: ['research-share'],
    unreported: [brief('2024-12-31')],
  },
  { field: 11, subject: '船舶智能制造', city: '320600', approvedOn: '2020-10-13', points: 84, skipped: [4] },
  {
    field: 12,
    subject: '海洋油气装备',
    city: '320600',
    approvedOn: '2023-10-16',
    points: 81,
    silent: ['platform-coverage', 'outside-cooperation'],
  },
  {
    field: 13,
    subject: '新能源商用车',
    city: '320300',
    approvedOn: '2022-04-25',
    points: 72,
    failsIn: 2025,
    misses: ['research-staff', 'research-share'],
    unreported: [brief('2025-12-31'), annual('2025-12-31')],
  },
  { field: 14, subject: '动力及储能电池', city: '320400', approvedOn: '2023-06-30', points: 94 },
  {
    field: 15,
    subject: '氢燃料电池汽车',
    city: '320500',
    approvedOn: '2021-08-09',
    points: 78,
    misses: ['platform-coverage'],
    late: { [brief('2026-06-30')]: '2026-07-22' },
  },
  { field: 17, subject: '水污染防治装备', city: '320200', approvedOn: '2025-03-03', points: 82 },
  {
    field: 18,
    subject: '光通信元器件',
    city: '320500',
    approvedOn: '2026-01-12',
    points: 80,
    silent: ['service-income', 'outside-cooperation', 'research-share', 'platform-coverage'],
    unreported: [brief('2026-06-30')],
  },
  {
    field: 20,
    subject: '船舶工业软件',
    city: '320200',
    approvedOn: '2024-12-31',
    points: 86,
    misses: ['paid-in-rate'],
    noHost: true,
  },
  {
    field: 22,
    subject: '工业大数据应用',
    city: '320100',
    approvedOn: null,
    points: 77,
    silent: ['registered-capital', 'paid-in-rate', 'alliance'],
  },
  { field: null, subject: '先进医疗材料', city: '321200', approvedOn: '2019-09-19', points: 76 },
];

/** The first half-year whose reports the invented library keeps. */
export const reportsKeptSince = '2023-12-31';
/** Days on which centres report of themselves. */
export const selfReportedOn = ['2025-01-15', '2026-01-20'] as const;
/** Shares of 100 points from which the demonstration gives a grade, best first. */
export const demoGrades: readonly (readonly [least: number, gradeId: string])[] = [
  [90, 'excellent'],
  [80, 'good'],
  [60, 'passed'],
  [0, 'failed'],
];
/** An assessment of the year is told by this month of the as-of day. */
export const assessedByMonth = 9;

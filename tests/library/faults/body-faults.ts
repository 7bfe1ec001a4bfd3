import { known } from '../input-tables';
import type { FindingCode } from '$lib/library/check/finding-codes';
import type { Lines } from './fault-files';
import { fault, loads, waits, type Fault } from './fault';

const library = known({
  centres: [
    { id: 'c-1', name: '演示甲中心', owner: '演示甲公司' },
    { id: 'c-2', name: '演示乙中心', owner: null },
  ],
  platforms: [
    { id: 'pl-1', name: '演示平台', owner: '演示企业甲有限公司' },
    { id: 'pl-2', name: '演示平台', owner: '演示企业乙有限公司' },
  ],
});

const body = (
  kind: string,
  lines: Lines,
  found: readonly [FindingCode, string, string | null],
  row: Fault['row'],
): Fault => fault(kind, lines, found, row, { known: library });

const list = ['中心编号', '中心名称', '依托公司', '重点领域', '所在地', '批复时间'];
const factHeads = ['中心编号', '中心名称', '指标', '填报值', '计量单位', '填报日期'];
const fact = ['c-1', '演示甲中心', '依托公司注册资本金', '3000', '万元', '2023-12-31'];
const reportHeads = ['中心名称', '报告名称', '报告期', '提交日期'];
const metricHeads = ['平台名称', '申报单位', '指标', '填报值'];
const table2019 = [
  '序号',
  '申报企业名称',
  '项目方向',
  '项目名称',
  '联系人',
  '联系方式（手机）',
  '项目所在地',
  '是否省先进制造业集群',
];
const platform2019 = [
  '1',
  '演示企业甲有限公司',
  '跨行业跨领域',
  '演示平台甲',
  '',
  '',
  '南京市江宁区',
  '生物医药和新型医疗器械',
];

/** Faults of centres, platforms and factories. */
export const bodyFaults: readonly Fault[] = [
  body(
    'a centre in a place that nobody knows',
    [list, ['', '演示丙中心', '演示丙公司', '1', '月球', '2021-03-01']],
    ['place_unknown', 'E2', '月球'],
    loads,
  ),
  body(
    'a fact that nobody asks of a centre',
    [factHeads, fact.with(2, '办公面积')],
    ['fact_unknown', 'C2', '办公面积'],
    waits,
  ),
  body(
    'a centre that nobody knows',
    [factHeads, fact.with(0, '').with(1, '演示戊中心')],
    ['centre_unknown', 'B2', '演示戊中心'],
    waits,
  ),
  body(
    'a centre with another name than its number',
    [factHeads, fact.with(1, '演示乙中心')],
    ['body_name_differs', 'B2', '演示乙中心'],
    waits,
  ),
  body(
    'a brief for a quarter where half-years are asked',
    [reportHeads, ['演示甲中心', '半年工作简报', '2024年第一季度', '2024-07-01']],
    ['period_not_half_year', 'C2', '2024年第一季度'],
    waits,
  ),
  body(
    'a report handed in before its period ended',
    [reportHeads, ['演示甲中心', '半年工作简报', '2024年上半年', '2024-06-30']],
    ['report_before_period_end', 'D2', '2024-06-30'],
    waits,
  ),
  body(
    'a platform of a name that two have',
    [metricHeads, ['演示平台', '', '可连接的工业设备', '1500']],
    ['body_ambiguous', 'A2', '演示平台'],
    waits,
  ),
  body(
    'a platform that nobody knows',
    [metricHeads, ['演示平台', '演示企业丙有限公司', '可连接的工业设备', '9']],
    ['platform_unknown', 'A2', '演示平台'],
    waits,
  ),
  body(
    'a cluster of 2019 that was split',
    [table2019, platform2019],
    ['cluster_split', 'H2', '生物医药和新型医疗器械'],
    loads,
  ),
];

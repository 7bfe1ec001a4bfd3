import { describe, expect, test } from 'vitest';
import { awarded, csv, importWith, inputFindings, known } from './input-tables';
import { file, smallTable } from './small-table';

const codes = async (heads: string[], line: string[], library = known()) =>
  (await inputFindings([heads, line], library)).found;

describe('awards', () => {
  const heads = [
    '项目编号',
    '补助金额(万元)',
    '立项日期',
    '首拨计划金额(万元)',
    '首拨计划日期',
    '余款计划金额(万元)',
    '余款计划日期',
  ];
  const line = ['p-1', '500', '2023-11-20', '300', '2023-12-15', '200', '2025-06-30'];

  test.each([
    ['planned as a whole', line, []],
    ['without a plan', line.fill('', 3).slice(), []],
  ])('load %s', async (_, cells, expected) => {
    expect(await codes(heads, cells)).toEqual(expected);
  });

  const planned = ['p-1', '500', '2023-11-20', '300', '2023-12-15', '200', '2025-06-30'];
  test.each([
    ['a 分 more planned than awarded', planned.with(5, '200.000001'), ['tranches_off_award B2']],
    ['a 分 less planned than awarded', planned.with(5, '199.999999'), ['tranches_off_award B2']],
    ['the first tranche alone, below the award', planned.with(5, '').with(6, ''), []],
    ['the first tranche alone, the whole award', planned.with(3, '500').with(5, '').with(6, ''), []],
    [
      'the first tranche alone, a 分 above',
      planned.with(3, '500.000001').with(5, '').with(6, ''),
      ['tranches_off_award B2'],
    ],
    ['an amount without its day', planned.with(4, ''), ['cell_missing E2']],
    ['a day without its amount', planned.with(3, ''), ['cell_missing D2']],
    ['a tranche planned before the award', planned.with(4, '2023-11-19'), ['paid_before_award E2']],
    ['a tranche planned on the day of the award', planned.with(4, '2023-11-20'), []],
    ['the rest planned before the first', planned.with(6, '2023-12-14'), ['end_before_start G2']],
    ['no amount', planned.with(1, ''), ['cell_missing B2']],
    ['no day', planned.with(2, ''), ['cell_missing C2']],
    ['an unknown project', planned.with(0, 'p-9'), ['project_unknown A2']],
  ])('%s', async (_, cells, expected) => {
    const { result, found } = await inputFindings([heads, cells]);
    expect(found).toEqual(expected);
    expect(result.rows.award).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  test('are known to the payments of the same import, whatever the order of the files', async () => {
    const library = known({ projects: [{ ...awarded, award_fen: null, awarded_on: null }] });
    const payment = csv([
      ['项目编号', '期次', '拨付金额(万元)', '拨付日期'],
      ['p-1', '1', '500.000001', '2024-01-10'],
    ]);
    const files = [file('拨付.csv', payment), file('立项.csv', csv([heads, planned]))];
    const { findings } = await importWith(files, library);
    expect(findings.map(({ code, file: name }) => `${code} ${name}`)).toEqual(['paid_over_award 拨付.csv']);
  });

  test('make a project of the same import an awarded one', async () => {
    const award = csv([
      ['承担单位', '项目名称', '补助金额(万元)', '立项日期'],
      ['演示企业甲有限公司', '演示项目甲', '40', '2023-11-20'],
    ]);
    const { rows, findings } = await importWith(
      [file('立项.csv', award), file('汇总.csv', smallTable([{}]))],
      known({ projects: [] }),
    );
    expect(findings).toEqual([]);
    expect(rows.project).toMatchObject([
      { status: 'awarded', award_fen: 40_000_000, awarded_on: '2023-11-20' },
    ]);
  });
});

describe('endings', () => {
  const paid = { project_id: 'p-1', sequence: 1, paid_fen: 100_000_000, paid_on: '2024-01-05' };
  const library = known({ payments: [{ ...paid, source_file_id: 'f-1', file: '拨付.csv' }] });
  const heads = ['项目编号', '追回金额(万元)', '追回日期'];
  test.each([
    ['a 分 less than was paid', ['p-1', '99.999999', '2024-08-01'], []],
    ['all that was paid', ['p-1', '100', '2024-08-01'], []],
    ['a 分 more than was paid', ['p-1', '100.000001', '2024-08-01'], ['recovered_over_paid B2']],
    ['before the award', ['p-1', '10', '2023-11-19'], ['paid_before_award C2']],
    ['without a day', ['p-1', '10', ''], ['cell_missing C2']],
  ])('recovered: %s', async (_, line, expected) => {
    expect(await codes(heads, line, library)).toEqual(expected);
  });

  test('a recovery is not held against payments that nobody loaded', async () => {
    expect(await codes(heads, ['p-1', '10', '2024-08-01'])).toEqual([]);
  });

  test.each([
    ['on the day of the award', ['p-1', '终止', '2023-11-20'], []],
    ['the day before', ['p-1', '终止', '2023-11-19'], ['terminated_before_award C2']],
    ['in words that nobody knows', ['p-1', '再议', '2024-01-01'], ['choice_unknown B2']],
  ])('ended: %s', async (_, line, expected) => {
    expect(await codes(['项目编号', '终止类别', '终止日期'], line)).toEqual(expected);
  });
});

describe('checklists', () => {
  const heads = ['项目编号', '核查项', '核查结果', '核查时间'];
  test.each([
    ['by number', '2', '是', []],
    ['by the printed sentence', '4. 项目申报表中的经济指标与证明材料是否一致。', '一致', []],
    ['with a sign', '项目建设内容与实际相符', '√', []],
    ['无 for none', '备案（核准）、环评、能评等手续完备', '无', []],
    ['in words where yes or no is asked', '2', '基本完备', ['choice_unknown C2']],
    ['in words where words are asked', '6', '已补充合同', []],
    ['an item that nobody knows', '11', '是', ['check_unknown B2']],
    ['an error cell', '2', '#REF!', ['error_cell C2']],
    ['no answer', '2', '', ['cell_missing C2']],
  ])('%s', async (_, item, answer, expected) => {
    const { result, found } = await inputFindings([heads, ['p-1', item, answer, '2022-11-03']]);
    expect(found).toEqual(expected);
    expect(result.rows.checklist).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  test('the same item of a project twice waits once', async () => {
    const line = ['p-1', '2', '是', '2022-11-03'];
    const { found } = await inputFindings([heads, line, line.with(2, '否')]);
    expect(found).toEqual(['duplicate_row B3']);
  });
});

describe('centres', () => {
  const library = known({
    centres: [
      { id: 'c-1', name: '演示甲中心', owner: '演示甲公司' },
      { id: 'c-2', name: '演示乙中心', owner: null },
    ],
  });
  const list = ['中心编号', '中心名称', '依托公司', '重点领域', '所在地', '批复时间'];
  test.each([
    ['with a field by its number', ['', '演示丙中心', '演示丙公司', '23', '苏州', '2021-03'], []],
    [
      'in no field of the list',
      ['', '演示丙中心', '演示丙公司', '养殖', '苏州', '2021-03'],
      ['choice_unknown D2'],
    ],
    [
      'in a place that nobody knows',
      ['', '演示丙中心', '演示丙公司', '1', '月球', '2021-03'],
      ['place_unknown E2'],
    ],
    ['without a name', ['', '', '演示丙公司', '1', '苏州', '2021-03'], ['cell_missing B2']],
  ])('list: %s', async (_, line, expected) => {
    const { result, found } = await inputFindings([list, line], library);
    expect(found).toEqual(expected);
    const waits = result.findings.some(({ severity }) => severity === 'error');
    expect(result.rows.centre).toHaveLength(waits ? 0 : 1);
  });

  test('keep their number when a list names them again', async () => {
    const line = ['', '演示甲中心', '演示新公司', '1', '苏州', '2021-03-01'];
    const { result } = await inputFindings([list, line], library);
    expect(result.rows.centre.map((row) => row.centre_id)).toEqual(['c-1']);
  });

  test('are known to self-reports of the same import, whatever the order of the files', async () => {
    const facts = csv([
      ['中心名称', '指标', '填报值', '填报日期'],
      ['演示丁中心', '固定研发人员', '50', '2023-12-31'],
    ]);
    const centres = csv([list, ['c-4', '演示丁中心', '演示丁公司', '1', '苏州', '2021-03-01']]);
    const { rows, findings } = await importWith(
      [file('自评.csv', facts), file('名录.csv', centres)],
      library,
    );
    expect(findings).toEqual([]);
    expect(rows.centre_fact).toMatchObject([{ centre_id: 'c-4', fact_id: 'centre_research_staff' }]);
  });

  const reports = ['中心编号', '中心名称', '指标', '填报值', '计量单位', '填报日期'];
  const fact = ['c-1', '演示甲中心', '依托公司注册资本金', '3000', '万元', '2023-12-31'];
  test.each([
    ['money', fact, []],
    ['money in 亿元', fact.with(3, '0.3').with(4, '亿元'), []],
    ['money in a unit that is none', fact.with(4, '箱'), ['unit_differs E2']],
    ['a share with its sign', fact.with(2, '实缴到位率').with(3, '50%').with(4, '%'), []],
    [
      'a number of people below zero',
      fact.with(2, '固定研发人员').with(3, '-1').with(4, '人'),
      ['number_not_read D2'],
    ],
    [
      'a part of a person',
      fact.with(2, '固定研发人员').with(3, '50.5').with(4, '人'),
      ['number_not_read D2'],
    ],
    ['people counted in 家', fact.with(2, '固定研发人员').with(3, '50').with(4, '家'), ['unit_differs E2']],
    ['something that nobody asks', fact.with(2, '办公面积'), ['fact_unknown C2']],
    ['a centre that nobody knows', fact.with(0, '').with(1, '演示戊中心'), ['centre_unknown B2']],
    ['another name than that of the number', fact.with(1, '演示乙中心'), ['body_name_differs B2']],
    ['no day', fact.with(5, ''), ['cell_missing F2']],
    ['无 where a number is asked', fact.with(3, '无'), ['cell_missing D2']],
  ])('self-report: %s', async (_, line, expected) => {
    const { result, found } = await inputFindings([reports, line], library);
    expect(found).toEqual(expected);
    expect(result.rows.centre_fact).toHaveLength(expected.length === 0 ? 1 : 0);
  });

  const assessed = ['中心名称', '考核年度', '考核方面', '得分', '考核结果'];
  test.each([
    ['as a whole', ['演示甲中心', '2023年', '', '', '优秀'], []],
    ['an aspect by points alone', ['演示甲中心', '2023', '成果转移转化', '0', ''], []],
    ['neither points nor grade', ['演示甲中心', '2023', '研发力量', '', ''], ['cell_missing E2']],
    ['points below zero', ['演示甲中心', '2023', '研发力量', '-1', ''], ['number_not_read D2']],
    ['a grade that is none', ['演示甲中心', '2023', '', '', '及格'], ['choice_unknown E2']],
    ['an aspect that is none', ['演示甲中心', '2023', '食堂', '9', ''], ['choice_unknown C2']],
    ['no year', ['演示甲中心', '', '', '', '优秀'], ['cell_missing B2']],
  ])('assessment: %s', async (_, line, expected) => {
    expect(await codes(assessed, line, library)).toEqual(expected);
  });

  const handed = ['中心名称', '报告名称', '报告期', '提交日期'];
  test.each([
    ['the day after the half-year', ['演示甲中心', '半年工作简报', '2024年上半年', '2024-07-01'], []],
    [
      'on its last day',
      ['演示甲中心', '半年工作简报', '2024年上半年', '2024-06-30'],
      ['report_before_period_end D2'],
    ],
    [
      'for a first quarter',
      ['演示甲中心', '半年工作简报', '2024年第一季度', '2024-07-01'],
      ['period_not_half_year C2'],
    ],
    ['a report that is none', ['演示甲中心', '新闻稿', '2024年上半年', '2024-07-01'], ['choice_unknown B2']],
    ['not handed in yet', ['演示甲中心', '年度建设运行情况', '2024年度', ''], []],
  ])('report: %s', async (_, line, expected) => {
    expect(await codes(handed, line, library)).toEqual(expected);
  });
});

describe('platforms and factories of 2019', () => {
  const heads = [
    '序号',
    '申报企业名称',
    '项目方向',
    '项目名称',
    '联系人',
    '联系方式（手机）',
    '项目所在地',
    '是否省先进制造业集群',
  ];
  const line = ['1', '演示企业甲有限公司', '跨行业跨领域', '演示平台甲', '', '', '南京市江宁区', '否'];
  test.each([
    ['a level', line, [], null],
    ['a level that is none', line.with(2, '世界级'), ['choice_unknown C2'], null],
    ['a cluster by its name of 2019', line.with(7, '工程机械'), [], 'construction-agricultural-machinery'],
    ['a cluster that nobody knows', line.with(7, '航天'), ['cluster_unknown H2'], null],
    ['a place that nobody knows', line.with(6, '月球'), ['place_unknown G2'], null],
    ['no firm', line.with(1, ''), ['cell_missing B2'], null],
  ])('%s', async (_, cells, expected, cluster) => {
    const { result, found } = await inputFindings([['江苏省重点工业互联网平台申报情况汇总表'], heads, cells]);
    expect(found).toEqual(expected.map((text) => text.replace('2', '3')));
    const waits = result.findings.some(({ severity }) => severity === 'error');
    expect(result.rows.platform.map((row) => row.cluster_id)).toEqual(waits ? [] : [cluster]);
  });

  test('a cluster of 2019 that was split is left open, with the names', async () => {
    const { result, found } = await inputFindings([heads, line.with(7, '生物医药和新型医疗器械')]);
    expect(found).toEqual(['cluster_split H2']);
    expect(result.rows.platform).toMatchObject([{ cluster_id: null }]);
  });

  test('a 2023 table that lacks a column is not taken for one of 2019', async () => {
    const { result } = await inputFindings([
      ['序号', '单位名称', '单位主要经营地址', '所属行业', '项目名称', '是否为省先进制造业集群中的项目'],
      ['1', '演示企业甲有限公司', '南京市', '通用设备制造业', '演示项目', '否'],
    ]);
    expect(result.rows.platform).toEqual([]);
    expect(result.findings.map(({ code }) => code)).toContain('column_missing');
  });

  const library = known({
    platforms: [
      { id: 'pl-1', name: '演示平台', owner: '演示企业甲有限公司' },
      { id: 'pl-2', name: '演示平台', owner: '演示企业乙有限公司' },
    ],
  });
  test.each([
    ['with the operator', ['演示平台', '演示企业乙有限公司', '可连接的工业设备', '1500'], []],
    [
      'without it, where two have the name',
      ['演示平台', '', '可连接的工业设备', '1500'],
      ['body_ambiguous A2'],
    ],
    [
      'of another operator',
      ['演示平台', '演示企业丙有限公司', '可连接的工业设备', '9'],
      ['platform_unknown A2'],
    ],
    [
      'with words for a number',
      ['演示平台', '演示企业乙有限公司', '可连接的工业设备', '很多'],
      ['number_not_read D2'],
    ],
  ])('metrics %s', async (_, cells, expected) => {
    const columns = ['平台名称', '申报单位', '指标', '填报值'];
    expect(await codes(columns, cells, library)).toEqual(expected);
  });

  test('a row across waits whole where one of its values cannot be read', async () => {
    const { result, found } = await inputFindings(
      [
        ['平台名称', '申报单位', '可连接的工业设备', '工业机理模型数量'],
        ['演示平台', '演示企业乙有限公司', '很多', '50'],
      ],
      library,
    );
    expect(found.filter((text) => !text.startsWith('column'))).toEqual(['number_not_read C2']);
    expect(result.rows.platform_metric).toEqual([]);
  });
});

test('where the columns of a table stand is kept, so that every value can be traced to its cell', async () => {
  const { result } = await inputFindings([
    ['拨付日期', '项目编号', '拨付金额(万元)', '期次'],
    ['2024-01-10', 'p-1', '10', '1'],
  ]);
  expect(result.rows.source_column.map(({ field, letter }) => `${field} ${letter}`)).toEqual([
    'paid_on A',
    'project_id B',
    'paid_fen C',
    'sequence D',
  ]);
});

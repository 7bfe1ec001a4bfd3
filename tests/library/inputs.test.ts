import { describe, expect, test } from 'vitest';
import { awarded, csv, importWith, inputFindings, known } from './input-tables';
import { file, smallTable } from './small-table';

const heads = ['项目编号', '承担单位', '项目名称', '期次', '拨付金额(万元)', '拨付日期'];
const payment = ['p-1', '演示企业甲有限公司', '演示项目甲', '1', '250', '2024-01-10'];
const paid = (at: number, value: string) => payment.with(at, value);

describe('payments', () => {
  test('load as rows of the project that they name', async () => {
    const { result, found } = await inputFindings([['省级专项资金拨付台账'], heads, payment]);
    expect(found).toEqual([]);
    expect(result.rows.disbursement).toEqual([
      {
        project_id: 'p-1',
        sequence: 1,
        paid_fen: 250_000_000,
        paid_on: '2024-01-10',
        source_file_id: result.rows.source_file[0]?.file_id,
        source_sheet: null,
        source_row: 3,
      },
    ]);
    expect(result.rows.source_file).toMatchObject([{ kind: 'disbursements', rows_read: 1, rows_loaded: 1 }]);
  });

  test('are found by recipient and name, under other heads, with words for the tranche', async () => {
    const { result, found } = await inputFindings([
      ['拨付时间', '到账金额（元）', '单位名称', '申报项目名称', '拨付批次'],
      ['2024年1月10日', '2500000', ' 演示企业甲有限公司', '演示项目（甲）', '首期'],
    ]);
    expect(found).toEqual(['column_unit_converted B1', 'text_trimmed C2']);
    expect(result.rows.disbursement).toMatchObject([
      { project_id: 'p-1', sequence: 1, paid_fen: 250_000_000, paid_on: '2024-01-10' },
    ]);
  });

  test.each([
    ['an unknown project', paid(0, 'p-9').with(2, '演示项目乙'), ['project_unknown C2']],
    ['no project at all', paid(0, '').with(2, ''), ['project_reference_missing A2']],
    ['another name than that of the ID', paid(2, '演示项目乙'), ['project_name_differs C2']],
    ['an ID of the sender’s own', paid(0, 'X-77'), ['project_id_foreign A2']],
    ['no amount', paid(4, ''), ['cell_missing E2']],
    ['words for an amount', paid(4, '约二百'), ['amount_not_number E2']],
    ['an amount below zero', paid(4, '-1'), ['amount_negative E2']],
    ['元 typed where 万元 belong', paid(4, '2500000'), ['amount_absurd E2']],
    ['no day', paid(5, ''), ['cell_missing F2']],
    ['a day that is none', paid(5, '2024-02-30'), ['date_impossible F2']],
    ['an error cell', paid(4, '#REF!'), ['error_cell E2']],
    ['a tranche that is no number', paid(3, '若干'), ['number_not_read D2']],
    ['no tranche', paid(3, ''), ['sequence_taken D2']],
    ['a day before the award', paid(5, '2023-11-19'), ['paid_before_award F2']],
    ['the day of the award', paid(5, '2023-11-20'), []],
    ['exactly the award', paid(4, '500'), []],
    ['a 分 less than the award', paid(4, '499.999999'), []],
    ['a 分 more than the award', paid(4, '500.000001'), ['paid_over_award E2']],
  ])('%s', async (_, line, expected) => {
    const { result, found } = await inputFindings([heads, line]);
    expect(found).toEqual(expected);
    const waits = result.findings.some(({ severity }) => severity === 'error');
    expect([result.rows.disbursement.length, result.quarantine.length]).toEqual(waits ? [0, 1] : [1, 0]);
  });

  test.each([
    ['the sum of its rows', '250', []],
    ['a 分 more than its rows', '250.000001', ['total_mismatch E3']],
    ['a 分 less than its rows', '249.999999', ['total_mismatch E3']],
  ])('with a total that is %s', async (_, total, expected) => {
    const { result, found } = await inputFindings([heads, payment, ['合计', '', '', '', total, '']]);
    expect(found).toEqual(expected);
    expect(result.rows.disbursement).toHaveLength(1);
  });

  test('of earlier imports count against the award, those of a file that is read again do not', async () => {
    const earlier = { project_id: 'p-1', sequence: 1, paid_fen: 300_000_000, paid_on: '2024-01-05' };
    const library = (name: string) =>
      known({ payments: [{ ...earlier, source_file_id: 'f-1', file: name }] });
    const second = paid(3, '2');
    expect((await inputFindings([heads, second], library('另一个.csv'))).found).toEqual([
      'paid_over_award E2',
    ]);
    expect((await inputFindings([heads, second], library('演示.csv'))).found).toEqual([]);
  });

  test('the same payment twice waits once and says where the first stands', async () => {
    const { result, found } = await inputFindings([heads, payment, payment]);
    expect(found).toEqual(['duplicate_row E3']);
    expect(result.findings[0]?.expected).toBe('演示.csv · 2');
    expect(result.rows.disbursement).toHaveLength(1);
  });

  test('without a column that every row needs all rows wait', async () => {
    const { result, found } = await inputFindings([heads.slice(0, 5), payment.slice(0, 5)]);
    expect(found).toEqual(['column_missing 1:1']);
    expect(result.quarantine).toHaveLength(1);
  });

  test('join projects of a summary table in the same import, whatever the order of the files', async () => {
    const line = ['', '演示企业甲有限公司', '演示项目甲', '1', '10', '2024-01-10'];
    const files = [file('拨付.csv', csv([heads, line])), file('汇总.csv', smallTable([{}]))];
    const result = await importWith(files, known({ projects: [] }));
    expect(result.findings).toEqual([]);
    expect(result.rows.disbursement[0]?.project_id).toBe(result.rows.project[0]?.project_id);
  });

  test('a recipient with one project name in two years must give the ID, or the title the year', async () => {
    const other = { ...awarded, project_id: 'p-2', guide_year: 2020, award_fen: null, awarded_on: null };
    const library = known({ projects: [awarded, other] });
    const line = paid(0, '');
    expect((await inputFindings([heads, line], library)).found).toEqual(['project_ambiguous C2']);
    const titled = await inputFindings([['2020年度专项资金拨付台账'], heads, line], library);
    expect(titled.result.rows.disbursement).toMatchObject([{ project_id: 'p-2' }]);
  });
});

describe('acceptances', () => {
  const columns = ['项目编号', '验收日期', '验收结论', '验收单位', '备注'];
  test.each([
    ['通过验收', 'passed'],
    ['不合格', 'failed'],
    ['限期整改', 'deferred'],
  ])('%s is %s', async (words, result) => {
    const { result: imported, found } = await inputFindings([
      columns,
      ['p-1', '2025-03', words, '演示市工信局', ''],
    ]);
    expect(found).toEqual([]);
    expect(imported.rows.acceptance).toMatchObject([
      { project_id: 'p-1', accepted_on: '2025-03-31', result, authority: '演示市工信局', note: null },
    ]);
  });

  test.each([
    ['a result that nobody knows', ['p-1', '2025-03-01', '还行', '', ''], ['choice_unknown C2']],
    ['before the project began', ['p-1', '2022-12-31', '通过', '', ''], ['accepted_before_start B2']],
    ['no day', ['p-1', '', '通过', '', ''], ['cell_missing B2']],
  ])('%s', async (_, line, expected) => {
    const { result, found } = await inputFindings([columns, line]);
    expect(found).toEqual(expected);
    expect(result.rows.acceptance).toEqual([]);
    expect(result.quarantine).toHaveLength(1);
  });
});

describe('appropriations', () => {
  const columns = ['指南年度', '支持项目', '下达金额（亿元）', '执行期起', '执行期止'];
  const line = ['2023年度', '绿色化改造升级项目', '1.5', '2023-10-01', '2027-09-30'];
  test('load by year and category', async () => {
    const { result, found } = await inputFindings([columns, line]);
    expect(found).toEqual(['column_unit_converted C1']);
    expect(result.rows.appropriation).toMatchObject([
      {
        guide_year: 2023,
        category_id: 'guides/2023/green-upgrade',
        amount_fen: 15_000_000_000,
        period_start: '2023-10-01',
        period_end: '2027-09-30',
      },
    ]);
  });

  test.each([
    ['no such category', line.with(1, '月球基地'), ['category_unknown B2']],
    ['no such guide', line.with(0, '2021'), ['guide_year_unknown A2']],
    ['a year that is none', line.with(0, '明年'), ['number_not_read A2']],
    ['an end before the start', line.with(4, '2023-09-30'), ['end_before_start E2']],
    ['too much', line.with(2, '201'), ['amount_absurd C2']],
  ])('%s', async (_, row, expected) => {
    const { result, found } = await inputFindings([columns, row]);
    expect(found.slice(1)).toEqual(expected);
    expect([result.rows.appropriation.length, result.quarantine.length]).toEqual([0, 1]);
  });
});

describe('quarterly progress, quarters across', () => {
  const columns = ['项目编号', '指标名称', '2024年一季度', '2024Q2', '备注'];
  test('is one row for each quarter that is filled in', async () => {
    const lines = [
      ['p-1', '新增就业人数', '5', '9', ''],
      ['p-1', '产品合格率', '', '97.5', ''],
    ];
    const { result, found } = await inputFindings([columns, ...lines]);
    expect(found).toEqual([]);
    expect(
      result.rows.progress.map(({ indicator_key, period_end, actual_number }) => [
        indicator_key,
        period_end,
        actual_number,
      ]),
    ).toEqual([
      ['new-jobs', '2024-03-31', 5],
      ['new-jobs', '2024-06-30', 9],
      ['product-pass-rate', '2024-06-30', 97.5],
    ]);
  });

  test.each([
    ['words in one quarter', ['p-1', '新增就业人数', '5', '很多', ''], ['number_not_read D2']],
    ['no quarter filled in', ['p-1', '新增就业人数', '', '', ''], ['cell_missing 2:2']],
    ['an error cell', ['p-1', '新增就业人数', '#REF!', '9', ''], ['error_cell C2']],
  ])('%s keeps the row waiting', async (_, line, expected) => {
    const { result, found } = await inputFindings([columns, line]);
    expect(found).toEqual(expected);
    expect([result.rows.progress.length, result.quarantine.length]).toEqual([0, 1]);
  });

  test('one quarter twice keeps all rows waiting', async () => {
    const { found } = await inputFindings([
      columns.with(3, '2024年第一季度'),
      ['p-1', '新增就业人数', '5', '6', ''],
    ]);
    expect(found).toEqual(['column_twice D1']);
  });
});

describe('quarterly progress, one row an indicator and quarter', () => {
  const columns = ['项目编号', '指标', '计量单位', '报告期', '实际完成值', '说明'];
  const line = ['p-1', '项目总投入', '万元', '2024年第一季度', '1200.5', ''];
  test('a value in money is in 分, other values in their unit', async () => {
    const { result, found } = await inputFindings([
      columns,
      line,
      ['p-1', '新增就业人数（人）', '', '2024Q1', '30', '按计划'],
      ['p-1', '提升企业本质安全水平', '', '2024-03-31', '明显提升', ''],
    ]);
    expect(found).toEqual([]);
    expect(result.rows.progress).toMatchObject([
      {
        form_id: '1-1',
        indicator_key: 'total-input',
        period_end: '2024-03-31',
        actual_number: 1_200_500_000,
      },
      { form_id: '1-1', indicator_key: 'new-jobs', actual_number: 30, note: '按计划' },
      { form_id: '1-1', indicator_key: 'inherent-safety', actual_number: null, actual_text: '明显提升' },
    ]);
  });

  test.each([
    ['an indicator of no form', line.with(1, '月球基地数'), ['indicator_unknown B2']],
    ['another unit', line.with(2, '元'), ['unit_differs C2']],
    ['a day that ends no quarter', line.with(3, '2024-04-30'), ['period_not_quarter D2']],
    ['words for a number', line.with(1, '新增就业人数').with(2, '').with(4, '很多'), ['number_not_read E2']],
    ['nothing reported', line.with(4, ''), ['cell_missing E2']],
  ])('%s', async (_, row, expected) => {
    const { result, found } = await inputFindings([columns, row]);
    expect(found).toEqual(expected);
    expect([result.rows.progress.length, result.quarantine.length]).toEqual([0, 1]);
  });

  test('a percentage below one is taken as it stands, with a warning', async () => {
    const rate = line.with(1, '产品合格率').with(2, '%');
    const { result, found } = await inputFindings([columns, rate.with(4, '98.5%')]);
    expect([found, result.rows.progress[0]?.actual_number]).toEqual([[], 98.5]);
  });

  test('indicators of the project’s own are found by their name', async () => {
    const library = known({
      forms: [{ project_id: 'p-1', guide_year: 2023, form_id: '1-1' }],
      ownIndicators: [{ project_id: 'p-1', form_id: '1-1', indicator_key: 'own/1', own_name: '演示指标' }],
    });
    const { result } = await inputFindings([columns, line.with(1, '演示指标').with(2, '')], library);
    expect(result.rows.progress).toMatchObject([{ indicator_key: 'own/1', actual_number: 1200.5 }]);
  });
});

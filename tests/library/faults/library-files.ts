import { titleLines, type Change } from '../small-table';
import { fileOf, summary, type FaultyFile, type Lines } from './fault-files';
import { formLines, type FormHead } from './form-lines';

/** A line of annex 2-1 without a fault. */
const upgrade: Change = {
  category: '高端化改造升级项目',
  name: '演示产线改造项目',
  total: '20000',
  fixedAssets: '12000',
  start: '2022-01-01',
  end: '2024-06-30',
  requested: '1000',
};
const intelligent = titleLines
  .with(0, '附件2-1')
  .with(1, '2023年度江苏省工业和信息产业转型升级专项资金（智能化改造数字化转型）入库项目汇总表');
export const listed = (...changes: Change[]): Lines =>
  summary(
    changes.map((change, index) => ({ ...upgrade, sequence: String(index + 1), ...change })),
    intelligent,
  );

export const projects = (...changes: Change[]) => fileOf(listed(...changes), '汇总');
export const firm = '演示企业甲有限公司';
export const project = '演示产线改造项目';
const joined = ['承担单位', '项目名称'];
const named = [firm, project];

export const table = (name: string, heads: string[], ...rows: string[][]): FaultyFile =>
  fileOf([[...joined, ...heads], ...rows.map((row) => [...named, ...row])], name);
export const award = (amount: string, day = '2023-11-20') =>
  table('立项', ['补助金额(万元)', '立项日期'], [amount, day]);
export const paid = (...rows: string[][]) => table('拨付', ['期次', '拨付金额(万元)', '拨付日期'], ...rows);
export const accepted = (day: string) => table('验收', ['验收日期', '验收结果'], [day, '通过']);
export const ended = (day: string) => table('终止', ['终止类别', '终止日期'], ['终止', day]);
export const reported = (...rows: string[][]) => table('进展', ['指标', '报告期', '实际完成值'], ...rows);

/** A second firm with a project of its own, in row 7. */
export const second: Change = { recipient: '演示企业乙有限公司', name: '演示乙线改造项目' };
const ofSecond = ['演示企业乙有限公司', '演示乙线改造项目'];
export const secondTable = (name: string, heads: string[], row: string[]): FaultyFile =>
  fileOf(
    [
      [...joined, ...heads],
      [...ofSecond, ...row],
    ],
    name,
  );

/** A filled form 1-1 of the first project. */
export const form = (head: FormHead = {}): FaultyFile =>
  fileOf(formLines('1-1', [], {}, { name: project, ...head }), '绩效');

/** A list of the 2020 guide. */
export const listed2020 = (...changes: Change[]): FaultyFile =>
  fileOf(
    summary(
      changes.map((change, index) => ({ ...upgrade, sequence: String(index + 1), ...change })),
      titleLines
        .with(0, '附件')
        .with(1, '2020年度江苏省工业和信息产业转型升级专项资金（技术改造升级）入库项目汇总表')
        .with(3, '汇总时间：2020年6月18日'),
    ),
    '汇总2020',
  );

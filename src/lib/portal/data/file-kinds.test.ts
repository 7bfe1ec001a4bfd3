import { expect, test } from 'vitest';
import inputs from 'virtual:fundlens-inputs';
import { kindWords } from './file-kinds';

test.each([
  ['summary-table-2-1+2-4', '附件2-1、2-4'],
  ['summary-table', '入库项目汇总表'],
  ['kpi-form', '绩效目标申报表'],
  ['summary-table-2-1 disbursements', '附件2-1、资金拨付台账'],
  ['package', '数据包'],
  ['something', 'something'],
])('a file of kind %s is called %s', (kind, words) => {
  expect(kindWords(kind, inputs)).toBe(words);
});

import { expect, test } from 'vitest';
import { sameWords, withoutNumbering } from './same-words';

test('width, spaces, quotation marks and brackets do not count', () => {
  expect(sameWords('“５G＋ 工业互联网”融合应用项目')).toBe(sameWords('5G+工业互联网融合应用项目'));
  expect(sameWords('关键核心技术（装备）工程化攻关')).toBe(sameWords('关键核心技术 (装备) 工程化攻关'));
  expect(sameWords('  ')).toBe('');
});

test('leading list numbers are dropped, a 5 that belongs to the name is not', () => {
  expect(withoutNumbering('（一）高端化改造升级项目')).toBe('高端化改造升级项目');
  expect(withoutNumbering('一（二）1. 智能制造示范工厂项目')).toBe('智能制造示范工厂项目');
  expect(withoutNumbering('三、（二）专精特新')).toBe('专精特新');
  expect(withoutNumbering('②二级节点')).toBe('二级节点');
  expect(withoutNumbering('5G+工业互联网')).toBe('5G+工业互联网');
});

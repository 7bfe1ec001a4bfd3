import { expect, test } from 'vitest';
import { pinyinInitials } from './pinyin-initials';

test.each([
  ['南京', 'nj'],
  ['苏州工业园区', 'szgyyq'],
  ['阿八才大俄发高哈机开拉妈那哦爬七然三他挖西压杂', 'abcdefghjklmnopqrstwxyz'],
  ['安不次的耳飞给会就可来们能欧平前人是体为下有中', 'abcdefghjklmnopqrstwxyz'],
  ['演示项目·高炉余热回收（2号）', 'ysxmglyrhs2h'],
  ['5G 工业互联网', '5ggyhlw'],
  ['', ''],
])('the initials of “%s” are “%s”', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials);
});

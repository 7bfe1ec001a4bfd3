import { expect, test } from 'vitest';
import { matchRegion, regionOfAddress } from './match-region';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();
const found = (text: string) => matchRegion(rulebook, text)?.name ?? null;

test.each([
  ['南京市', '南京市'],
  ['南京', '南京市'],
  ['江苏省南京市', '南京市'],
  ['江苏', '江苏省'],
  ['江苏省', '江苏省'],
  ['昆山', '昆山市'],
  ['江苏省苏州市昆山市', '昆山市'],
  ['苏州 昆山', '昆山市'],
  ['沭阳县', '沭阳县'],
  ['泰兴', '泰兴市'],
  ['淮安', '淮安市'],
  ['淮安区', '淮安区'],
  ['苏州工业园区', '苏州工业园区'],
  ['徐州市鼓楼区', '鼓楼区'],
])('%s is %s', (text, expected) => {
  expect(found(text)).toBe(expected);
});

test('the three direct counties are marked, and only they', () => {
  const direct = rulebook.regions.filter((region) => region.reportsDirectly);
  expect(direct.map((region) => [region.name, region.cityAdcode])).toEqual([
    ['昆山市', '320500'],
    ['泰兴市', '321200'],
    ['沭阳县', '321300'],
  ]);
});

test('every region is found by its full name after its city', () => {
  for (const region of rulebook.regions.filter((one) => one.level === 'county')) {
    const city = rulebook.regions.find((one) => one.adcode === region.cityAdcode);
    expect(matchRegion(rulebook, `${city?.name}${region.name}`)?.adcode).toBe(region.adcode);
    expect(matchRegion(rulebook, `${city?.short}${region.short}`)?.adcode).toBe(region.adcode);
  }
});

test('a name of two cities needs its city, and places elsewhere are not found', () => {
  expect(found('鼓楼区')).toBeNull();
  expect(matchRegion(rulebook, '南京市鼓楼区')?.adcode).toBe('320106');
  expect(found('上海市')).toBeNull();
  expect(found('')).toBeNull();
});

test('an address gives its county, else its city, else nothing', () => {
  const at = (address: string) => regionOfAddress(rulebook, address)?.name ?? null;
  expect(at('江苏省苏州市昆山市玉山镇示范路1号')).toBe('昆山市');
  expect(at('南京市示范大道8号')).toBe('南京市');
  expect(at('沭阳县示范路2号')).toBe('沭阳县');
  expect(at('鼓楼区示范路3号')).toBeNull();
  expect(at('新北路4号')).toBeNull();
});

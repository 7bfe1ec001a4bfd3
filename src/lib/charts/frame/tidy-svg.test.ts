import { expect, test } from 'vitest';
import { innerSvg, tidySvg } from './tidy-svg';

test('font styles become attributes, the family is left to the page', () => {
  const text = `<text x="1" style="font-size:12.5px;font-family:'A';font-weight:600;" fill="red">甲</text>`;
  expect(tidySvg(text)).toBe('<text x="1" font-size="12.5" font-weight="600" fill="red">甲</text>');
});

test('the usual weight is not said', () => {
  expect(tidySvg('<text style="font-size:12px;font-weight:400;">甲</text>')).toBe(
    '<text font-size="12">甲</text>',
  );
});

test('style sheets and classes go', () => {
  expect(tidySvg('<path class="zr0-cls-0" d="M0 0"></path><style ><![CDATA[.zr0{fill:red}]]></style>')).toBe(
    '<path d="M0 0"/>',
  );
});

test('places keep one decimal, scales three', () => {
  expect(tidySvg('<path d="M1.2345 6" transform="scale(0.83333)"></path>')).toBe(
    '<path d="M1.2 6" transform="scale(0.833)"/>',
  );
});

test('the outer tag can be taken off', () => {
  expect(innerSvg('<svg width="1"><path/></svg>\n')).toBe('<path/>');
});

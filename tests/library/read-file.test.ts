import iconv from 'iconv-lite';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importLimits } from '$lib/library/import-limits';
import { readFile } from '$lib/library/read/read-file';
import { claimingSizes, packed, textCell, tinyWorkbook, workbookParts } from './tiny-workbook';

const read = (bytes: Uint8Array, name = '演示.xlsx', limits = importLimits) =>
  readFile({ name, bytes }, limits);
const oneCell = [{ name: '表', rows: `<row r="1">${textCell('A1', '演示')}</row>` }];

describe('a workbook gives its cells at their addresses', () => {
  test('leading empty rows and columns stay, error cells and formulas without a value are visible', async () => {
    const rows = [
      `<row r="3"><c r="C3"><v>12.5</v></c>${textCell('E3', ' 演示 ')}</row>`,
      '<row r="5"><c r="B5" t="e"><v>#REF!</v></c><c r="C5"><f>A1+1</f></c><c r="D5"><f>A1+1</f><v>7</v></c></row>',
      '<row r="6"><c r="B6" t="str"><f>A1</f><v></v></c><c r="C6" t="b"><v>1</v></c></row>',
    ];
    const [sheet] = await read(tinyWorkbook([{ name: '表', rows: rows.join('') }]));
    expect(
      sheet?.rows
        .slice(0, 2)
        .flat()
        .filter((cell) => cell !== null),
    ).toEqual([]);
    expect(sheet?.rows[2]?.slice(0, 5)).toEqual([null, null, 12.5, null, ' 演示 ']);
    expect(sheet?.rows[4]?.slice(0, 4)).toEqual([null, '#REF!', '#CALC!', 7]);
    expect(sheet?.rows[5]?.slice(0, 3)).toEqual([null, null, true]);
  });

  test('hidden sheets are told apart', async () => {
    const sheets = await read(tinyWorkbook([...oneCell, { name: '旧', rows: '', hidden: true }]));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表', false],
      ['旧', true],
    ]);
  });

  test('no number is torn where a long sheet is read in pieces', async () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => 100_000 + index * 7);
    const rows = numbers.map(
      (number, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${number}</v></c></row>`,
    );
    const [sheet] = await read(tinyWorkbook([{ name: '表', rows: rows.join('') }]));
    expect(sheet?.rows.map(([cell]) => cell)).toEqual(numbers);
  });
});

describe('text files', () => {
  const text = '单位,金额\r\n"演示,企业",12\r\n';
  const expected = [
    ['单位', '金额'],
    ['演示,企业', '12'],
  ];
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['GB18030', new Uint8Array(iconv.encode(text, 'gb18030'))],
    ['UTF-16 with a mark', new Uint8Array(iconv.encode(text, 'utf16le', { addBOM: true }))],
  ])('%s', async (_, bytes) => {
    const [sheet] = await read(bytes, '演示.csv');
    expect(sheet?.rows.slice(0, 2)).toEqual(expected);
  });

  test('tabs part cells as well', async () => {
    const [sheet] = await read(strToU8('单位\t金额\n演示企业\t12'), '演示.tsv');
    expect(sheet?.rows).toEqual([
      ['单位', '金额'],
      ['演示企业', '12'],
    ]);
  });
});

describe('files that are refused, each with its reason', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  const encryptedEntry = () => {
    const archive = tinyWorkbook(oneCell);
    const view = new DataView(archive.buffer);
    for (let at = 0; at + 46 < archive.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    return archive;
  };
  const broken = {
    ...workbookParts(oneCell),
    'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row'),
  };
  test.each([
    ['no bytes', new Uint8Array(), '一.xlsx', 'empty'],
    ['a sheet without cells', tinyWorkbook([{ name: '表', rows: '' }]), '一.xlsx', 'empty'],
    ['a csv of blank lines', strToU8('\r\n,,\r\n'), '一.csv', 'empty'],
    ['an OLE container', ole, '一.xlsx', 'encrypted_or_old'],
    ['an OLE container named csv', ole, '一.csv', 'encrypted_or_old'],
    ['an archive with a password', encryptedEntry(), '一.xlsx', 'encrypted_or_old'],
    ['words named xlsx', strToU8('这不是工作簿'), '一.xlsx', 'not_a_workbook'],
    ['an archive of something else', packed({ 'a.txt': strToU8('a') }), '一.xlsx', 'not_a_workbook'],
    ['a web page named csv', strToU8('<html><table></table></html>'), '一.csv', 'not_a_workbook'],
    ['bytes named csv', new Uint8Array([1, 2, 3, 0, 5]), '一.csv', 'not_a_workbook'],
    ['a mark without an archive', strToU8('PK, 这不是工作簿'), '一.xlsx', 'unreadable'],
    ['an archive cut off', tinyWorkbook(oneCell).subarray(0, 300), '一.xlsx', 'unreadable'],
    ['a sheet cut off', packed(broken), '一.xlsx', 'unreadable'],
    [
      'bytes that are no text in any known encoding',
      new Uint8Array([0xff, 0xff, 0xff]),
      '一.csv',
      'unknown_encoding',
    ],
  ])('%s', async (_, bytes, name, code) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ name: 'RefusalError', code });
  });

  test('a file of exactly the limit is read, one byte more is not', async () => {
    const bytes = strToU8('a,b\n1,2\n');
    await expect(
      read(bytes, '一.csv', { ...importLimits, mostFileBytes: bytes.length }),
    ).resolves.toHaveLength(1);
    await expect(
      read(bytes, '一.csv', { ...importLimits, mostFileBytes: bytes.length - 1 }),
    ).rejects.toMatchObject({
      code: 'file_too_large',
    });
  });

  test('rows up to the limit are read, one more is not, in a workbook and in a csv', async () => {
    const limits = { ...importLimits, mostRows: 3 };
    const sheet = (row: number) =>
      tinyWorkbook([{ name: '表', rows: `<row r="${row}">${textCell(`A${row}`, 'a')}</row>` }]);
    await expect(read(sheet(3), '一.xlsx', limits)).resolves.toHaveLength(1);
    await expect(read(sheet(4), '一.xlsx', limits)).rejects.toMatchObject({ code: 'too_many_rows' });
    await expect(read(strToU8('a\nb\nc'), '一.csv', limits)).resolves.toHaveLength(1);
    await expect(read(strToU8('a\nb\nc\nd'), '一.csv', limits)).rejects.toMatchObject({
      code: 'too_many_rows',
    });
  });

  test('one cell far right and far down would fill the memory and is refused', async () => {
    const rows = `<row r="1">${textCell('XFD1', 'a')}</row><row r="100000">${textCell('A100000', 'b')}</row>`;
    await expect(read(tinyWorkbook([{ name: '表', rows }]))).rejects.toMatchObject({ code: 'too_many_rows' });
  });
});

describe('zip bombs', () => {
  const bomb = () =>
    packed({
      ...workbookParts(oneCell),
      'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1024 * 1024).fill(32),
    });

  test('a hundred megabytes in a hundred kilobytes are refused before anything is unpacked', async () => {
    const bytes = bomb();
    expect(bytes.length).toBeLessThan(200_000);
    const started = performance.now();
    await expect(read(bytes)).rejects.toMatchObject({ code: 'zip_bomb' });
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('a bomb that claims to be small is refused while it unpacks, long before its end', async () => {
    const bytes = claimingSizes(bomb(), 1000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'zip_bomb' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60 * 1024 * 1024);
  });

  test('up to the free size the ratio is not looked at, beyond it a high one is refused', async () => {
    const spaces = (size: number) =>
      packed({ ...workbookParts(oneCell), 'xl/theme.xml': new Uint8Array(size).fill(32) });
    const limits = { ...importLimits, ratioFreeBytes: 50_000 };
    await expect(read(spaces(40_000), '一.xlsx', limits)).resolves.toHaveLength(1);
    await expect(read(spaces(200_000), '一.xlsx', limits)).rejects.toMatchObject({ code: 'zip_bomb' });
  });
});

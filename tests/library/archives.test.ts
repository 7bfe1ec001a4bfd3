import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import { importFiles } from '$lib/library/import-files';
import { importLimits } from '$lib/library/import-limits';
import { planFiles } from '$lib/library/read/plan-files';
import { csvRow, file, headLine, run, smallTable, titleLines } from './small-table';
import { claimingSizes, packed, textCell, tinyWorkbook } from './tiny-workbook';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (name: string): Uint8Array => bytes(smallTable([{ name, recipient: `演示企业${name}` }]));
const zip = (name: string, members: Record<string, Uint8Array>) => ({ name, bytes: packed(members) });
const names = (result: Awaited<ReturnType<typeof run>>) => result.rows.source_file.map(({ name }) => name);
const refused = (result: Awaited<ReturnType<typeof run>>) =>
  result.refusals.map(({ code, file }) => [code, file]);

/** The archive with its names in GB18030 and no word about it, as Windows writes them. */
function withNamesInGb18030(members: Record<string, Uint8Array>): Uint8Array {
  // Latin letters of the same length as the Chinese name in GB18030 hold its place.
  const places = Object.keys(members).map((name, index) => {
    const encoded = iconv.encode(name, 'gb18030');
    return { name, encoded, letters: String.fromCharCode(97 + index).repeat(encoded.length) };
  });
  const archive = packed(
    Object.fromEntries(places.map(({ name, letters }) => [letters, members[name] ?? new Uint8Array()])),
  );
  const text = Buffer.from(archive);
  for (const { encoded, letters } of places) {
    for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) encoded.copy(text, at);
  }
  return new Uint8Array(text);
}

describe('an archive of many files', () => {
  test('is read file by file, with archive and folders in the names; litter is passed over', async () => {
    const archive = zip('全省.zip', {
      '南京/2-3.csv': table('甲'),
      '苏州\\2-3.csv': table('乙'),
      '__MACOSX/南京/._2-3.csv': bytes('x'),
      '南京/~$2-3.xlsx': bytes('x'),
      '.DS_Store': bytes('x'),
    });
    const steps: [number, number][] = [];
    const onProgress = ({ file: at, files: of }: { file: number; files: number }) => steps.push([at, of]);
    const result = await run([archive, file('单.csv', smallTable([{}]))], { onProgress });
    expect(names(result)).toEqual(['全省.zip/南京/2-3.csv', '全省.zip/苏州/2-3.csv', '单.csv']);
    expect(result.rows.project).toHaveLength(3);
    expect(result.refusals).toEqual([]);
    expect(new Set(steps.map(([at, of]) => `${at}/${of}`))).toEqual(new Set(['1/3', '2/3', '3/3']));
  });

  test('from Windows has its names in GB18030', async () => {
    const archive = withNamesInGb18030({ '盐城市/附件2-3.csv': table('甲') });
    const result = await run([{ name: '报送.zip', bytes: archive }]);
    expect(names(result)).toEqual(['报送.zip/盐城市/附件2-3.csv']);
  });

  test('does not lend its own name to the tables in it', async () => {
    const [annex = '', , ...rest] = titleLines;
    const bare = [annex.replace('2-3', ''), ...rest, headLine, csvRow({})].join('\r\n');
    const result = await run([zip('附件2-1至2-5.zip', { '南京.csv': bytes(bare) })]);
    expect(result.rows.project).toMatchObject([{ recipient_name: '演示企业甲有限公司' }]);
    expect(result.findings.map(({ code }) => code)).not.toContain('category_other_area');
  });

  test('only one level deep; an encrypted, foreign or empty member is refused by name, the others are read', async () => {
    const inner = packed({ 'a.csv': table('丙') });
    const result = await run([
      zip('一.zip', {
        '里.zip': inner,
        '假.xlsx': inner,
        '说明.docx': bytes('x'),
        '空.csv': new Uint8Array(),
        '好.csv': table('甲'),
      }),
    ]);
    expect(names(result)).toEqual(['一.zip/好.csv']);
    expect(refused(result)).toEqual([
      ['zip_in_zip', '一.zip/里.zip'],
      ['zip_in_zip', '一.zip/假.xlsx'],
      ['not_a_workbook', '一.zip/说明.docx'],
      ['empty', '一.zip/空.csv'],
    ]);
  });

  test('without a file is empty, and a package is named and left alone', async () => {
    const result = await run([
      zip('空.zip', { '夹/': new Uint8Array() }),
      zip('资料包.zip', { 'datapackage.json': bytes('{}') }),
      { name: '苏州.fundlens', bytes: bytes('x') },
    ]);
    expect(refused(result)).toEqual([['empty', '空.zip']]);
    expect(result.packages).toEqual(['资料包.zip', '苏州.fundlens']);
  });

  test('holds a workbook, which is an archive itself', async () => {
    const cells = titleLines.map((line, row) => `<row r="${row + 1}">${textCell(`A${row + 1}`, line)}</row>`);
    const workbook = tinyWorkbook([{ name: '表', rows: cells.join('') }]);
    expect(refused(await run([zip('一.zip', { '表.xlsx': workbook })]))).toEqual([
      ['no_table', '一.zip/表.xlsx'],
    ]);
  });
});

describe('what an archive may ask', () => {
  const limited = (limits: Partial<typeof importLimits>, archive: { name: string; bytes: Uint8Array }) =>
    importFiles([archive], { rulebook, limits: { ...importLimits, ...limits } });
  const three = zip('三.zip', { 'a.csv': table('甲'), 'b.csv': table('乙'), 'c.csv': table('丙') });

  test.each([
    [2, [['too_many_files', '三.zip']], 0],
    [3, [], 3],
    [4, [], 3],
  ])('at most %i files', async (mostArchiveFiles, refusals, loaded) => {
    const result = await limited({ mostArchiveFiles }, three);
    expect(refused(result)).toEqual(refusals);
    expect(result.rows.project).toHaveLength(loaded);
  });

  test('an archive that says that it unpacks to too much is refused before anything is unpacked', async () => {
    const bomb = zip('炸.zip', { 'a.csv': new Uint8Array(20 * 1024 * 1024) });
    expect(refused(await run([bomb]))).toEqual([['zip_bomb', '炸.zip']]);
  });

  test('one that lies about it is refused while it is unpacked', async () => {
    const { bytes: honest } = zip('谎.zip', { 'a.csv': new Uint8Array(20 * 1024 * 1024) });
    const result = await run([{ name: '谎.zip', bytes: claimingSizes(honest, 10) }]);
    expect(refused(result)).toEqual([['zip_bomb', '谎.zip/a.csv']]);
  });

  test('one that is broken is refused as unreadable', async () => {
    expect(refused(await run([{ name: '坏.zip', bytes: three.bytes.subarray(0, 60) }]))).toEqual([
      ['unreadable', '坏.zip'],
    ]);
  });
});

test('only the named files are read where the import is told so', async () => {
  const archive = zip('一.zip', { 'a.csv': table('甲'), 'b.csv': table('乙') });
  const result = await run([archive], { only: ['一.zip/b.csv'] });
  expect(names(result)).toEqual(['一.zip/b.csv']);
});

test('tabs divide a .tsv, whatever its cells hold', async () => {
  const text = smallTable([{ address: '南京市,江宁区,演示路,1,号' }])
    .split('\r\n')
    .map((line) => (line.startsWith('"') ? line.replaceAll('","', '"\t"') : line));
  const result = await run([file('一.tsv', text.join('\r\n'))]);
  expect(result.rows.project).toMatchObject([
    { address: '南京市,江宁区,演示路,1,号', requested_fen: 500_000_000 },
  ]);
});

test('a Parquet table is read as a sheet', async () => {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const heads = headLine.slice(1, -1).split('","');
  const cells = csvRow({}).slice(1, -1).split('","');
  const columnData = heads.map((name, index) => {
    const money = name.includes('万元');
    return money
      ? { name, data: [Number(cells[index])], type: 'DOUBLE' as const }
      : { name, data: [cells[index] ?? ''], type: 'STRING' as const };
  });
  const result = await run([
    { name: '附件2-3.parquet', bytes: new Uint8Array(parquetWriteBuffer({ columnData })) },
  ]);
  expect(result.rows.project).toMatchObject([
    { requested_fen: 500_000_000, total_investment_fen: 3_000_000_000 },
  ]);
});

test('nothing of an archive is unpacked before its turn', async () => {
  const plan = await planFiles([zip('一.zip', { 'a.csv': table('甲') })], importLimits);
  expect(plan.files.map(({ name, ownName }) => [name, ownName])).toEqual([['一.zip/a.csv', 'a.csv']]);
  expect(new TextDecoder().decode(plan.files[0]?.load()).startsWith('附件2-3')).toBe(true);
});

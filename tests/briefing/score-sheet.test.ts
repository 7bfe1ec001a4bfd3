import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { placeCells } from '$lib/briefing/score-sheet/sheet-grid';
import { scoreSheet, type ScoreSheetSource } from '$lib/briefing/score-sheet/score-sheet';
import { scoreFile } from '$lib/portal/project/score-export';
import { openTags, paragraphsOf, partOf } from './open-document';
import { meta, reported, rows, sampleSource } from './sheet-source';

const bytesOf = async (source: ScoreSheetSource, kind: 'xlsx' | 'docx') =>
  new Uint8Array(await (await scoreFile(source, kind)).arrayBuffer());

async function workbook(source: ScoreSheetSource) {
  const [sheet] = await readXlsxFile(Buffer.from(await bytesOf(source, 'xlsx')));
  if (!sheet) throw new Error('a workbook without a sheet');
  return sheet;
}
const document = async (source: ScoreSheetSource) =>
  partOf(await bytesOf(source, 'docx'), 'word/document.xml');

const heads = [
  '项目名称',
  '主管部门',
  '实施单位',
  '项目资金（万元）',
  '年初预算数',
  '全年预算数',
  '全年执行数',
  '分值',
  '执行率',
  '得分',
  '年度总体目标',
  '预期目标',
  '实际完成情况',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '偏差原因分析及改进措施',
  '总分',
];

describe('a score sheet', () => {
  test('has every cell of the form in its place, and none overlaps another', () => {
    const { tables, widths } = scoreSheet(sampleSource());
    for (const table of tables) {
      const covered = new Set<string>();
      placeCells(table, widths.length).forEach((placed, row) => {
        for (const { cell, column } of placed)
          for (let down = 0; down < (cell.down ?? 1); down += 1)
            for (let across = 0; across < (cell.across ?? 1); across += 1) {
              const place = `${row + down} ${column + across}`;
              expect(covered.has(place), place).toBe(false);
              covered.add(place);
            }
      });
      expect(covered.size).toBe(table.rows.length * widths.length);
    }
  });

  test('refuses a row with more cells than columns', () => {
    const cells = [{ value: 'a', across: 2 }, { value: 'b' }];
    expect(() => placeCells({ repeated: 0, rows: [cells] }, 2)).toThrow(RangeError);
  });

  test('lists every line of the score, whose points add up to the total', () => {
    const source = sampleSource();
    const { tables } = scoreSheet(source);
    const lines = (tables[1]?.rows ?? []).slice(1, -1);
    expect(lines).toHaveLength(source.score.lines.length);
    const earned = lines.map((row) => row.at(-2)?.value);
    const sum = earned.reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
    expect(sum + (source.score.execution.points ?? 0)).toBeCloseTo(source.score.least, 1);
  });
});

describe('the score sheet as a workbook', () => {
  test('opens again with the heads of the self-evaluation form, figures as numbers', async () => {
    const source = sampleSource();
    const { data, sheet } = await workbook(source);
    const cells = data.flat();
    for (const head of heads) expect(cells, head).toContain(head);
    expect(sheet).toBe(`自评表 ${source.formId}`);
    expect(data[0]?.[0]).toBe('项目支出绩效自评表');
    expect(data[1]?.[0]).toMatch(/^（\d{4}年度）$/);
    const project = rows.project.find(({ project_id: id }) => id === reported);
    const money = data.find((line) => line.includes('资金总额')) ?? [];
    const wan = (project?.award_fen ?? 0) / 1_000_000;
    expect(money.slice(3, 6)).toEqual([wan, wan, wan]);
    expect(money[7]).toBe(1);
    const total = data.find(([first]) => first === '总分') ?? [];
    expect([total[6], total[7], total[8]]).toEqual([100, source.score.points, source.score.grade?.name.zh]);
  });

  test('says day, project, variant with its version, and that sample data are invented', async () => {
    const text = (await workbook(sampleSource())).data.flat().join('\n');
    expect(text).toContain('数据截至 2025-12-31');
    expect(text).toMatch(/筛选：\S+/);
    expect(text).toMatch(/评分方案：执行10·产出50·效益30·满意度10；评分规则 \S+ 版/);
    expect(text).toContain(`演示数据，企业、项目和金额均为虚构；库标识 ${meta.hash}`);
    const own = sampleSource(undefined, { meta: { ...meta, kind: 'own', hash: 'abc' } });
    const ownText = (await workbook(own)).data.flat().join('\n');
    expect(ownText).toContain('导入数据，库标识 abc');
    expect(ownText).not.toContain('均为虚构');
  });

  test('runs no formula that a name brings along', async () => {
    for (const name of ['=HYPERLINK("http://x")', '+1+1', '-1-1', '@SUM(A1)', '＝1+1']) {
      const source = sampleSource(undefined, { name });
      const { data } = await workbook(source);
      expect(data[2]?.[2]).toBe(`'${name}`);
      expect(partOf(await bytesOf(source, 'xlsx'), 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    }
  });

  test('keeps deductions by hand with their reason, and takes them from the total', async () => {
    const plain = sampleSource();
    const source = sampleSource(undefined, { deductions: [{ points: 2.5, reason: '台账不全' }] });
    const { data } = await workbook(source);
    const line = data.find(([first]) => first === '人工扣分') ?? [];
    expect([line[7], line[8]]).toEqual([-2.5, '台账不全']);
    const total = data.find(([first]) => first === '总分') ?? [];
    expect(total[7]).toBeCloseTo((plain.score.points ?? NaN) - 2.5, 9);
  });

  test('leaves the total open between two ends while reports are missing', async () => {
    const known = new Set(rows.progress.map(({ project_id: id }) => id));
    const silent = rows.target_form.find(({ project_id: id }) => !known.has(id));
    if (!silent) throw new Error('every project of the sample has reported');
    const open = sampleSource(silent.project_id);
    const { data } = await workbook(open);
    const total = data.find(([first]) => first === '总分') ?? [];
    expect(total[7]).toBe(`${open.score.least.toFixed(2)}–${open.score.most.toFixed(2)}`);
    expect(total[8]).toBe('有缺报，暂不定级');
    expect(data.some((line) => line[7] === '—')).toBe(true);
  });
});

describe('the score sheet as a document', () => {
  test('is well formed, on A4, in 仿宋 and 黑体, with merged cells and a head that repeats', async () => {
    const xml = await document(sampleSource());
    expect(openTags(xml)).toEqual([]);
    expect(xml).toMatch(/<w:pgSz w:w="1190\d" w:h="1683\d"/);
    expect(new Set(xml.match(/w:eastAsia="[^"]+"/g))).toEqual(
      new Set(['w:eastAsia="黑体"', 'w:eastAsia="仿宋"']),
    );
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(xml).toContain('<w:gridSpan w:val="7"/>');
    expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  });

  test('says the same as the workbook', async () => {
    const source = sampleSource();
    const words = paragraphsOf(await document(source));
    for (const head of heads) expect(words, head).toContain(head);
    const { tables, remarks } = scoreSheet(source);
    for (const remark of remarks) expect(words).toContain(remark);
    const said = tables.flatMap(({ rows: lines }) => lines.flat().map(({ value }) => value));
    for (const value of said)
      if (typeof value === 'string') expect(words).toContain(value.replaceAll('\n', ''));
    expect(words).toContain(source.score.least.toFixed(2));
  });

  test('stays readable whatever a name brings along', async () => {
    const name = `<w:p> & "A" \u0000\u000B\uFFFE${String.fromCharCode(0xd800)}`;
    const xml = await document(sampleSource(undefined, { name }));
    expect(openTags(xml)).toEqual([]);
    expect(paragraphsOf(xml)).toContain('<w:p> & "A" ');
  });
});

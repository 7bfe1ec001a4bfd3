import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { scoreList, type ListedScore } from '$lib/briefing/score-sheet/score-list';
import { formById } from '$lib/policy/forms/look-up';
import { scoreOf } from '$lib/portal/project/project-score';
import { writeWorkbook } from '$lib/portal/project/score-workbook';
import { forms, meta, recordOf, rows, scoring } from './sheet-source';

const [variant] = scoring.variants;
if (!variant) throw new Error('there are no variants');

const categoryId = rows.project.find(({ award_fen: award }) => award !== null)?.category_id ?? '';
const listed: ListedScore[] = rows.project
  .filter(({ category_id: id, award_fen: award }) => id === categoryId && award !== null)
  .flatMap((project) => {
    const heads = rows.target_form.filter(({ project_id: id }) => id === project.project_id);
    return heads.map(({ guide_year: year, form_id: formId }) => ({
      projectId: project.project_id,
      projectName: project.name,
      recipient: project.recipient_name,
      formId,
      score: scoreOf(
        formById(forms, year, formId),
        recordOf(project.project_id),
        { awardFen: project.award_fen, paidFen: 0 },
        scoring,
        variant,
      ),
    }));
  });
const context = {
  asOf: '2025-12-31',
  filters: ['演示类别', '全省'],
  version: scoring.version,
  library: { hash: meta.hash, isSample: true },
};

test('the scores of a category stand on one sheet, each with its parts and its total', async () => {
  const list = scoreList('演示类别', listed, variant, context);
  const [sheet] = await readXlsxFile(Buffer.from(await writeWorkbook([list])));
  const data = sheet?.data ?? [];
  expect(listed.length).toBeGreaterThan(3);
  expect(data[0]?.[0]).toBe('演示类别绩效自评得分一览');
  const lines = data.slice(3, 3 + listed.length);
  expect(lines.map((line) => line[1])).toEqual(listed.map(({ projectId }) => projectId));
  for (const [index, line] of lines.entries()) {
    const { score } = listed[index] ?? {};
    const parts = line.slice(5, 9).filter((one) => typeof one === 'number');
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score?.least ?? NaN, 1);
    expect(line[9]).toBe(score?.points ?? '—');
  }
  const text = data.flat().join('\n');
  expect(text).toContain('筛选：演示类别、全省');
  expect(text).toContain('演示数据');
  expect(text).toContain('数据截至 2025-12-31');
});

test('a project without targets has a line and no score', () => {
  const blank = {
    projectId: 'p',
    projectName: '演示项目',
    recipient: '演示企业',
    formId: '1-1',
    score: null,
  };
  const [table] = scoreList('演示类别', [blank], variant, context).tables;
  expect(table?.rows[1]?.slice(5).map(({ value }) => value)).toEqual(Array(9).fill('—'));
});

import { expect, test } from 'vitest';
import type { ListedProject } from './list-sql';
import { ProjectColumns } from './project-columns';

const listed = (project_id: string, changes: Partial<ListedProject> = {}): ListedProject => ({
  project_id,
  name: `演示项目 ${project_id}`,
  recipient_name: '演示企业',
  recipient_code: null,
  industry: null,
  guide_year: 2023,
  category_id: 'guides/2023/alpha',
  variant_id: null,
  place_adcode: '320100',
  county_adcode: null,
  cluster_key: 'none',
  stage: 'applied',
  investment_fen: null,
  requested_fen: null,
  ceiling_fen: null,
  award_fen: null,
  paid_fen: null,
  unpaid_fen: null,
  recovered_fen: null,
  submitted_on: null,
  start_date: null,
  end_date: null,
  awarded_on: null,
  accepted_on: null,
  terminated_on: null,
  file_name: '演示汇总表.xlsx',
  source_sheet: null,
  source_row: null,
  ...changes,
});

test('rows come back as they went in, part after part', () => {
  const rows = [listed('A1', { requested_fen: 0 }), listed('A2', { award_fen: 7 }), listed('A3')];
  const columns = new ProjectColumns();
  columns.append(rows.slice(0, 2));
  columns.append(rows.slice(2));
  expect(columns.length).toBe(3);
  expect([0, 1, 2].map((index) => columns.at(index))).toEqual(rows);
  expect(columns.column('requested_fen')).toEqual([0, null, null]);
});

test('there is no row before the first and after the last', () => {
  const columns = new ProjectColumns();
  columns.append([listed('A1')]);
  expect(() => columns.at(-1)).toThrow('no row -1 of 1');
  expect(() => columns.at(1)).toThrow('no row 1 of 1');
});

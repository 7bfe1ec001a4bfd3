import { describe, expect, test } from 'vitest';
import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import { compareLibraries } from './compare-libraries';

const base: Row<'project'> = {
  project_id: 'p1',
  guide_year: 2023,
  category_id: 'guides/2023/green-upgrade',
  variant_id: null,
  name: '演示项目一',
  recipient_name: '演示企业0001（苏州）',
  recipient_code: null,
  address: null,
  industry: null,
  revenue_fen: null,
  tax_paid_fen: null,
  profit_fen: null,
  city_adcode: '320500',
  county_adcode: null,
  reports_directly: false,
  in_cluster: null,
  cluster_id: null,
  total_investment_fen: null,
  fixed_asset_investment_fen: null,
  start_date: null,
  end_date: null,
  requested_fen: 1_000_000_00,
  subsidy_base_fen: null,
  ceiling_fen: null,
  status: 'submitted',
  submitted_on: null,
  awarded_on: null,
  award_fen: null,
  accepted_on: null,
  terminated_on: null,
  source_file_id: 'f1',
  source_sheet: '表一',
  source_row: 7,
};
const project = (changes: Partial<Row<'project'>> = {}): Row<'project'> => ({ ...base, ...changes });
const library = (projects: Row<'project'>[], parts: Partial<LibraryRows> = {}): LibraryRows => ({
  ...emptyLibrary(),
  ...parts,
  project: projects,
});
const payment = (paid: number, sequence = 1): Row<'disbursement'> => ({
  project_id: 'p1',
  sequence,
  paid_fen: paid,
  paid_on: '2024-03-01',
  source_file_id: 'f2',
  source_sheet: null,
  source_row: null,
});

describe('two libraries compared', () => {
  test('with the same projects have nothing new, gone or changed', () => {
    const same = library([project()]);
    expect(compareLibraries(same, structuredClone(same))).toEqual({
      fresh: [],
      gone: [],
      changed: [],
      unchanged: 1,
      statusChanged: 0,
      tables: [],
    });
  });

  test('name projects that came and that went', () => {
    const compared = compareLibraries(
      library([project(), project({ project_id: 'p2' })]),
      library([project({ project_id: 'p3' }), project()]),
    );
    expect(compared.fresh.map((row) => row.project_id)).toEqual(['p3']);
    expect(compared.gone.map((row) => row.project_id)).toEqual(['p2']);
    expect(compared.unchanged).toBe(1);
  });

  test('name each changed value with its label, money in 分', () => {
    const after = project({ requested_fen: 1_000_000_01, name: '演示项目一（二期）' });
    const [changed] = compareLibraries(library([base]), library([after])).changed;
    expect(changed?.fields).toEqual([
      {
        column: 'name',
        label: { zh: '项目名称', en: 'Project' },
        type: 'text',
        before: '演示项目一',
        after: '演示项目一（二期）',
      },
      {
        column: 'requested_fen',
        label: { zh: '申请补助资金', en: 'Requested' },
        type: 'fen',
        before: 1_000_000_00,
        after: 1_000_000_01,
      },
    ]);
    expect(changed?.statusChanged).toBe(false);
  });

  test('tell a value that is missing from zero', () => {
    const [changed] = compareLibraries(
      library([project({ award_fen: null })]),
      library([project({ award_fen: 0 })]),
    ).changed;
    expect(changed?.fields).toMatchObject([{ column: 'award_fen', before: null, after: 0 }]);
  });

  test('count changes of status apart', () => {
    const compared = compareLibraries(
      library([base, project({ project_id: 'p2' })]),
      library([project({ status: 'awarded' }), project({ project_id: 'p2', industry: '电子' })]),
    );
    expect(compared.changed.map((row) => row.statusChanged)).toEqual([true, false]);
    expect(compared.statusChanged).toBe(1);
  });

  test('read from another file, sheet and row is no change', () => {
    const moved = project({ source_file_id: 'f9', source_sheet: '表二', source_row: 70 });
    expect(compareLibraries(library([base]), library([moved])).unchanged).toBe(1);
  });

  test('show what was paid to a project, and nothing where nothing was recorded', () => {
    const compared = compareLibraries(
      library([base]),
      library([base], { disbursement: [payment(300), payment(200, 2)] }),
    );
    expect(compared.changed[0]?.fields).toEqual([
      { column: 'paid_fen', label: { zh: '已拨付', en: 'Paid' }, type: 'fen', before: null, after: 500 },
    ]);
  });

  test('count rows of the other tables by what they say, equal rows each for itself', () => {
    const compared = compareLibraries(
      library([base], { disbursement: [payment(300), payment(300), payment(100, 2)] }),
      library([base], { disbursement: [{ ...payment(300), source_row: 9 }, payment(400, 2)] }),
    );
    expect(compared.tables).toEqual([{ table: 'disbursement', before: 3, after: 2, added: 1, removed: 2 }]);
  });
});

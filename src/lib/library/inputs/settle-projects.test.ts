import { describe, expect, test } from 'vitest';
import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import { settleProjects } from './settle-projects';

const origin = { source_file_id: 'f-1', source_sheet: null, source_row: null };

const project = (changes: Partial<Row<'project'>> = {}): Row<'project'> => ({
  project_id: 'p-1',
  guide_year: 2023,
  category_id: 'guides/2023/high-end-upgrade',
  variant_id: null,
  name: '演示项目甲',
  recipient_name: '演示企业甲有限公司',
  recipient_code: null,
  address: null,
  industry: null,
  revenue_fen: null,
  tax_paid_fen: null,
  profit_fen: null,
  city_adcode: '320100',
  county_adcode: null,
  reports_directly: false,
  in_cluster: null,
  cluster_id: null,
  total_investment_fen: null,
  fixed_asset_investment_fen: null,
  start_date: null,
  end_date: null,
  requested_fen: null,
  subsidy_base_fen: null,
  ceiling_fen: null,
  status: 'admitted',
  submitted_on: null,
  awarded_on: null,
  award_fen: null,
  accepted_on: null,
  terminated_on: null,
  ...origin,
  ...changes,
});

const award = (fen: number, day: string) => ({
  project_id: 'p-1',
  award_fen: fen,
  awarded_on: day,
  document: null,
  ...origin,
});
const payment = (fen: number) => ({
  project_id: 'p-1',
  sequence: 1,
  paid_fen: fen,
  paid_on: '2024-01-10',
  ...origin,
});
const acceptance = (result: string, day: string) => ({
  project_id: 'p-1',
  accepted_on: day,
  result,
  authority: null,
  note: null,
  ...origin,
});
const termination = (kind: string) => ({
  project_id: 'p-1',
  terminated_on: '2024-05-06',
  kind,
  reason: null,
  ...origin,
});
const recovery = { project_id: 'p-1', recovered_fen: 1, recovered_on: '2024-08-01', ...origin };

const library = (rows: Partial<LibraryRows>): LibraryRows => ({ ...emptyLibrary(), ...rows });
const settle = (
  now: Partial<LibraryRows>,
  { fresh = project(), earlier = [] as Row<'project'>[], before = {} as Partial<LibraryRows> } = {},
) => settleProjects({ projects: [fresh], earlier, before: library(before), now: library(now) })[0];

const awarded = [award(500, '2023-11-20')];

describe('a project stands where its tables say', () => {
  test.each<[string, Partial<LibraryRows>, string]>([
    ['nothing', {}, 'admitted'],
    ['an award', { award: awarded }, 'awarded'],
    ['a payment', { award: awarded, disbursement: [payment(1)] }, 'first_tranche_paid'],
    ['a failed acceptance', { award: awarded, acceptance: [acceptance('failed', '2025-01-01')] }, 'awarded'],
    ['an acceptance', { award: awarded, acceptance: [acceptance('passed', '2025-01-01')] }, 'accepted'],
    [
      'an acceptance, a 分 unpaid',
      { award: awarded, acceptance: [acceptance('passed', '2025-01-01')], disbursement: [payment(499)] },
      'accepted',
    ],
    [
      'an acceptance, all paid',
      { award: awarded, acceptance: [acceptance('passed', '2025-01-01')], disbursement: [payment(500)] },
      'settled',
    ],
    ['an end', { award: awarded, termination: [termination('terminated')] }, 'terminated'],
    ['a withdrawal', { termination: [termination('withdrawn')] }, 'withdrawn'],
    ['money that came back', { termination: [termination('terminated')], recovery: [recovery] }, 'recovered'],
  ])('%s', (_, now, status) => {
    expect(settle(now)?.status).toBe(status);
  });

  test('the latest of two awards and of two acceptances counts', () => {
    const now = {
      award: [award(300, '2024-02-01'), award(500, '2023-11-20')],
      acceptance: [acceptance('passed', '2025-03-01'), acceptance('passed', '2025-01-01')],
    };
    expect(settle(now)).toMatchObject({
      award_fen: 300,
      awarded_on: '2024-02-01',
      accepted_on: '2025-03-01',
    });
  });

  test('a project further on than its tables tell stays there', () => {
    expect(settle({ award: awarded }, { fresh: project({ status: 'under_way' }) })?.status).toBe('under_way');
    const rejected = settle({ award: awarded }, { fresh: project({ status: 'rejected' }) });
    expect(rejected?.status).toBe('rejected');
  });
});

describe('over two imports', () => {
  const known = project({ status: 'awarded', award_fen: 500, awarded_on: '2023-11-20' });

  test('a summary table that comes again keeps what came after the admission', () => {
    expect(settle({}, { earlier: [known] })).toEqual(known);
  });

  test('an award that left with its file is taken back', () => {
    const now = settle({}, { fresh: known, earlier: [known], before: { award: awarded } });
    expect(now).toEqual(project());
  });

  test('an acceptance that left leaves the award', () => {
    const accepted = { ...known, status: 'accepted', accepted_on: '2025-01-01' };
    const before = { award: awarded, acceptance: [acceptance('passed', '2025-01-01')] };
    expect(settle({ award: awarded }, { fresh: accepted, earlier: [accepted], before })).toEqual(known);
  });

  test('a project that no table speaks of is the very same row', () => {
    const one = project({ status: 'settled', award_fen: 7 });
    expect(settle({}, { fresh: one, earlier: [one] })).toBe(one);
  });
});

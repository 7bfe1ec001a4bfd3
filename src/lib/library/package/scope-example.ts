import type { Library } from '$lib/domain/library';
import type { LibraryRows, Row } from '$lib/domain/tables';
import { exampleLibrary, exampleProject, exampleRows } from './example-library';
import { projectParts, rowsOf } from './table-columns';

/** A library of several places and clusters, with every table, for the tests of scopes. */

export const row = (id: string, change: Partial<Row<'project'>>): Row<'project'> => ({
  ...exampleProject,
  project_id: id,
  ...change,
});

const suzhou = { city_adcode: '320500', county_adcode: '320505', reports_directly: false };
const kunshan = { city_adcode: '320500', county_adcode: '320583', reports_directly: true };

const projects = [
  row('A', { ...suzhou, cluster_id: 'biomedicine' }),
  // Nominated by the city, with an address in the direct county: the city's.
  row('B', { ...suzhou, county_adcode: '320583', cluster_id: 'high-end-equipment' }),
  row('C', { ...kunshan, cluster_id: 'biomedicine' }),
  // A direct county nominated it, and nobody knows which: no one's.
  row('D', { ...kunshan, county_adcode: null, cluster_id: 'high-end-equipment' }),
  row('E', { city_adcode: '320100', county_adcode: null, cluster_id: 'biomedicine', source_file_id: 'f2' }),
  row('F', {
    city_adcode: '320100',
    county_adcode: null,
    in_cluster: null,
    cluster_id: null,
    source_file_id: 'f2',
  }),
];

/** The example's rows of every table that hangs on a project, once for each project. */
const partsOf = (rows: LibraryRows, ids: readonly string[]): Partial<LibraryRows> =>
  Object.fromEntries(
    projectParts.map((table) => [
      table,
      rowsOf(rows, table).flatMap((row) => ids.map((project_id) => ({ ...row, project_id }))),
    ]),
  );

export function library(): Library {
  const rows = exampleRows();
  const [file] = rows.source_file;
  const payment = rows.disbursement[0];
  const plan = rows.tranche[0];
  if (!file || !payment || !plan) throw new Error('the example has no such rows');
  const ids = projects.map(({ project_id }) => project_id);
  return exampleLibrary({
    ...rows,
    project: projects,
    ...partsOf(rows, ids),
    tranche: ids.map((project_id) => ({ ...plan, project_id, source_sheet: '苏州市与南京市' })),
    disbursement: ids.map((project_id) => ({ ...payment, project_id, source_file_id: 'f3' })),
    sub_quota_member: ids.map((project_id) => ({
      project_id,
      sub_quota_id: 'green-upgrade/part',
      state: 'member',
    })),
    source_file: [
      { ...file, name: '苏州市与南京市.xlsx', region_text: '苏州市、南京市', kind: 'summary-table-2-1' },
      { ...file, file_id: 'f2', name: '南京市.xlsx', region_text: '南京市' },
      { ...file, file_id: 'f3', name: '拨付.xlsx', kind: '南京市 拨付' },
    ],
  });
}

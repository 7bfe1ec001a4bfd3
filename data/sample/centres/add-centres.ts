import type { Region } from '$lib/domain/region';
import type { LibraryRows, LibraryTableName } from '$lib/domain/tables';
import type { TableRow } from '$lib/library/package/table-columns';
import { inOrder } from '$lib/library/package/write-package';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import type { CentreRules } from '$lib/policy/centres/centres';
import { sampleAsOf } from '../parameters';
import { sampleFileId } from '../project-rows';
import { Random } from '../random';
import { centreAssessments } from './centre-assessments';
import { centreFacts } from './centre-facts';
import { centreDemo, type CentreDemo } from './centre-parameters';
import { centreReports } from './centre-reports';

/** Firms that carry a centre and no project have numbers of their own. */
const firstHostSerial = 9001;
/** Rows in a file's header line. */
const headerRows = 1;

/** Rows of a table in the order of the package, each with its place there. */
function placed<T extends TableRow>(table: LibraryTableName, rows: readonly T[]) {
  const origin = { source_file_id: sampleFileId, source_sheet: table };
  return inOrder(table, rows).map((row, index) => ({
    ...row,
    ...origin,
    source_row: index + headerRows + 1,
  }));
}

/** A firm that applied for support of a centre in the city and carries none yet, else an invented one. */
function hostOf(
  applicants: Set<string>,
  { noHost, city }: CentreDemo,
  regions: readonly Region[],
  index: number,
) {
  if (noHost === true) return null;
  const short = regions.find(({ adcode }) => adcode === city)?.short ?? city;
  const known = [...applicants].find((name) => name.endsWith(`（${short}）`));
  if (known !== undefined) applicants.delete(known);
  return known ?? `演示企业${firstHostSerial + index}（${short}）`;
}

const sameItem = (categoryId: string, other: string): boolean =>
  categoryId.split('/').at(-1) === other.split('/').at(-1);

function centreRow(
  { subject, field, city, approvedOn, isNational = false }: CentreDemo,
  id: string,
  host: string | null,
) {
  return {
    centre_id: id,
    name: `演示中心·${subject}`,
    host,
    field_number: field,
    city_adcode: city,
    approved_on: approvedOn,
    is_national: isNational,
  };
}

/** The firms that applied for support of a centre, by name. */
const applicantsOf = ({ project }: LibraryRows, { support }: CentreRules): Set<string> =>
  new Set(
    project
      .filter(({ category_id }) => sameItem(category_id, support.categoryId))
      .map(({ recipient_name }) => recipient_name)
      .sort(),
  );

/**
 * Adds the invented innovation centres with their self-reports, assessments and reports. They draw from a stream of
 * their own, so that no other table changes with them; the rules are read from the files of the tree.
 */
export function addCentres(rows: LibraryRows, seed: string, regions: readonly Region[]): void {
  const rules = readCentreRules();
  const random = new Random(`${seed}/centres`);
  const applicants = applicantsOf(rows, rules);
  const made = random
    .fork('numbers')
    .shuffled(centreDemo)
    .map((demo, index) => {
      const id = `DC-${String(index + 1).padStart(2, '0')}`;
      return { demo, id, own: random.fork(demo.subject), host: hostOf(applicants, demo, regions, index) };
    });
  const facts = made.flatMap(({ demo, id, own }) => centreFacts(own.fork('facts'), id, demo, rules.founding));
  const assessments = made.flatMap(({ demo, id, own }) =>
    centreAssessments(own.fork('assessments'), id, demo, rules, sampleAsOf),
  );
  const reports = made.flatMap(({ demo, id, own }) =>
    centreReports(own.fork('reports'), id, demo, rules.reports, sampleAsOf),
  );
  const centres = made.map(({ demo, id, host }) => centreRow(demo, id, host));
  rows.centre.push(...placed('centre', centres));
  rows.centre_fact.push(...placed('centre_fact', facts));
  rows.centre_assessment.push(...placed('centre_assessment', assessments));
  rows.centre_report.push(...placed('centre_report', reports));
}

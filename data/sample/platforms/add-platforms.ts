import type { Region } from '$lib/domain/region';
import type { LibraryRows, LibraryTableName } from '$lib/domain/tables';
import type { TableRow } from '$lib/library/package/table-columns';
import { inOrder } from '$lib/library/package/write-package';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { sampleFileId } from '../project-rows';
import { Random } from '../random';
import { factoryMetrics } from './factory-metrics';
import { platformMetrics, type Told } from './platform-metrics';
import { factoryDemo, platformDemo, type FactoryDemo, type PlatformDemo } from './platform-parameters';

/** Firms that carry a platform and no project have numbers of their own. */
const firstSerial = 9101;
/** Rows in a file's header line. */
const headerRows = 1;
const reportedOn = '2019-11-15';

/** Rows of a table in the order of the package, each with its place there. */
function placed<T extends TableRow>(table: LibraryTableName, rows: readonly T[]) {
  const origin = { source_file_id: sampleFileId, source_sheet: table };
  return inOrder(table, rows).map((row, index) => ({
    ...row,
    ...origin,
    source_row: index + headerRows + 1,
  }));
}

const levelOf = ({ applied }: PlatformDemo): string =>
  applied === 'incubation' ? 'incubation' : `${applied}-level`;

function bodyRow(
  id: string,
  serial: number,
  { city, cluster }: PlatformDemo | FactoryDemo,
  regions: readonly Region[],
  words: { kind: string; name: string; level_id: string | null },
) {
  const short = regions.find(({ adcode }) => adcode === city)?.short ?? city;
  return {
    platform_id: id,
    ...words,
    operator: `演示企业${serial}（${short}）`,
    cluster_id: cluster,
    city_adcode: city,
    reported_on: reportedOn,
  };
}

const numbered = (prefix: string, index: number): string => `${prefix}-${String(index + 1).padStart(2, '0')}`;

/**
 * Adds the invented platforms and benchmark factories with what they report. They draw from a stream of their own, so
 * that no other table changes with them; the rules are read from the files of the tree.
 */
export function addPlatforms(rows: LibraryRows, seed: string, regions: readonly Region[]): void {
  const rules = readPlatformRules();
  const random = new Random(`${seed}/platforms`);
  const platforms = platformDemo.map((demo, index) => {
    const id = numbered('DP', index);
    const name = `演示平台·${demo.subject}工业互联网平台`;
    const words = { kind: 'platform', name, level_id: levelOf(demo) };
    const told = platformMetrics(random.fork(id), demo, rules);
    return { id, row: bodyRow(id, firstSerial + index, demo, regions, words), told };
  });
  const factories = factoryDemo.map((demo, index) => {
    const id = numbered('DF', index);
    const words = { kind: 'benchmark-factory', name: `演示项目·${demo.subject}`, level_id: null };
    const serial = firstSerial + platformDemo.length + index;
    const told = factoryMetrics(random.fork(id), demo, rules);
    return { id, row: bodyRow(id, serial, demo, regions, words), told };
  });
  const all = [...platforms, ...factories];
  const metrics = all.flatMap(({ id, told }) => told.map((one: Told) => ({ platform_id: id, ...one })));
  rows.platform.push(
    ...placed(
      'platform',
      all.map(({ row }) => row),
    ),
  );
  rows.platform_metric.push(...placed('platform_metric', metrics));
}

/**
 * `npm run bench`: builds if needed, serves, and prints times and sizes beside the goals of the design. Nothing is
 * asserted: figures depend on the machine.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import path from 'node:path';
import { needsBuild } from '../../src/cli/build-freshness';
import { startSite } from '../browser/site';
import { filterTimes } from './filter-changes';
import { importTimes } from './import-times';
import { navigationTimes } from './navigation';
import { policySqlTimes } from './policy-sql';
import { queryTimes } from './query-times';
import { printTable, type Result } from './results';
import { sizes } from './sizes';

function buildWhenNeeded(): void {
  if (!needsBuild(process.cwd())) return;
  console.log('building first…');
  const run = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status !== 0) process.exit(run.status ?? 1);
}

async function pageResults(): Promise<Result[]> {
  const site = await startSite();
  try {
    console.log(`${cpus().length} cores, Node ${process.version}, Chromium ${site.browser.version()}\n`);
    return [
      ...(await navigationTimes(site.url)),
      ...(await importTimes(site.browser, site.url)),
      ...(await filterTimes(site.browser, site.url)),
    ];
  } finally {
    await site.close();
  }
}

buildWhenNeeded();
const pages = await pageResults();
printTable([...pages, ...sizes(path.resolve('build')), ...(await queryTimes()), ...(await policySqlTimes())]);

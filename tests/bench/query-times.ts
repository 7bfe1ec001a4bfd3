import { loadSample } from '$data/sample/load-sample';
import { filterDefaults } from '$lib/metrics/filter-defaults';
import { loadOverview } from '$lib/metrics/views/overview';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { overviewByLoops } from './plain-loops';
import { median, millis, type Result } from './results';

const runs = 20;

async function timed(act: () => unknown): Promise<number> {
  const times: number[] = [];
  // The first run warms caches and compilers and is not counted.
  for (let run = 0; run <= runs; run += 1) {
    const started = performance.now();
    await act();
    if (run > 0) times.push(performance.now() - started);
  }
  return median(times);
}

/** The whole view of the overview on the sample in Node's DuckDB, and its sums by plain loops. */
export async function queryTimes(): Promise<Result[]> {
  const rulebook = readRulebook();
  const { meta, rows } = loadSample();
  const engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, rows);
  const context = { rulebook, meta };
  const { filters } = filterDefaults(rulebook, meta);
  const narrowed = { ...filters, region: '320500' };
  const whole = await timed(() => loadOverview(engine, context, filters));
  const part = await timed(() => loadOverview(engine, context, narrowed));
  const loops = await timed(() => overviewByLoops(rows, filters.guideYear, meta.asOf));
  await engine.close();
  return [
    { what: 'overview’s whole view in Node, native DuckDB, no filter', measured: millis(whole), goal: '—' },
    { what: 'the same for one city', measured: millis(part), goal: '—' },
    { what: 'its basic sums by plain loops over rows in memory', measured: millis(loops), goal: '—' },
  ];
}

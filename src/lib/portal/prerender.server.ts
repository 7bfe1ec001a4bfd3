import rulebook from 'virtual:fundlens-rules';
import { loadSample } from '$data/sample/load-sample';
import type { Library } from '$lib/domain/library';
import { filterDefaults } from '$lib/metrics/filter-defaults';
import type { Filters } from '$lib/metrics/filters';
import type { MetricsContext } from '$lib/metrics/scope';
import { policyRows } from '$lib/policy/policy-rows';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';

interface Ready {
  engine: Engine;
  sample: Library;
  context: MetricsContext;
}
let ready: Promise<Ready> | null = null;

/** One engine with the sample, for all pages that are prerendered in this build. */
function prerenderEngine(): Promise<Ready> {
  ready ??= (async () => {
    const engine = await startNodeEngine();
    // The bundle lies elsewhere than the source: the folder is named from the project's root.
    const sample = loadSample('data/sample/package');
    await loadPolicy(engine, policyRows(rulebook));
    await loadLibrary(engine, sample.rows);
    return { engine, sample, context: { rulebook, meta: sample.meta } };
  })();
  return ready;
}

export const sampleMeta = async () => (await prerenderEngine()).sample.meta;

/** A page's view of the sample with no filter set: what stands in the page before any script runs. */
export async function prerenderView<T>(
  load: (engine: Engine, context: MetricsContext, filters: Filters) => Promise<T>,
): Promise<T> {
  const { engine, context } = await prerenderEngine();
  return load(engine, context, filterDefaults(context.rulebook, context.meta).filters);
}

import { matchCluster } from '$lib/policy/match-cluster';
import type { InputColumn } from '$lib/policy/inputs/input-table';
import { comparisonKey } from '../values/text';
import { readClusterMark } from '../values/cluster-mark';
import { bodyOf, idInList } from './body-index';
import { cityOf } from './centre-loaders';
import { factNamed, factValue } from './fact-value';
import type { LoadContext, Loader } from './load-context';
import type { InputRow } from './read-input-row';

const industryFact = 'factory_industry_kind';

const clusterColumn = ({ opened }: LoadContext): InputColumn | undefined =>
  opened.table.columns.find(({ field }) => field === 'cluster_id');

/**
 * The cluster that the table names; an earlier name stands for the one that it runs into. One that runs into several
 * clusters, and a name that nobody knows, are named and left out.
 */
function clusterOf(row: InputRow, context: LoadContext): string | null {
  const text = row.texts.get('cluster_id');
  if (text === undefined) return null;
  const earlier = clusterColumn(context)?.options ?? [];
  const idsOf = (name: string): string | null => {
    const key = comparisonKey(name).replace(/集群$/, '');
    const option = earlier.find(({ words }) => words.some((word) => comparisonKey(word) === key));
    return option?.id ?? matchCluster(context.state.rulebook, name)?.id ?? null;
  };
  const mark = readClusterMark(text, idsOf);
  if (mark.kind === 'fault') row.report(mark.code, 'cluster_id');
  const id = mark.kind === 'value' ? mark.value.clusterId : null;
  if (id === null || !id.includes(' ')) return id;
  const names = id
    .split(' ')
    .map((one) => context.state.rulebook.clusters.find((cluster) => cluster.id === one)?.name.zh ?? one);
  row.report('cluster_split', 'cluster_id', { expected: names.join('、') });
  return null;
}

/** A line of one of the two tables of the 2019 notice. */
export const loadPlatform: Loader = (row, context) => {
  const { isFresh, place, rows, state, opened } = context;
  const name = row.texts.get('platform_name');
  const operator = row.texts.get('operator');
  const cluster = clusterOf(row, context);
  const city = cityOf(row, state);
  if (name === undefined || operator === undefined) return false;
  const id = idInList(state.platforms, 'pl', { id: undefined, name, owner: operator });
  const kind = opened.table.id === 'platforms' ? 'platform' : 'benchmark-factory';
  if (!isFresh(row, 'platform_name', [id])) return false;
  state.platforms.add({ id, name, owner: operator });
  rows.platform.push({
    platform_id: id,
    kind,
    name,
    operator,
    level_id: row.texts.get('level_id') ?? null,
    cluster_id: cluster,
    city_adcode: city,
    reported_on: null,
    ...place(row),
  });
  const industry = row.texts.get('industry_kind');
  if (industry !== undefined)
    rows.platform_metric.push({
      platform_id: id,
      fact_id: industryFact,
      value_number: null,
      value_text: industry,
      ...place(row),
    });
  return true;
};

export const loadPlatformFact: Loader = (row, { isFresh, place, rows, state, opened: { table } }) => {
  const platform = bodyOf(row, state.platforms, 'platform');
  const text = row.texts.get('fact_id');
  const fact = text === undefined ? null : factNamed(table.facts, text);
  if (text !== undefined && !fact) row.report('fact_unknown', 'fact_id');
  const value = fact && factValue(row, fact, table, { field: 'value_number', required: true });
  if (!platform || !fact || !value || !isFresh(row, 'fact_id', [platform.id, fact.id])) return false;
  const { number, text: words } = value;
  rows.platform_metric.push({
    platform_id: platform.id,
    fact_id: fact.id,
    value_number: number,
    value_text: words,
    ...place(row),
  });
  return true;
};

/** A platform with a column for each fact; the row waits whole where one of its values cannot be read. */
export const loadFactsAcross: Loader = (row, { isFresh, place, rows, state, opened }) => {
  const platform = bodyOf(row, state.platforms, 'platform');
  const told = [...opened.facts].flatMap(([field, { fact, unit }]) => {
    const value = factValue(row, fact, opened.table, { field, unit });
    return value ? [{ field, fact, value }] : [];
  });
  if (told.length === 0 && !row.faulty) row.report('cell_missing', 'value_number', { found: null });
  if (!platform || row.faulty) return false;
  const fresh = told.every(({ field, fact }) => isFresh(row, field, [platform.id, fact.id]));
  if (!fresh) return false;
  for (const { fact, value } of told)
    rows.platform_metric.push({
      platform_id: platform.id,
      fact_id: fact.id,
      value_number: value.number,
      value_text: value.text,
      ...place(row),
    });
  return true;
};

import { scoreList, type ListedScore } from '$lib/briefing/score-sheet/score-list';
import { m } from '$lib/i18n/paraglide/messages';
import type { Filters } from '$lib/metrics/filters';
import type { TargetRules } from '$lib/metrics/targets/load-goals';
import { loadScores, type ScoredProject } from '$lib/metrics/targets/load-scores';
import type { MetricsContext } from '$lib/metrics/scope';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import { fileName, saveBlob } from '$lib/ui/download';
import type { Engine } from '$lib/warehouse/engine';
import { filterWords } from '../scope-words';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const listed = ({ project, score }: ScoredProject): ListedScore => ({
  projectId: project.project_id,
  projectName: project.name,
  recipient: project.recipient_name,
  formId: score?.formId ?? '—',
  score: score?.score ?? null,
});

/** What the filters leave, in words: the guide first, then each part that is chosen. */
const scopeOf = (filters: Filters): string[] =>
  [
    filterWords.guide(filters),
    filterWords.category(filters) ?? filterWords.area(filters),
    filterWords.region(filters),
    filterWords.cluster(filters),
    filterWords.stage(filters),
    filterWords.search(filters),
  ].filter((words) => words !== null);

/** Offers the scores of all projects in scope as a workbook, one line for each project and form. */
export async function saveScoreList(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  rules: TargetRules & { variant: ScoreVariant },
): Promise<void> {
  const [scored, { writeWorkbook }] = await Promise.all([
    loadScores(engine, context, filters, rules),
    import('../project/score-workbook'),
  ]);
  const { meta } = context;
  const words = scopeOf(filters);
  const list = scoreList(words.join(' '), scored.map(listed), rules.variant, {
    asOf: filters.asOf ?? meta.asOf,
    filters: words,
    version: rules.scoring.version,
    library: { hash: meta.hash, isSample: meta.kind === 'sample' },
  });
  const bytes = await writeWorkbook([list]);
  saveBlob(
    fileName([m.score_list_name(), ...words], 'xlsx'),
    new Blob([new Uint8Array(bytes)], { type: workbookType }),
  );
}

import type { Row } from '$lib/domain/tables';
import type { Indicator, KpiForm } from '$lib/policy/forms/form';
import { cellsOf, dutyOf, indicatorsFor, withParents, type ValueCell } from '$lib/policy/forms/look-up';
import { accumulates } from '$lib/policy/scoring/accumulates';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import type { Random } from '../random';
import { shares } from './goal-parameters';
import { shapeOf, unitOf } from './target-shapes';
import { rounded, targetValue } from './target-value';

/** What a project promised in one cell of its form, or as an indicator of its own. */
export interface Goal {
  key: string;
  /** Null for an indicator of the project's own. */
  cell: ValueCell | null;
  own: OwnIndicator | null;
  target: IndicatorValue;
  places: number;
  isMoney: boolean;
  isPercent: boolean;
  /** It grows towards its target; others tell a level. */
  grows: boolean;
  /** Lower is better. */
  lower: boolean;
}

interface OwnIndicator {
  name: string;
  unit: string;
}

const ownIndicators: readonly OwnIndicator[] = [
  { name: '新增应用场景', unit: '个' },
  { name: '新增示范产线', unit: '条' },
  { name: '带动供应商', unit: '家' },
  { name: '新增省级以上荣誉', unit: '项' },
  { name: '开展技术交流', unit: '次' },
  { name: '新增合作院校', unit: '所' },
];

/** As many groups of each choice as the form wants at least, one where it does not say; sometimes one more. */
export function tickGroups(random: Random, form: KpiForm): string[] {
  const ticked = new Set<string>();
  for (const { of, atLeast, atMost, within } of form.choices) {
    if (within !== null && !withParents(form, [...ticked]).has(within)) continue;
    const wanted = Math.max(1, atLeast) + (atMost === null && random.chance(0.15) ? 1 : 0);
    for (const id of random.shuffled(of).slice(0, wanted)) ticked.add(id);
  }
  return form.groups.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
}

/** Where one of several things is enough, most projects promise one or two of them. */
function cellsChosen(random: Random, row: Indicator): ValueCell[] {
  const cells = cellsOf(row);
  if (row.parts?.asked !== 'any') return cells;
  const chosen = new Set(random.shuffled(cells).slice(0, random.whole(1, 2)));
  return cells.filter((cell) => chosen.has(cell));
}

function goalOf(random: Random, cell: ValueCell, project: Row<'project'>, keeps: boolean): Goal {
  const unit = unitOf(cell);
  return {
    key: cell.key,
    cell,
    own: null,
    target: targetValue(random, cell, project, keeps),
    places: shapeOf(cell).places,
    isMoney: unit?.money !== null && unit?.money !== undefined,
    isPercent: unit?.kind === 'percent',
    grows: accumulates(cell),
    lower: cell.measure.direction === 'lower',
  };
}

/** A part (其中) is about half of what holds it. */
function withParts(random: Random, goals: readonly Goal[]): Goal[] {
  return goals.map((goal) => {
    const whole = goals.find(({ key }) => key === goal.cell?.indicator.partOf)?.target.number ?? null;
    if (whole === null) return goal;
    return {
      ...goal,
      target: { number: rounded(whole * random.between(0.3, 0.6), goal.places), text: null },
    };
  });
}

function ownGoals(random: Random, form: KpiForm): Goal[] {
  if (!form.takesOwnIndicators || !random.chance(shares.ownIndicator)) return [];
  return random
    .shuffled(ownIndicators)
    .slice(0, random.whole(1, 3))
    .map((own, index) => ({
      key: `own/${index + 1}`,
      cell: null,
      own,
      target: { number: random.whole(2, 24), text: null },
      places: 0,
      isMoney: false,
      isPercent: false,
      grows: true,
      lower: false,
    }));
}

/** Everything that a project of these groups promised on its form. */
export function drawGoals(
  random: Random,
  form: KpiForm,
  groups: readonly string[],
  project: Row<'project'>,
): Goal[] {
  const chosen = withParents(form, groups);
  const keeps = !random.chance(shares.belowMinimum);
  const printed = indicatorsFor(form, groups).flatMap((row): Goal[] => {
    const isAsked = ['required', 'expected', 'counted'].includes(dutyOf(form, row, chosen));
    if (!isAsked && !random.chance(shares.optionalFilled)) return [];
    return cellsChosen(random, row).map((cell) => goalOf(random, cell, project, keeps));
  });
  return [...withParts(random, printed), ...ownGoals(random.fork('own'), form)];
}

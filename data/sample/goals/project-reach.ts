import { shareOfTimeGone, type IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { Payment } from '../payments';
import type { Random } from '../random';
import { categoryReach, cityReach, clusterReach, reaches, standings } from './goal-parameters';

type Project = Row<'project'>;

const draw = (random: Random, { from, to }: { from: number; to: number }): number => random.between(from, to);

/** True where less was paid by asOf than an even pace over the project's time asks for. */
export function isMoneyBehind(project: Project, payments: readonly Payment[], asOf: IsoDate): boolean {
  const { start_date: start, end_date: end, award_fen: award } = project;
  if (award === null || start === null || end === null) return false;
  const paid = payments.reduce((sum, one) => sum + (one.paidOn === null ? 0 : one.plannedFen), 0);
  return paid / award < standings.moneyBehindBelow * shareOfTimeGone(asOf, start, end);
}

/**
 * What a project reaches of its targets by its end, 1 being all: drawn for itself, then moved by its city, its cluster
 * and its category, by money that did not come, and by how it ended.
 */
export function reachOf(
  random: Random,
  project: Project,
  payments: readonly Payment[],
  asOf: IsoDate,
): number {
  const { city_adcode: city, cluster_id: cluster, category_id: category } = project;
  const { moneyBehind, accepted, terminated } = standings;
  const own = draw(
    random,
    random.weighted(reaches, ({ weight }) => weight),
  );
  const lags = random.chance(moneyBehind.chance) && isMoneyBehind(project, payments, asOf);
  const reach =
    own *
    (cityReach[city] ?? 1) *
    (clusterReach[cluster ?? ''] ?? 1) *
    (categoryReach[category.split('/').at(-1) ?? ''] ?? 1) *
    (lags ? draw(random, moneyBehind) : 1);
  if (project.terminated_on !== null) return reach * draw(random, terminated);
  return project.accepted_on === null ? reach : Math.max(reach, draw(random, accepted));
}

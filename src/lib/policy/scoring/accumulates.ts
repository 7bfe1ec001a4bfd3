import type { ValueCell } from '../forms/look-up.ts';

/** Kinds of units that tell a level (a rate, a satisfaction, a ranking), not an amount that grows. */
const levels: ReadonlySet<string> = new Set(['percent', 'points', 'ratio']);

/**
 * Whether a cell's value grows towards its target as the project goes on (patents, sales), so that half the time should
 * bring half of it. A level is held against its target at once, whatever share of the time has gone.
 */
export function accumulates({ indicator, partId, measure }: ValueCell): boolean {
  const unit = (partId === null ? indicator.readAs : null) ?? measure.unit;
  return (
    measure.kind === 'quantitative' && measure.direction !== 'lower' && !levels.has(unit?.kind ?? 'count')
  );
}

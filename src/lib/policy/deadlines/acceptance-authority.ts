import type { Fen } from '../../domain/money.ts';
import type { Quantity } from '../annexes/annex.ts';
import type { DeadlineBooks } from './deadline-rules.ts';

function lies(fen: Fen, { fen: edge, bound }: Quantity): boolean {
  if (edge === null) return false;
  const answers: Partial<Record<Quantity['bound'], boolean>> = {
    at_least: fen >= edge,
    more_than: fen > edge,
    at_most: fen <= edge,
    less_than: fen < edge,
  };
  return answers[bound] ?? false;
}

/**
 * Who accepts a project of this award, by the scopes that 附件5 prints (province from 1000 万元, nominating body from
 * 300 万元): null below them, and where the award is not known.
 */
export function acceptedBy(
  { agreement, rules }: Pick<DeadlineBooks, 'agreement' | 'rules'>,
  awardFen: Fen | null,
): 'province' | 'nominator' | null {
  if (awardFen === null) return null;
  const holds = (id: string): boolean => {
    const scope = agreement.duties.find((duty) => duty.id === id)?.scope ?? [];
    return scope.length > 0 && scope.every((edge) => lies(awardFen, edge));
  };
  if (holds(rules.acceptedBy.province)) return 'province';
  return holds(rules.acceptedBy.nominator) ? 'nominator' : null;
}

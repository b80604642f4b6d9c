import type { Case } from '../house/cases.ts';
import { middleOf, type Middle } from './middle.ts';
import type { Measured } from './round.ts';

/** What the contenders did with one case: for each its rounds, in their order. */
export interface CaseResults {
  readonly case: Case;
  readonly rounds: ReadonlyMap<string, readonly Measured[]>;
}

/** One figure of one contender over its rounds. */
export const middleFor = ({ rounds }: CaseResults, contender: string, figure: keyof Measured): Middle =>
  middleOf(rounds.get(contender)!.map((measured) => measured[figure]));

/**
 * Gateway and decision service of one contender over the gateway of another, round by round: what disturbs the machine
 * in a round disturbs both.
 */
export function ratio({ rounds }: CaseResults, contender: string, to = 'stock'): Middle | undefined {
  const above = rounds.get(contender), below = rounds.get(to);
  if (!above || !below) return undefined;
  return middleOf(above.map(({ cpuMs }, round) => cpuMs / below[round]!.cpuMs));
}

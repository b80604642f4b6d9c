import type { ComposedReading } from './join.ts';
import type { Reading } from './reading.ts';
import { standingOf, type Standing } from './standing.ts';
import { wholeOf, type Whole } from './whole.ts';

/** What composition remarked while it composed: an inconsistency that it settled by itself. */
export interface Hint {
  readonly code: string;
  readonly message: string;
}

/** Everything that a rule can look at. */
export interface Graph {
  /** The schemas as their owners wrote them. */
  readonly subgraphs: readonly Reading[];
  /** What was composed from their halves; undefined when they do not compose. */
  readonly supergraph: ComposedReading | undefined;
  /** Both: what a rule about single places goes through. */
  readonly readings: readonly Reading[];
  /** Both laid over each other: what is personal is asked here, so that no single copy can play it down. */
  readonly whole: Whole;
  readonly standing: Standing;
  readonly hints: readonly Hint[];
}

/** Puts together what the rules look at. */
export function graphOf(subgraphs: readonly Reading[], supergraph: ComposedReading | undefined, hints: readonly Hint[]): Graph {
  const readings = supergraph ? [...subgraphs, supergraph] : subgraphs;
  const whole = wholeOf(readings);
  return { subgraphs, supergraph, readings, whole, standing: standingOf(whole), hints };
}

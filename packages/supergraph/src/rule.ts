import type { Graph } from './graph.ts';
import type { Breach, Refusal } from './refusal.ts';

/** One of the rules by which schemas may be published together. */
export interface Rule {
  readonly name: string;
  /** What it asks, in one sentence. */
  readonly clause: string;
  /** Every breach of it in a graph; an empty list when it is kept. */
  check(graph: Graph): Refusal[];
}

/** Makes a rule of its name, its clause and the way its breaches are found. */
export const rule = (name: string, clause: string, breaches: (graph: Graph) => Breach[]): Rule =>
  Object.freeze({ name, clause, check: (graph: Graph) => breaches(graph).map((one) => ({ rule: name, ...one })) });

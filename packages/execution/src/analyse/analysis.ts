import { NOTHING, union } from '@thegither/consent';
import type { OperationDefinitionNode } from 'graphql';
import type { RootShape } from '../shape/rootShape.ts';
import type { WantedDecision } from '../ports.ts';
import type { LiftedIds } from './liftPersonIds.ts';
import type { NamingField, PersonVariables } from './namedPeople.ts';
import { type Step, fetchesIn } from './readPlan.ts';

/** Everything about an operation that does not depend on who asks: made once, kept, and shared by all its runs. */
export interface Analysis {
  readonly kind: 'query' | 'mutation';
  readonly operation: OperationDefinitionNode;
  readonly rootName: string;
  /** Undefined when no subgraph is asked. */
  readonly plan: Step | undefined;
  readonly fetches: readonly WantedDecision[];
  readonly literals: LiftedIds['literals'];
  readonly personVariables: PersonVariables;
  readonly naming: readonly NamingField[];
  readonly shape: RootShape;
  /** The caller's response key for one of the tree. */
  answeredKey(key: string): string;
}

/** The signed decisions that a plan's fetches want, one for each subgraph and use. */
export function wantedDecisions(plan: Step | undefined): WantedDecision[] {
  const wanted = new Map<string, WantedDecision & { free: boolean }>();
  for (const fetch of fetchesIn(plan)) {
    const use = fetch.kind === 'root' ? fetch.use : 'joined';
    const { subgraph } = fetch.graph;
    const name = `${use} ${subgraph}`;
    const before = wanted.get(name);
    // One question there that is asked of everybody needs a decision in which everybody is.
    const free = (before?.free ?? false) || (fetch.kind === 'entities' && fetch.free);
    const needs = fetch.kind === 'root' || free ? NOTHING : union(before?.needs ?? NOTHING, fetch.needs);
    wanted.set(name, { subgraph, use, needs, free });
  }
  return [...wanted.values()].map(({ subgraph, use, needs }) => ({ subgraph, use, needs }));
}


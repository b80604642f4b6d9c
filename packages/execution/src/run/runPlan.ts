import type { SpineId } from '@thegither/vocabulary';
import type { Step } from '../analyse/readPlan.ts';
import { fetchEntities } from './fetchEntities.ts';
import { fetchRoot } from './fetchRoot.ts';
import type { RunState } from './runState.ts';

/**
 * Which of a plan's fetches are made. `writes`: the root fields of a mutation, in order, each once. `reads`: all else,
 * so that what a mutation changed is decided and read after every write. `again`: only hops below some people.
 */
export type Part =
  | { readonly fetches: 'writes' | 'reads' }
  | { readonly fetches: 'again'; readonly within: ReadonlySet<SpineId> };

/** Runs a part of the plan. Ends, and sends nothing more, with the first error that is not a subgraph's. */
export async function runPlan(state: RunState, step: Step, part: Part): Promise<void> {
  if (state.stopped) return;
  switch (step.kind) {
    case 'sequence':
      for (const each of step.steps) await runPlan(state, each, part);
      break;
    case 'parallel':
      await Promise.all(step.steps.map((each) => runPlan(state, each, part)));
      break;
    case 'root':
      if (part.fetches === (step.use === 'mutation' ? 'writes' : 'reads')) await fetchRoot(state, step);
      break;
    case 'entities':
      if (part.fetches !== 'writes') await fetchEntities(state, step, part.fetches === 'again' ? part.within : undefined);
      break;
    default: step satisfies never;
  }
}

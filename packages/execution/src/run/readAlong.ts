import type { SpineId } from '@thegither/vocabulary';
import type { Step } from '../analyse/readPlan.ts';
import { fetchEntities } from './fetchEntities.ts';
import { fetchRoot } from './fetchRoot.ts';
import type { RunState } from './runState.ts';

/**
 * Which of a plan's reads are made. `all`: everything but the root fields of a mutation, which were sent before.
 * `again`: only hops below some people.
 */
export type Reads =
  | { readonly reads: 'all' }
  | { readonly reads: 'again'; readonly within: ReadonlySet<SpineId> };

/** Makes a plan's reads. Ends, and sends nothing more, with the first error that is not a subgraph's. */
export async function readAlong(state: RunState, step: Step, which: Reads): Promise<void> {
  if (state.stopped) return;
  switch (step.kind) {
    case 'sequence':
      for (const each of step.steps) await readAlong(state, each, which);
      break;
    case 'parallel':
      await Promise.all(step.steps.map((each) => readAlong(state, each, which)));
      break;
    case 'root':
      if (which.reads === 'all' && step.use === 'query') await fetchRoot(state, step);
      break;
    case 'entities':
      await fetchEntities(state, step, which.reads === 'again' ? which.within : undefined);
      break;
    default: step satisfies never;
  }
}

import { HouseError } from '@thegither/vocabulary';
import { fetchesIn } from '../analyse/readPlan.ts';
import { fetchRoot } from './fetchRoot.ts';
import type { RunState } from './runState.ts';

/**
 * Sends the root fields of a mutation, in order, each exactly once. Ends with the first error that is not a subgraph's;
 * what was sent before it stands, and each field from there on says in the answer that it went wrong.
 */
export async function writeInOrder(state: RunState): Promise<void> {
  const writes = fetchesIn(state.analysis.plan).filter((fetch) => fetch.kind === 'root').filter(({ use }) => use === 'mutation');
  for (const [i, write] of writes.entries()) {
    try {
      await fetchRoot(state, write);
    } catch (error) {
      const code = error instanceof HouseError ? error.code : 'INTERNAL';
      for (const { keys } of writes.slice(i)) for (const key of keys) state.troubles.at({ path: [key], person: undefined }, code);
      throw error;
    }
    state.sent = true;
  }
}

import type { SpineId } from '@thegither/vocabulary';
import { reading } from '../fetch/ask.ts';
import { spineAt } from '../tree/eachAt.ts';
import { PersonObject } from '../tree/treeObject.ts';
import type { RunState } from './runState.ts';

/**
 * Puts these people's places in the tree back to what was delivered before any hop, so that nothing fetched under what
 * held before can stay. Everybody else's places are left as they are.
 */
export function putBack(state: RunState, people: ReadonlySet<SpineId>): void {
  const changed = [...state.deliveries].filter(([person]) => people.has(spineAt(person)!));
  for (const [person, { raw, project, subgraph }] of changed) {
    const fresh = project(raw, reading(state, subgraph), 0);
    for (const key of Object.keys(person)) delete person[key];
    if (fresh instanceof PersonObject) {
      Object.assign(person, fresh);
      state.deliveries.delete(fresh);
    }
  }
}

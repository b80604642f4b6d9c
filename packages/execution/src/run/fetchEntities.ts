import { NOTHING } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { ask } from '../fetch/ask.ts';
import type { EntityFetch, EntityVariant } from '../fetch/entityFetch.ts';
import { type RunState, isKnown, sharedBy } from './runState.ts';
import { settleEntities } from './settleEntities.ts';
import { type Found, type Wanted, findEntities, nameWanted, peopleIn, placesOf } from './wanted.ts';

/** One question of a hop: everybody in it shares what it asks. */
export interface Group {
  readonly fetch: EntityFetch;
  readonly variant: EntityVariant;
  readonly wanted: readonly Wanted[];
  readonly within: ReadonlySet<SpineId> | undefined;
}

// A signed decision for more people than this grows too large.
const MOST_IN_ONE = 100;

/**
 * Makes one hop: decides about the people in it, groups them by what of this hop they share, and asks once for each
 * group. For somebody who shares nothing of it, or who is not known, the subgraph is not asked.
 */
export async function fetchEntities(state: RunState, fetch: EntityFetch, within: ReadonlySet<SpineId> | undefined): Promise<void> {
  const found = findEntities(state, fetch, within);
  const undecided = state.waves.decided(peopleIn(found));
  if (undecided) await undecided;
  if (state.stopped) return;
  await Promise.all(groupsOf(state, fetch, found, within).map((group) => fetchGroup(state, group)));
}

function groupsOf(state: RunState, fetch: EntityFetch, found: readonly Found[], within: ReadonlySet<SpineId> | undefined): Group[] {
  const byVariant = new Map<EntityVariant, Found[]>();
  for (const each of found) {
    if (each.person && !isKnown(state, each.person)) continue;
    const variant = fetch.variant(each.person ? sharedBy(state, each.person) : NOTHING);
    if (!variant.typed(each.entity.__typename as string)) continue;
    const group = byVariant.get(variant);
    if (group) group.push(each);
    else byVariant.set(variant, [each]);
  }
  const groups: Group[] = [];
  for (const [variant, all] of byVariant) {
    const wanted = nameWanted(state.ports.identifiers, fetch, all);
    for (let at = 0; at < wanted.length; at += MOST_IN_ONE) groups.push({ fetch, variant, wanted: wanted.slice(at, at + MOST_IN_ONE), within });
  }
  return groups;
}

async function fetchGroup(state: RunState, group: Group): Promise<void> {
  const { fetch, variant, wanted, within } = group;
  const question = { use: 'joined', people: peopleIn(wanted), representations: wanted.map(({ representation }) => representation) } as const;
  const { answer, outage } = await ask(state, fetch, variant, question);
  if (!outage) return settleEntities(state, group, answer);
  for (const { person } of wanted) if (person) state.supply.miss(person, variant.needs);
  state.troubles.outage(fetch, [...placesOf(state, fetch, wanted, within).values()].flat(), outage, fetch.graph.subgraph);
}

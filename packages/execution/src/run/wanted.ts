import type { SpineId } from '@thegither/vocabulary';
import type { EntityFetch } from '../fetch/entityFetch.ts';
import { issueTo } from '../people/issueTo.ts';
import { NOBODY, PERSON } from '../people/person.ts';
import type { Identifiers } from '../ports.ts';
import { eachAt } from '../tree/eachAt.ts';
import type { TreeObject } from '../tree/treeObject.ts';
import type { RunState } from './runState.ts';
import type { Place } from './troubles.ts';

/** One entity that a hop is about: asked once, however often it stands in the tree. */
export interface Wanted {
  readonly typename: string;
  /** The person, when it is one. */
  readonly person: SpineId | undefined;
  readonly representation: TreeObject;
  readonly entities: TreeObject[];
}

/** What stands at a hop's path, and who it is where it is a person. */
export interface Found {
  readonly entity: TreeObject;
  readonly person: SpineId | undefined;
}

/** Finds what stands at a hop's path. A person without a readable id is nobody there. */
export function findEntities(state: RunState, fetch: EntityFetch, within: ReadonlySet<SpineId> | undefined): Found[] {
  const found: Found[] = [];
  eachAt(state.root, fetch.path, within, (entity, _path, nearest) => {
    if (entity.__typename !== PERSON) found.push({ entity, person: undefined });
    else if (nearest && nearest !== NOBODY) found.push({ entity, person: nearest });
  });
  return found;
}

/** The people among them, each as often as they stand there. */
export function peopleIn(some: readonly Pick<Found, 'person'>[]): SpineId[] {
  const people: SpineId[] = [];
  for (const { person } of some) if (person !== undefined) people.push(person);
  return people;
}

/** Names what was found to the subgraph of a hop, each entity once. What has no key for it is left out. */
export function nameWanted(identifiers: Identifiers, fetch: EntityFetch, found: readonly Found[]): Wanted[] {
  const issue = issueTo(identifiers, fetch.graph.subgraph, peopleIn(found));
  const byKeyAlone = fetch.represent.keysOf(PERSON).size === 2;
  const wanted = new Map<string, Wanted>();
  for (const { entity, person } of found) {
    const known = person && byKeyAlone ? wanted.get(person) : undefined;
    const representation = known?.representation ?? fetch.represent.of(entity, issue);
    if (!representation) continue;
    const typename = entity.__typename as string;
    // Two types may be sent by the name of one interface: an answer is about one of them.
    const name = person && byKeyAlone ? person : `${typename} ${JSON.stringify(representation)}`;
    const each = wanted.get(name) ?? { typename, person, representation, entities: [] };
    wanted.set(name, each);
    each.entities.push(entity);
  }
  return [...wanted.values()];
}

/** Where in the answer each of these entities stands, once for each of its places. */
export function placesOf(state: RunState, fetch: EntityFetch, wanted: readonly Wanted[], within: ReadonlySet<SpineId> | undefined): Map<Wanted, Place[]> {
  const owner = new Map(wanted.flatMap((each) => each.entities.map((entity) => [entity, each] as const)));
  const places = new Map<Wanted, Place[]>(wanted.map((each) => [each, []]));
  eachAt(state.root, fetch.path, within, (entity, path, person) => {
    const each = owner.get(entity);
    if (each) places.get(each)!.push({ path: [...path], person });
  });
  return places;
}

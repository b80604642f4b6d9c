import type { SpineId } from '@thegither/vocabulary';
import type { EntityFetch } from '../fetch/entityFetch.ts';
import type { Issue } from '../fetch/represent.ts';
import { NOBODY, PERSON } from '../people/person.ts';
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

/** Collects what stands at a hop's path, each entity once. */
export function collectWanted(state: RunState, fetch: EntityFetch, within: ReadonlySet<SpineId> | undefined): Wanted[] {
  const issue: Issue = (person) => state.ports.identifiers.issue(fetch.graph.subgraph, person);
  const people = new Map<SpineId, Wanted>();
  const wanted = new Map<string, Wanted>();
  const byKeyAlone = fetch.represent.keysOf(PERSON).size === 2;
  eachAt(state.root, fetch.path, within, (entity, _path, nearest) => {
    const person = entity.__typename === PERSON ? nearest : undefined;
    const known = person && byKeyAlone ? people.get(person) : undefined;
    if (known) return void known.entities.push(entity);
    if (entity.__typename === PERSON && (!person || person === NOBODY)) return undefined;
    const representation = fetch.represent.of(entity, issue);
    if (!representation) return undefined;
    // Two types may be sent by the name of one interface: an answer is about one of them.
    const text = `${entity.__typename as string} ${JSON.stringify(representation)}`;
    const same = wanted.get(text);
    if (same) return void same.entities.push(entity);
    const made = { typename: entity.__typename as string, person, representation, entities: [entity] };
    wanted.set(text, made);
    if (person) people.set(person, made);
    return undefined;
  });
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

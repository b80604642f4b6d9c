import type { SpineId } from '@thegither/vocabulary';
import type { Inputs, NamingField } from '../analyse/namedPeople.ts';
import { spineAt } from '../tree/eachAt.ts';
import { type Path, PersonObject } from '../tree/treeObject.ts';
import type { RunState } from './runState.ts';
import type { Place } from './troubles.ts';

/** What stands instead of an answer: a whole root field, or some places of its list. */
export interface Gate {
  /** Root fields that name somebody unknown: not sent, null in the answer. */
  readonly closed: ReadonlySet<string>;
  /** Places of a root field's list that name somebody unknown: null in the answer. */
  readonly closedPlaces: ReadonlyMap<string, ReadonlySet<number>>;
}

/** A gate that lets everything pass. */
export const OPEN: Gate = { closed: new Set(), closedPlaces: new Map() };

/** Reads what the named people mean for the root fields, by what holds now. */
export function readGate(fields: readonly NamingField[], inputs: Inputs, isNameable: (person: SpineId) => boolean): Gate {
  if (!fields.length) return OPEN;
  const closed = new Set<string>();
  const closedPlaces = new Map<string, ReadonlySet<number>>();
  for (const field of fields) {
    if (!field.must(inputs).every(isNameable)) closed.add(field.key);
    const unknown = field.each?.(inputs).flatMap((person, i) => (person === null || isNameable(person) ? [] : [i])) ?? [];
    if (unknown.length) closedPlaces.set(field.key, new Set(unknown));
  }
  return { closed, closedPlaces };
}

/** Where the gate stands in the way: each is an UNKNOWN_PERSON in the answer. */
export function closedPaths(gate: Gate): (readonly [string] | readonly [string, number])[] {
  return [
    ...[...gate.closed].map((key) => [key] as const),
    ...[...gate.closedPlaces].flatMap(([key, places]) => (gate.closed.has(key) ? [] : [...places].map((place) => [key, place] as const))),
  ];
}

/** Is this a place about which the gate already says everything? */
export function isBehind(gate: Gate, { path: [key, place] }: Place): boolean {
  if (typeof key !== 'string') return false;
  return gate.closed.has(key) || (typeof place === 'number' && gate.closedPlaces.get(key)?.has(place) === true);
}

/**
 * Takes out of the tree what stands where somebody else was asked for: a subgraph that answers about another person, or
 * in another order, would show one person's data under another's name.
 */
export function refuseOthers(state: RunState, keys: readonly string[], subgraph: string): void {
  for (const field of state.analysis.naming) {
    if (!field.exactly || !keys.includes(field.key)) continue;
    const answered = state.root[field.key];
    state.root[field.key] = field.each
      ? onlyListed(state, field.key, answered, field.each(state.inputs), subgraph)
      : onlyAsked(state, [field.key], answered, field.must(state.inputs)[0], subgraph);
  }
}

function onlyListed(state: RunState, key: string, answered: unknown, asked: readonly (SpineId | null)[], subgraph: string): unknown {
  if (!Array.isArray(answered)) return answered;
  if (answered.length !== asked.length) return refused(state, [key], subgraph);
  const closed = state.gate.closedPlaces.get(key);
  return answered.map((each: unknown, i) => (closed?.has(i) ? null : onlyAsked(state, [key, i], each, asked[i] ?? undefined, subgraph)));
}

function onlyAsked(state: RunState, path: Path, answered: unknown, asked: SpineId | undefined, subgraph: string): unknown {
  return answered instanceof PersonObject && spineAt(answered) !== asked ? refused(state, path, subgraph) : answered;
}

function refused(state: RunState, path: Path, subgraph: string): null {
  state.troubles.at({ path, person: undefined }, 'SUBGRAPH_ERROR', subgraph);
  return null;
}

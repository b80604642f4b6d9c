import { NOTHING, type Mask, union } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import type { Analysis } from '../analyse/analysis.ts';
import type { Inputs } from '../analyse/namedPeople.ts';
import type { Project } from '../fetch/project.ts';
import { NOBODY } from '../people/person.ts';
import { Supply } from '../people/supply.ts';
import { Waves } from '../people/waves.ts';
import type { Ports } from '../ports.ts';
import { spineAt } from '../tree/eachAt.ts';
import type { PersonObject, TreeObject } from '../tree/treeObject.ts';
import type { Gate } from './gate.ts';
import { Troubles } from './troubles.ts';

/** A person as a fetch delivered them, before any hop added to it. */
export interface Delivery {
  readonly raw: unknown;
  readonly project: Project;
  /** The subgraph whose ids the delivery speaks. */
  readonly subgraph: string;
}

/** Everything that one run knows. */
export interface RunState {
  readonly analysis: Analysis;
  readonly ports: Ports;
  readonly inputs: Inputs;
  readonly root: TreeObject;
  readonly waves: Waves;
  readonly supply: Supply;
  readonly troubles: Troubles;
  readonly deliveries: Map<PersonObject, Delivery>;
  /** What the named people mean for the root fields; of a mutation as it was when it was sent. */
  gate: Gate;
  /** A root field of a mutation was sent. */
  sent: boolean;
  /** A fetch ended the run: nothing more is sent. */
  stopped: boolean;
}

/** May anything be told about the person? Undecided is no. */
export const isKnown = (state: Pick<RunState, 'ports'>, person: SpineId): boolean => person !== NOBODY && state.ports.decisions.of(person)?.known === true;

/** Everybody whom a subgraph has named so far, to be decided about before anything is told of them. */
export function everybodyMet(state: Pick<RunState, 'deliveries'>): Set<SpineId> {
  const people = new Set<SpineId>();
  for (const person of state.deliveries.keys()) {
    const spine = spineAt(person);
    if (spine !== undefined && spine !== NOBODY) people.add(spine);
  }
  return people;
}

/** May the operation name the person in an argument? */
export function isNameable(state: Pick<RunState, 'ports' | 'analysis'>, person: SpineId): boolean {
  if (state.analysis.kind === 'query') return isKnown(state, person);
  return person !== NOBODY && state.ports.decisions.of(person)?.addressable === true;
}

/** What the person shares with the caller now, from any controller or the caller's own; NOTHING while they are not known. */
export function sharedBy(state: Pick<RunState, 'ports'>, person: SpineId): Mask {
  const decided = person === NOBODY ? undefined : state.ports.decisions.of(person);
  return decided?.known ? union(decided.granted, decided.own) : NOTHING;
}

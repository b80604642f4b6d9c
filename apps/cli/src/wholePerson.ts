import { REGISTER, type Domain, type SharingEntry, type SharingState } from '@thegither/vocabulary';
import { categoryWords, words } from '@thegither/words';
import { holdersOf, linesOf, type Line } from './records.ts';
import { TOPICS } from './topics.ts';

/** One topic of the whole-person view. */
export interface Topic {
  readonly category: string;
  readonly title: string;
  readonly state: SharingState;
  /** What was told; empty when it is withheld, and also when it is shared and nothing is recorded. */
  readonly lines: readonly Line[];
  /** The agencies that hold what was told. */
  readonly holders: readonly string[];
}

/** The topics of one service. */
export interface Part {
  readonly owner: string;
  readonly topics: readonly Topic[];
}

/** Arranges an answer for reading: topic by topic, grouped by the service that holds it, each with its state. */
export function wholePerson(person: Readonly<Record<string, unknown>>, sharing: readonly SharingEntry[]): Part[] {
  const { owners } = words('en');
  const states = new Map(sharing.filter(({ person: about }) => about === person.id).map(({ category, state }) => [category, state]));
  const parts = new Map<Domain, Topic[]>();
  for (const [category, fields] of TOPICS) {
    const state = states.get(category);
    const owner = REGISTER.find(({ name }) => name === category)?.owner;
    // A topic that the answer says nothing about was not asked.
    if (!state || !owner) continue;
    const topic = { category, state, title: categoryWords('en', category)?.plain ?? category, ...recordsIn(fields.map((field) => person[field])) };
    parts.set(owner, [...(parts.get(owner) ?? []), topic]);
  }
  return [...parts].map(([owner, topics]) => ({ owner: owners[owner], topics }));
}

/** What was told in these fields. With two holders each record says whose it is. */
function recordsIn(values: readonly unknown[]): Pick<Topic, 'lines' | 'holders'> {
  const holders = [...new Set(values.flatMap(holdersOf))];
  if (holders.length < 2) return { holders, lines: values.flatMap((value) => linesOf(value)) };
  return { holders, lines: values.flat().flatMap((record) => [...holdersOf(record).map((text) => ({ depth: 0, text: `${text}:` })), ...linesOf(record, 1)]) };
}

/** What to say beside a topic's title. */
export function stateOf({ state, lines, holders }: Topic): string {
  if (state !== 'SHARED' && state !== 'SHARED_OWN_ONLY') return STATES[state];
  if (lines.length === 0) return `${STATES[state]}, nothing recorded`;
  return holders.length === 1 ? `${STATES[state]}, held by ${holders[0]}` : STATES[state];
}

const STATES: Readonly<Record<SharingState, string>> = {
  SHARED: 'shared',
  SHARED_OWN_ONLY: 'only what your own agency holds',
  NOT_SHARED: 'not shared',
  UNAVAILABLE: 'not available just now',
  OUTSIDE_AGREEMENT: 'outside the agreement between the agencies',
  ROLE_LIMIT: 'not for this role and purpose',
  NO_PURPOSE: 'no purpose given',
};

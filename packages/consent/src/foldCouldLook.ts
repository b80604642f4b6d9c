import { PURPOSES, REGISTER } from '@thegither/vocabulary';
import type { CouldLook } from './couldLook.ts';
import type { Recipient, Worker } from './facts.ts';

/** A line of who could look: a worker, or everybody of a team or agency. */
export interface CouldLookLine extends Omit<CouldLook, 'worker'> {
  readonly who: Recipient;
}

/** Where the workers of the lines work, and how many accounts each team and agency has in all. */
export interface Staff {
  readonly workers: readonly Worker[];
  readonly teams: ReadonlyMap<string, number>;
  readonly agencies: ReadonlyMap<string, number>;
}

const keyOf = ({ category, purpose, reason, grants, until }: CouldLook): string => JSON.stringify([category, purpose, reason, grants, until]);

/** A team of one is better called by the worker's name. */
const FEWEST = 2;

/**
 * Folds lines that say the same of everybody in an agency, or in a team, into one; a single account there for which it is
 * not so, a lead's too, and each worker has a line of their own. In the register's order, then by purpose.
 */
export function foldCouldLook(lines: readonly CouldLook[], staff: Staff): CouldLookLine[] {
  const same = new Map<string, CouldLook[]>();
  for (const line of lines) same.set(keyOf(line), [...(same.get(keyOf(line)) ?? []), line]);
  return [...same.values()].flatMap((group) => foldGroup(group, staff)).toSorted((a, b) => placeOf(a) - placeOf(b));
}

function foldGroup(group: readonly CouldLook[], staff: Staff): CouldLookLine[] {
  const byAgency = wholes(group, staff, staff.agencies, ({ agency }) => agency, (agency) => ({ kind: 'agency', agency }));
  const byTeam = wholes(byAgency.rest, staff, staff.teams, ({ team }) => team, (team) => ({ kind: 'team', team }));
  return [...byAgency.folded, ...byTeam.folded, ...byTeam.rest.map((line) => lineOf(line, { kind: 'worker', worker: line.worker }))];
}

function wholes(
  group: readonly CouldLook[], { workers }: Staff, sizes: ReadonlyMap<string, number>, placeOfWorker: (worker: Worker) => string | null, recipient: (place: string) => Recipient,
): { readonly folded: CouldLookLine[]; readonly rest: CouldLook[] } {
  const place = new Map(workers.map((worker) => [worker.worker, placeOfWorker(worker)]));
  const folded: CouldLookLine[] = [], rest: CouldLook[] = [];
  for (const where of new Set(group.map(({ worker }) => place.get(worker) ?? null))) {
    const there = group.filter(({ worker }) => (place.get(worker) ?? null) === where);
    if (where !== null && there.length >= FEWEST && there.length === sizes.get(where)) folded.push(lineOf(there[0]!, recipient(where)));
    else rest.push(...there);
  }
  return { folded, rest };
}

const lineOf = ({ category, purpose, reason, grants, until }: CouldLook, who: Recipient): CouldLookLine => ({ who, category, purpose, reason, grants, until });

const placeOf = ({ category, purpose }: CouldLookLine): number =>
  REGISTER.findIndex(({ name }) => name === category) * PURPOSES.length + PURPOSES.indexOf(purpose);

import { EVERYTHING, covers, fromInt8, type Assignment, type Exclusion, type Grant, type Mask, type PersonFacts, type Recipient, type Refusal } from '@thegither/consent';
import { HouseError, parsePurpose, parseRole, type Purpose, type Role } from '@thegither/vocabulary';
import type { StandingRow } from './standingSql.ts';

/** Thrown inside this file alone: the row's person is then marked unreadable, which withholds everything. */
class Unreadable extends Error {}

function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Unreadable();
  return value;
}

/** Exactly one of agency, team and worker, or nothing can be said of whom it means. */
export function recipientOf({ agency, team, worker }: Pick<StandingRow, 'agency' | 'team' | 'worker'>): Recipient | undefined {
  if (agency !== null && team === null && worker === null) return { kind: 'agency', agency };
  if (agency === null && team !== null && worker === null) return { kind: 'team', team };
  return agency === null && team === null && worker !== null ? { kind: 'worker', worker } : undefined;
}

/** A set of categories that are all in the register: a bit that nobody knows may be the one that mattered. */
function maskIn(text: string | null): Mask {
  const mask = must(fromInt8(text));
  if (!covers(EVERYTHING, mask)) throw new Unreadable();
  return mask;
}

function momentIn(value: number | null): number {
  if (value === null || !Number.isFinite(value)) throw new Unreadable();
  return value;
}

const purposesIn = (texts: readonly (string | null)[] | null): Purpose[] => must(texts).map((text) => must(parsePurpose(text)));

const GRANT_STATES: readonly Grant['state'][] = ['RECORDED_UNCONFIRMED', 'ACTIVE', 'PAUSED', 'WITHDRAWN', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED'];

const grantIn = (row: StandingRow): Grant => ({
  id: must(row.id), recipient: must(recipientOf(row)), purpose: must(purposesIn(row.purposes)[0]), categories: maskIn(row.categories),
  sources: must(row.names).map(must), from: momentIn(row.starts), to: momentIn(row.ends), state: must(GRANT_STATES.find((state) => state === row.state)),
});

function assignmentIn(row: StandingRow): Assignment {
  if (row.state !== 'PENDING' && row.state !== 'CONFIRMED') throw new Unreadable();
  return {
    id: must(row.id), recipient: must(recipientOf(row)), team: row.names?.[0] ?? null, purposes: purposesIn(row.purposes),
    from: momentIn(row.starts), to: row.ends === null ? null : momentIn(row.ends), confirmed: row.state === 'CONFIRMED',
  };
}

const refusalIn = (row: StandingRow): Refusal => ({
  id: must(row.id), recipient: must(recipientOf(row)), categories: maskIn(row.categories),
  purpose: must(row.purposes)[0] === null ? null : must(purposesIn(row.purposes)[0]),
});

const exclusionIn = (row: StandingRow): Exclusion => ({ id: must(row.id), recipient: must(recipientOf(row)) });

interface Facts extends PersonFacts {
  assignments: Assignment[];
  exclusions: Exclusion[];
  hold: string | null;
  refusals: Refusal[];
  grants: Grant[];
  unreadable: boolean;
}

function add(facts: Facts, row: StandingRow): void {
  switch (row.source) {
    case 'assignment': facts.assignments.push(assignmentIn(row)); break;
    case 'grant': facts.grants.push(grantIn(row)); break;
    case 'refusal': facts.refusals.push(refusalIn(row)); break;
    case 'exclusion': facts.exclusions.push(exclusionIn(row)); break;
    case 'hold': facts.hold = must(row.id); break;
    default: throw new Unreadable();
  }
}

/**
 * The facts about each person who was asked for, one entry for everybody: somebody without a row has none. The one place
 * where rows become facts. A row that cannot be read is never skipped: it might be a refusal, so its person is
 * unreadable.
 */
export function parseFacts(people: readonly string[], rows: readonly StandingRow[]): ReadonlyMap<string, PersonFacts> {
  const everybody = new Map<string, Facts>(people.map((person) => [person, { person, assignments: [], exclusions: [], hold: null, refusals: [], grants: [], unreadable: false }]));
  for (const row of rows) {
    if (row.person === null) continue;
    const facts = everybody.get(row.person);
    if (!facts) throw new HouseError('INTERNAL', 'the ledger answered about somebody who was not asked for');
    try {
      add(facts, row);
    } catch (cause) {
      if (!(cause instanceof Unreadable)) throw cause;
      facts.unreadable = true;
    }
  }
  return everybody;
}

/** Roles of an account; undefined when one is not in the list, for it might be the one that limits. */
export function rolesIn(texts: readonly (string | null)[] | null): Role[] | undefined {
  const roles = (texts ?? []).map((text) => parseRole(text));
  return texts !== null && roles.every((role) => role !== undefined) ? roles : undefined;
}

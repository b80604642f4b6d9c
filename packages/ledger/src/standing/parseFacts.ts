import { EVERYTHING, covers, fromInt8, type Assignment, type Authority, type Exclusion, type Grant, type Mask, type Opening, type PersonFacts, type Recipient, type Refusal } from '@thegither/consent';
import { AUTHORITY_KINDS, HouseError, POWERS, isDay, parsePurpose, parseRole, type Purpose, type Role } from '@thegither/vocabulary';
import type { AssignmentRow, AuthorityRow, ExclusionRow, FactRows, GrantRow, HoldRow, OpeningRow, RecipientRow, RefusalRow } from './standingSql.ts';

/** Thrown inside this file alone: the row's person is then marked unreadable, which withholds everything. */
class Unreadable extends Error {}

function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Unreadable();
  return value;
}

/** Exactly one of agency, team and worker, or nothing can be said of whom it means. */
function recipientOf({ agency, team, worker }: RecipientRow): Recipient {
  if (agency !== null && team === null && worker === null) return { kind: 'agency', agency };
  if (agency === null && team !== null && worker === null) return { kind: 'team', team };
  if (agency === null && team === null && worker !== null) return { kind: 'worker', worker };
  throw new Unreadable();
}

/** A set of categories that are all in the register: a bit that nobody knows may be the one that mattered. */
function maskIn(text: string | null): Mask {
  const mask = must(fromInt8(text));
  if (!covers(EVERYTHING, mask)) throw new Unreadable();
  return mask;
}

function momentIn(value: number | string | null): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Unreadable();
  return value;
}

const purposeIn = (text: string | null): Purpose => must(parsePurpose(text));

const MODES = ['VIEW', 'COPY'] as const;

const GRANT_STATES: readonly Grant['state'][] = ['RECORDED_UNCONFIRMED', 'ACTIVE', 'PAUSED', 'WITHDRAWN', 'SUPERSEDED', 'RENOUNCED', 'INVALIDATED'];

function dayIn(text: string | null): string | null {
  if (text !== null && !isDay(text)) throw new Unreadable();
  return text;
}

function grantIn(row: GrantRow): Grant {
  // The days of the rows that alone are shared: none, or days that are days and end after they begin.
  const dataFrom = dayIn(row.data_from), dataTo = dayIn(row.data_to);
  if (dataFrom !== null && dataTo !== null && dataTo < dataFrom) throw new Unreadable();
  return {
    id: must(row.id), recipient: recipientOf(row), purpose: purposeIn(row.purpose), categories: maskIn(row.categories), sources: must(row.sources).map(must), dataFrom, dataTo,
    mode: must(MODES.find((mode) => mode === row.mode)), from: momentIn(row.starts), to: momentIn(row.ends), usedAt: row.used === null ? null : momentIn(row.used),
    state: must(GRANT_STATES.find((state) => state === row.state)),
  };
}

function assignmentIn(row: AssignmentRow): Assignment {
  if (row.state !== 'PENDING' && row.state !== 'CONFIRMED') throw new Unreadable();
  return {
    id: must(row.id), recipient: recipientOf(row), team: row.led, purposes: must(row.purposes).map(purposeIn),
    from: momentIn(row.starts), to: row.ends === null ? null : momentIn(row.ends), confirmed: row.state === 'CONFIRMED',
  };
}

function authorityIn(row: AuthorityRow): Authority {
  if (row.state !== 'PENDING' && row.state !== 'CONFIRMED') throw new Unreadable();
  return {
    id: must(row.id), representative: must(row.representative), kind: must(AUTHORITY_KINDS.find((kind) => kind === row.kind)),
    powers: must(row.powers).map((power) => must(POWERS.find((one) => one === power))), categories: maskIn(row.categories),
    from: momentIn(row.starts), to: row.ends === null ? null : momentIn(row.ends), confirmed: row.state === 'CONFIRMED',
  };
}

const refusalIn = (row: RefusalRow): Refusal => ({
  id: must(row.id), recipient: recipientOf(row), categories: maskIn(row.categories), purpose: row.purpose === null ? null : purposeIn(row.purpose),
});

const exclusionIn = (row: ExclusionRow): Exclusion => ({ id: must(row.id), recipient: recipientOf(row) });

const OPENING_REASONS: readonly Opening['reason'][] = ['BREAK_GLASS', 'STATUTORY'];

const openingIn = (row: OpeningRow): Opening => ({
  id: must(row.id), reason: must(OPENING_REASONS.find((reason) => reason === row.kind)), worker: must(row.worker), agency: must(row.at_agency), categories: maskIn(row.categories),
  from: momentIn(row.starts), to: momentIn(row.ends), toldFrom: momentIn(row.told),
});

interface Facts extends PersonFacts {
  readonly assignments: Assignment[];
  readonly exclusions: Exclusion[];
  hold: string | null;
  readonly refusals: Refusal[];
  readonly grants: Grant[];
  readonly authorities: Authority[];
  readonly openings: Opening[];
  unreadable: boolean;
}

const factsOf = (person: string): Facts => ({ person, assignments: [], exclusions: [], hold: null, refusals: [], grants: [], authorities: [], openings: [], unreadable: false });

/**
 * The facts about each person who was asked for, one entry for everybody: somebody without a row has none. The one place
 * where rows become facts. A row that cannot be read is never skipped: it might be a refusal, so its person is
 * unreadable.
 */
export function parseFacts(people: readonly string[], rows: FactRows): ReadonlyMap<string, PersonFacts> {
  const everybody = new Map<string, Facts>(people.map((person) => [person, factsOf(person)]));
  const each = <R extends { readonly person: string }>(some: readonly R[] | null, add: (facts: Facts, row: R) => unknown): void => {
    for (const row of some ?? []) {
      const facts = everybody.get(row.person);
      if (!facts) throw new HouseError('INTERNAL', 'the ledger answered about somebody who was not asked for');
      try {
        add(facts, row);
      } catch (cause) {
        if (!(cause instanceof Unreadable)) throw cause;
        facts.unreadable = true;
      }
    }
  };
  each(rows.assignments, (facts, row) => facts.assignments.push(assignmentIn(row)));
  each(rows.grants, (facts, row) => facts.grants.push(grantIn(row)));
  each(rows.refusals, (facts, row) => facts.refusals.push(refusalIn(row)));
  each(rows.exclusions, (facts, row) => facts.exclusions.push(exclusionIn(row)));
  each(rows.openings, (facts, row) => facts.openings.push(openingIn(row)));
  each(rows.authorities, (facts, row) => facts.authorities.push(authorityIn(row)));
  each<HoldRow>(rows.holds, (facts, { id }) => { facts.hold = must(id); });
  return everybody;
}

/** Roles of an account; undefined when one is not in the list, for it might be the one that limits. */
export function rolesIn(texts: readonly (string | null)[] | null): Role[] | undefined {
  const roles = (texts ?? []).map((text) => parseRole(text));
  return texts !== null && roles.every((role) => role !== undefined) ? roles : undefined;
}

import type { Assignment, Authority, Exclusion, Grant, Instant, PersonFacts, Refusal } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { Actor, GivenGrant } from '../events/event.ts';
import { closingIn, type Closing } from './closingIn.ts';
import { AGREED_BY, evidenceIn, type AgreedBy, type AgreedByRow } from './evidenceIn.ts';
import { readFacts, type Db } from '../standing/readStanding.ts';

/** When it was recorded. */
interface Since {
  readonly since: Instant;
}

/** What a grant stands on, what the person can do about it, and the grant that it goes on from. */
export interface Law {
  readonly basis: GivenGrant['basis'];
  readonly control: GivenGrant['control'];
  readonly renews: string | null;
}

/** Everything that stands about a person's sharing, as the person reads it: latest first. */
export interface Sharing {
  readonly grants: readonly (Omit<Grant, 'state'> & Since & Law & Closing & { readonly agreedBy: AgreedBy | null })[];
  readonly refusals: readonly (Refusal & Since)[];
  readonly hold: ({ readonly id: string } & Since) | null;
  readonly exclusions: readonly (Exclusion & Since)[];
  /** `code` only while the assignment waits for it. It is for the person's eyes alone. `asks`: why, in the words of a worker who asked for themselves; null where somebody else asked for them. */
  readonly assignments: readonly (Assignment & Since & { readonly state: 'PENDING' | 'CONFIRMED' | 'ENDED'; readonly code: string | null; readonly asks: string | null })[];
  /** Who acts, acted or is to act for the person. */
  readonly authorities: readonly (Authority & { readonly state: AuthorityState })[];
}

/** How somebody who acts for the person stands: waiting for a second worker, acting, or no more. */
export type AuthorityState = 'PENDING' | 'CONFIRMED' | 'ENDED';

interface Recorded {
  readonly since: Instant;
  readonly code: string | null;
  /** Of an assignment alone. */
  readonly asks: string | null;
  /** Of a grant alone. */
  readonly law: Law | null;
  readonly agreedBy: AgreedBy | null;
  /** The event that ended it; null while none has. */
  readonly ended: { readonly at: Instant; readonly actor: Actor } | null;
}

interface Row extends AgreedByRow { readonly id: string; readonly at: Date; readonly code: string | null; readonly asks: string | null; readonly basis: string | null; readonly control: string | null; readonly renews: string | null; readonly ended_at: Date | null; readonly ended_by: Actor | null }

const BASES: readonly Law['basis'][] = ['CONSENT', 'PUBLIC_TASK', 'LEGAL_OBLIGATION', 'VITAL_INTERESTS'];
const CONTROLS: readonly Law['control'][] = ['CONSENT', 'AGREEMENT', 'TOLD'];

function lawIn({ basis, control, renews }: Row): Law | null {
  const stands = BASES.find((one) => one === basis), can = CONTROLS.find((one) => one === control);
  return stands && can ? { basis: stands, control: can, renews } : null;
}

/** Their own words, which they know the person reads; a lead's are for the team. */
const ASKS = `CASE WHEN event.kind = 'WORKER_ASSIGNED' AND event.actor->>'id' = event.body->'assignment'->'recipient'->>'worker' THEN event.body->'assignment'->>'reason' END`;

async function readRecorded(db: Db, people: readonly string[]): Promise<(id: string) => Recorded> {
  const { rows } = await db.query<Row>(
    `SELECT row.id, event.at, ${AGREED_BY}, row.code, ${ASKS} AS asks, row.basis, row.control, row.renews, ended.at AS ended_at, ended.actor AS ended_by FROM (
       SELECT id, opened_event, ended_event, NULL AS code, basis, control, renews FROM sharing_grant WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, ended_event, NULL, NULL, NULL, NULL FROM refusal WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, ended_event, NULL, NULL, NULL, NULL FROM exclusion WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, ended_event, NULL, NULL, NULL, NULL FROM hold WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, ended_event, code, NULL, NULL, NULL FROM assignment WHERE person = ANY ($1::text[])
     ) AS row JOIN event ON event.id = row.opened_event LEFT JOIN event ended ON ended.id = row.ended_event`,
    [people],
  );
  const recorded = new Map(rows.map((row) => [row.id, { since: row.at.getTime(), code: row.code, asks: row.asks, law: lawIn(row), agreedBy: evidenceIn(row.id, row), ended: endedIn(row) }]));
  return (id) => {
    const found = recorded.get(id);
    if (!found) throw new HouseError('INTERNAL', 'a row of the ledger has no event');
    return found;
  };
}

const endedIn = ({ ended_at: at, ended_by: actor }: Row): Recorded['ended'] => at && actor && { at: at.getTime(), actor };

/** Throws INTERNAL for a grant whose law cannot be read: it is never made up. */
function lawOf({ law }: Recorded): Law {
  if (!law) throw new HouseError('INTERNAL', 'what a grant in the ledger stands on cannot be read');
  return law;
}

const stateOf = ({ confirmed, to }: Assignment | Authority, at: Instant) => {
  if (to !== null && to <= at) return 'ENDED' as const;
  return confirmed ? 'CONFIRMED' as const : 'PENDING' as const;
};

const latestFirst = <T extends Since>(rows: readonly T[]): T[] => rows.toSorted((a, b) => b.since - a.since);

function sharingIn(facts: PersonFacts, at: Instant, recorded: (id: string) => Recorded): Sharing {
  if (facts.unreadable) throw new HouseError('INTERNAL', "a person's sharing in the ledger cannot be read");
  const since = <T extends { id: string }>(row: T) => ({ ...row, since: recorded(row.id).since });
  return {
    grants: latestFirst(facts.grants.map((grant) => ({ ...since(grant), ...lawOf(recorded(grant.id)), agreedBy: recorded(grant.id).agreedBy, ...closingIn(grant, recorded(grant.id).ended, at) }))),
    refusals: latestFirst(facts.refusals.map(since)),
    hold: facts.hold === null ? null : since({ id: facts.hold }),
    exclusions: latestFirst(facts.exclusions.map(since)),
    authorities: facts.authorities.map((one) => ({ ...one, state: stateOf(one, at) })).toSorted((a, b) => b.from - a.from),
    assignments: latestFirst(facts.assignments.map((one) => {
      const state = stateOf(one, at);
      return { ...since(one), state, code: state === 'PENDING' ? recorded(one.id).code : null, asks: recorded(one.id).asks };
    })),
  };
}

/** What these people agreed to, refused, stopped and excluded, and who is assigned: an entry for everybody. Throws INTERNAL when a row cannot be read: it is never left out. */
export async function readSharing(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, Sharing>> {
  const { at, facts } = await readFacts(db, people);
  // Read after the facts, so that every row of theirs has its event here.
  const recorded = await readRecorded(db, people);
  return new Map([...facts].map(([person, one]) => [person, sharingIn(one, at, recorded)]));
}

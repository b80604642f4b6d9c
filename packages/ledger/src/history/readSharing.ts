import type { Assignment, Exclusion, Grant, Instant, PersonFacts, Refusal } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { readFacts, type Db } from '../standing/readStanding.ts';

/** When it was recorded. */
interface Since {
  readonly since: Instant;
}

/** Everything that stands about a person's sharing, as the person reads it: latest first. */
export interface Sharing {
  readonly grants: readonly (Omit<Grant, 'state'> & Since & { readonly state: Grant['state'] | 'EXPIRED' })[];
  readonly refusals: readonly (Refusal & Since)[];
  readonly hold: ({ readonly id: string } & Since) | null;
  readonly exclusions: readonly (Exclusion & Since)[];
  /** `code` only while the assignment waits for it. It is for the person's eyes alone. */
  readonly assignments: readonly (Assignment & Since & { readonly state: 'PENDING' | 'CONFIRMED' | 'ENDED'; readonly code: string | null })[];
}

interface Recorded {
  readonly since: Instant;
  readonly code: string | null;
}

async function readRecorded(db: Db, people: readonly string[]): Promise<(id: string) => Recorded> {
  const { rows } = await db.query<{ id: string; at: Date; code: string | null }>(
    `SELECT row.id, event.at, row.code FROM (
       SELECT id, opened_event, NULL AS code FROM sharing_grant WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, NULL FROM refusal WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, NULL FROM exclusion WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, NULL FROM hold WHERE person = ANY ($1::text[])
       UNION ALL SELECT id, opened_event, code FROM assignment WHERE person = ANY ($1::text[])
     ) AS row JOIN event ON event.id = row.opened_event`,
    [people],
  );
  const recorded = new Map(rows.map(({ id, at, code }) => [id, { since: at.getTime(), code }]));
  return (id) => {
    const found = recorded.get(id);
    if (!found) throw new HouseError('INTERNAL', 'a row of the ledger has no event');
    return found;
  };
}

const stateOf = ({ confirmed, to }: Assignment, at: Instant) => {
  if (to !== null && to <= at) return 'ENDED' as const;
  return confirmed ? 'CONFIRMED' as const : 'PENDING' as const;
};

const latestFirst = <T extends Since>(rows: readonly T[]): T[] => rows.toSorted((a, b) => b.since - a.since);

function sharingIn(facts: PersonFacts, at: Instant, recorded: (id: string) => Recorded): Sharing {
  if (facts.unreadable) throw new HouseError('INTERNAL', "a person's sharing in the ledger cannot be read");
  const since = <T extends { id: string }>(row: T) => ({ ...row, since: recorded(row.id).since });
  return {
    grants: latestFirst(facts.grants.map((grant) => ({ ...since(grant), state: grant.state === 'ACTIVE' && grant.to <= at ? 'EXPIRED' as const : grant.state }))),
    refusals: latestFirst(facts.refusals.map(since)),
    hold: facts.hold === null ? null : since({ id: facts.hold }),
    exclusions: latestFirst(facts.exclusions.map(since)),
    assignments: latestFirst(facts.assignments.map((one) => {
      const state = stateOf(one, at);
      return { ...since(one), state, code: state === 'PENDING' ? recorded(one.id).code : null };
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

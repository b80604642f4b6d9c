import type { ClientBase, Pool, QueryConfig } from 'pg';
import { fromInt8, type Asker, type Instant, type PersonFacts } from '@thegither/consent';
import { HouseError, type Caller } from '@thegither/vocabulary';
import { parseFacts, rolesIn } from './parseFacts.ts';
import { FACTS_SQL, PERSON_STANDING_SQL, WORKER_STANDING_SQL, type StandingRow } from './standingSql.ts';

/** What speaks SQL: the pool, or the one connection of a transaction. */
export type Db = Pool | ClientBase;

/** Who asks, about whom, and when: of one moment. */
export interface Standing {
  /** By the ledger's clock, in milliseconds with fractions. */
  readonly at: Instant;
  readonly asker: Asker;
  /** One entry for everybody who was asked for. */
  readonly facts: ReadonlyMap<string, PersonFacts>;
}

/**
 * Reads who asks and all facts about these people in one statement. A person caller's id is the ledger's. Throws
 * UNAUTHENTICATED for a worker without an account, FORBIDDEN when their token names another agency than the account.
 */
export async function readStanding(db: Db, caller: Caller, people: readonly string[]): Promise<Standing> {
  const row = await ask(db, caller.kind === 'person'
    ? { name: 'person-standing', text: PERSON_STANDING_SQL, values: [people, caller.person] }
    : { name: 'worker-standing', text: WORKER_STANDING_SQL, values: [people, caller.worker] });
  return { at: row.at, asker: caller.kind === 'person' ? caller : askerIn(caller, row.asker), facts: parseFacts(people, row) };
}

/** Reads all facts about these people, and the ledger's clock, in one statement. */
export async function readFacts(db: Db, people: readonly string[]): Promise<Pick<Standing, 'at' | 'facts'>> {
  const row = await ask(db, { name: 'facts', text: FACTS_SQL, values: [people] });
  return { at: row.at, facts: parseFacts(people, row) };
}

async function ask(db: Db, statement: QueryConfig): Promise<StandingRow> {
  const { rows } = await db.query<StandingRow>(statement);
  return rows[0]!;
}

/** The account beside the token. What cannot be read there opens nothing. */
function askerIn(caller: Caller & { kind: 'worker' }, row: StandingRow['asker']): Asker {
  if (!row) throw new HouseError('UNAUTHENTICATED', 'The token is valid, but there is no such account here.');
  if (row.agency !== caller.agency) throw new HouseError('FORBIDDEN', 'The account belongs to another agency than the token says.');
  const roles = rolesIn(row.roles);
  const holds = fromInt8(row.holds), agreed = fromInt8(row.receives);
  if (!roles || holds === undefined || agreed === undefined) throw new HouseError('INTERNAL', 'The account cannot be read, so nothing is decided for it.');
  return { kind: 'worker', worker: { worker: caller.worker, agency: caller.agency, team: row.team, roles }, agreed, holds };
}

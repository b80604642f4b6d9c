import { failure } from '../connection/failure.ts';
import { openPool } from '../connection/openPool.ts';
import { readPeople } from '../verify/readPeople.ts';
import { verifyLedger, type Verification } from '../verify/verifyLedger.ts';
import { rebuildPerson } from './rebuildPerson.ts';

/** What was rebuilt: nothing, where a history is not whole. */
export interface Rebuilt {
  readonly people: number;
  readonly rows: number;
  /** What is wrong with the events. Not 0: the tables are as they were. */
  readonly findings: number;
}

const PEOPLE_AT_ONCE = 200;

/**
 * Drops what the tables say about everybody and writes anew what follows from the events. It comes as the owner: no
 * service may remove a row. When any history is broken it refuses before it has changed anything, for then nobody knows
 * what a person chose.
 *
 * Person by person, each in a transaction under that person's lock, and not all in one: so the house stays open
 * meanwhile, nobody ever meets a person with half of their choices (a refusal missing would open something), and
 * whatever ends it in the middle leaves everybody either as before or rebuilt. Doing it again goes on.
 */
export async function rebuildProjection(connectionString: string, { tell, tellProgress = () => undefined }: Pick<Verification, 'tell'> & { readonly tellProgress?: (so: Rebuilt) => void } = {}): Promise<Rebuilt> {
  const { findings } = await verifyLedger(connectionString, { tell, historiesOnly: true });
  const so = { people: 0, rows: 0, findings };
  if (findings > 0) return so;
  const pool = openPool({ connectionString, connections: 2 });
  try {
    const client = await pool.connect();
    try {
      for await (const people of readPeople(client, PEOPLE_AT_ONCE)) {
        for (const person of people) so.rows += await rebuildPerson(pool, person);
        so.people += people.length;
        tellProgress({ ...so });
      }
    } finally {
      client.release(true);
    }
    return so;
  } catch (cause) {
    throw failure(cause);
  } finally {
    await pool.end();
  }
}

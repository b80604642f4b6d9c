import type { Pool } from 'pg';
import { failure, wasInTheWay } from '../connection/failure.ts';
import { holdAlone } from '../connection/locks.ts';
import { transaction, type Patience } from '../connection/transaction.ts';
import { readEvents } from '../events/readEvents.ts';
import { replay } from '../projection/replay.ts';
import { PROJECTION_TABLES, type Change } from '../projection/rows.ts';
import { writeChanges } from '../projection/writeChanges.ts';

const PATIENCE: Patience = { lockMs: 2_000, statementMs: 30_000 };
const TRIES = 5;

/**
 * Removes every row about one person that follows from events and writes anew what does follow, as it would have been
 * written in life: one transaction that holds the person's lock alone, so that no release and no change meets half of it.
 * Answers how many rows there are. Throws INTERNAL when the history is not whole: then all stays as it was.
 */
export async function rebuildPerson(pool: Pool, person: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(pool, PATIENCE, (client) => holdAlone(client, person), async (client) => {
        const rows = rowsOf(replay(await readEvents(client, person)));
        await Promise.all(PROJECTION_TABLES.map((table) => client.query(`DELETE FROM "${table}" WHERE person = $1`, [person])));
        await writeChanges(client, rows);
        return { keep: true, answer: rows.length };
      });
    } catch (cause) {
      if (attempt >= TRIES || !wasInTheWay(cause)) throw failure(cause);
    }
  }
}

const rowsOf = (projection: ReturnType<typeof replay>): Change[] =>
  PROJECTION_TABLES.flatMap((table) => Object.values(projection[table]).map((add) => ({ table, add }) as Change));

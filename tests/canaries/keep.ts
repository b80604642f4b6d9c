import { randomUUID } from 'node:crypto';
import type { HouseDatabases } from '@thegither/local';
import type { SpineId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { identifiers } from '../harness/twins.ts';

/** Writes into each room that a row was kept from the person whom it is about: one that is not there, so that nothing is shut by it, and why and by whom is nobody's to read. */
export async function keepSomething(rooms: HouseDatabases['rooms'], person: SpineId): Promise<void> {
  await Promise.all(Object.entries(rooms).map(async ([room, url]) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `INSERT INTO "Restriction" (id, person, agency, record, kind, ground, reason, "restrictedBy", "restrictedAt", until, key, reviewer, "reviewedAt", "endedBy", "endedAt")
       VALUES ($1, $2, 'nhs-fife', $3, 'a row', 'HEALTH', 'It would harm them.', 'niamh', now(), current_date + 30, 'a key', 'somebody else', now(), 'a lead', now())`,
      [randomUUID(), identifiers.issue(room, person), randomUUID()]);
    await client.end();
  }));
}

import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { record, type Act, type Done } from './record.ts';

/** The person stops all sharing. No worker can undo it. Said twice it is recorded twice and stands once: stopping never fails because it is stopped. */
export async function stopAll(pool: Pool, act: Act): Promise<Done> {
  return record(pool, act, { verb: 'stopAll' }, ({ facts }) => ({
    kind: 'SHARING_STOPPED', body: { hold: facts.hold ?? randomUUID(), again: facts.hold !== null },
  }));
}

import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { mustExist } from './mustExist.ts';
import { readRecipient, type RecipientInput } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';

/** Who is kept out. */
export interface Exclude extends Act {
  readonly recipient: RecipientInput;
}

/** The person keeps a worker, team or agency out: to them the person is unknown from now on. */
export async function exclude(pool: Pool, { recipient, ...act }: Exclude): Promise<Done> {
  const excluded = readRecipient(recipient);
  return record(pool, act, { verb: 'exclude', recipient: excluded }, async ({ client }) => {
    await mustExist(client, excluded);
    return { kind: 'EXCLUDED', body: { exclusion: randomUUID(), recipient: excluded } };
  });
}

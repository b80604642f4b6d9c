import type { Pool } from 'pg';
import { openGrant } from './openGrant.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** The person pauses a grant: it opens nothing until they let it go on. Throws INVALID_INPUT unless it holds now. */
export async function pauseGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  return record(pool, act, { verb: 'pauseGrant', grant }, (scene) =>
    openGrant(scene, grant).state === 'ACTIVE' ? { kind: 'GRANT_PAUSED', body: { grant } } : refuseInput('Only a grant that holds can be paused.'));
}

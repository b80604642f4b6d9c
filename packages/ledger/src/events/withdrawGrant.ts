import type { Pool } from 'pg';
import { openGrant } from './openGrant.ts';
import { record, type Act, type Done } from './record.ts';

/** A change of one grant: which one. */
export interface OfGrant extends Act {
  readonly grant: string;
}

/**
 * The person takes back a grant: from the commit on no disclosure cites it. Throws INVALID_INPUT when it is not a grant
 * of this person or has ended already.
 * @see UK GDPR Article 7(3)
 */
export async function withdrawGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  return record(pool, act, { verb: 'withdrawGrant', grant }, (scene) => ({ kind: 'GRANT_WITHDRAWN', body: { grant: openGrant(scene, grant).id } }));
}

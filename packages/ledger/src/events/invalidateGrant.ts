import type { Pool } from 'pg';
import { onlyThePerson } from './onlyThePerson.ts';
import { openGrant } from './openGrant.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** "That's not right": the person never agreed to what a worker recorded. Throws INVALID_INPUT for a grant of their own, which they withdraw. */
export async function invalidateGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'invalidateGrant', grant }, (scene) =>
    openGrant(scene, grant).state === 'RECORDED_UNCONFIRMED' ? { kind: 'GRANT_INVALIDATED', body: { grant } } : refuseInput('This grant is the person’s own: withdraw it.'));
}

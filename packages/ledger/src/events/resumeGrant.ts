import type { Pool } from 'pg';
import { onlyThePerson } from './onlyThePerson.ts';
import { openGrant } from './openGrant.ts';
import { record, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import type { OfGrant } from './withdrawGrant.ts';

/** The person lets a paused grant go on, to the day on which it was to end. By the person alone. Throws INVALID_INPUT unless it is paused. */
export async function resumeGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'resumeGrant', grant }, (scene) =>
    openGrant(scene, grant).state === 'PAUSED' ? { kind: 'GRANT_RESUMED', body: { grant } } : refuseInput('This grant is not paused.'));
}

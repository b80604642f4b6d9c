import type { Pool } from 'pg';
import { onlyThePerson } from './onlyThePerson.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** The person ends their own stop; what they had agreed to holds again. By the person alone. Throws INVALID_INPUT when nothing is stopped. */
export async function resumeSharing(pool: Pool, act: Act): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'resumeSharing' }, ({ facts: { hold } }) =>
    hold === null ? refuseInput('Sharing is not stopped.') : { kind: 'SHARING_RESUMED', body: { hold } });
}

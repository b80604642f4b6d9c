import type { Pool } from 'pg';
import { onlyThePerson } from './onlyThePerson.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Who is let in again. */
export interface EndExclusion extends Act {
  readonly exclusion: string;
}

/** The person lets somebody in again whom they kept out. By the person alone; it opens no more than was agreed. Throws INVALID_INPUT when nobody is kept out by it. */
export async function endExclusion(pool: Pool, { exclusion, ...act }: EndExclusion): Promise<Done> {
  onlyThePerson(act);
  return record(pool, act, { verb: 'endExclusion', exclusion }, ({ facts }) =>
    facts.exclusions.some(({ id }) => id === exclusion) ? { kind: 'EXCLUSION_ENDED', body: { exclusion } } : refuseInput('Nobody is kept out by that.'));
}

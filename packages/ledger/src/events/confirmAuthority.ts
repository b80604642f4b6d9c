import type { Pool } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { isSecond, openAuthority, recorderOf } from './authorityOf.ts';
import { mustBeReadable } from './mustBeReadable.ts';
import { mustBeTheirOnlyOne } from './onlyOne.ts';
import { readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Which authority a second worker confirms, and why. */
export interface ConfirmAuthority extends Act {
  readonly authority: string;
  readonly reason: string;
}

/**
 * A second one has looked at it too: from now on it opens what it covers. By a lead of the agency of the worker who
 * recorded it, or by a data protection lead; never by the worker who recorded it. Throws FORBIDDEN for anybody else.
 */
export async function confirmAuthority(pool: Pool, { authority, reason, ...act }: ConfirmAuthority): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a second worker confirms it.');
  const why = readWords(reason);
  return record(pool, act, { verb: 'confirmAuthority', authority, reason: why }, async (scene) => {
    mustBeReadable(scene);
    const { confirmed, representative } = openAuthority(scene, authority);
    if (confirmed) return refuseInput('This authority is confirmed already.');
    if (!(await isSecond(scene.client, act.actor, await recorderOf(scene.client, authority)))) {
      throw new HouseError('FORBIDDEN', 'A lead of the agency confirms it, or a data protection lead, and never who recorded it.');
    }
    mustBeTheirOnlyOne(scene, representative);
    return { kind: 'AUTHORITY_CONFIRMED', body: { authority, reason: why } };
  });
}

import type { Pool, PoolClient } from 'pg';
import type { Authority } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { isForAnother } from './actingFor.ts';
import { isSecond, openAuthority, recorderOf } from './authorityOf.ts';
import { readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Who acts for the person no more, and why. */
export interface EndAuthority extends Act {
  readonly authority: string;
  /** Needed of a worker. */
  readonly reason?: string | null;
}

/**
 * Somebody acts for the person no more, from the commit on. Whom the person appointed, the person ends, or a worker for
 * them; what a document of law gives, a lead of the agency that recorded it or a data protection lead ends, and while it
 * waits also who recorded it. Whoever acts may always give up their own. Throws FORBIDDEN for anybody else.
 */
export async function endAuthority(pool: Pool, { authority, reason, ...act }: EndAuthority): Promise<Done> {
  const why = reason === undefined || reason === null ? null : readWords(reason);
  if (why === null && act.actor.kind === 'worker') return refuseInput('Say why it ends.');
  return record(pool, act, { verb: 'endAuthority', authority, reason: why }, async (scene) => {
    const standing = openAuthority(scene, authority);
    if (!(await mayEnd(scene.client, act, standing))) throw new HouseError('FORBIDDEN', 'Whoever acts for the person ends it, the person whom they appointed, or a lead who answers for it.');
    return { kind: 'AUTHORITY_ENDED', body: { authority, reason: why } };
  });
}

async function mayEnd(client: PoolClient, act: Act, { id, kind, representative, confirmed }: Authority): Promise<boolean> {
  if (isForAnother(act)) return representative === act.actor.id;
  if (kind === 'APPOINTED' || act.actor.kind === 'person') return kind === 'APPOINTED';
  const recorder = await recorderOf(client, id);
  return (!confirmed && recorder === act.actor.id) || isSecond(client, act.actor, recorder);
}

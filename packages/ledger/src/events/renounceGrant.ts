import type { ClientBase, Pool } from 'pg';
import type { Recipient } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { openGrant } from './openGrant.ts';
import type { Actor } from './event.ts';
import { record, type Done } from './record.ts';
import type { OfGrant } from './withdrawGrant.ts';

/**
 * A recipient gives up what the person shares with them: a worker what is shared with them by name, a team's lead what
 * is shared with the team or its agency. Throws FORBIDDEN for anybody else.
 */
export async function renounceGrant(pool: Pool, { grant, ...act }: OfGrant): Promise<Done> {
  return record(pool, act, { verb: 'renounceGrant', grant }, async (scene) => {
    const { recipient } = openGrant(scene, grant);
    if (!(await speaksFor(scene.client, act.actor, recipient))) throw new HouseError('FORBIDDEN', 'Only whom it is shared with can give it up.');
    return { kind: 'GRANT_RENOUNCED', body: { grant } };
  });
}

async function speaksFor(client: ClientBase, actor: Actor, recipient: Recipient): Promise<boolean> {
  if (actor.kind !== 'worker') return false;
  if (recipient.kind === 'worker') return recipient.worker === actor.id;
  const { rows } = await client.query<{ agency: string; team: string | null }>(`SELECT agency, team FROM worker WHERE id = $1 AND 'TEAM_LEAD' = ANY (roles)`, [actor.id]);
  return rows.some(({ agency, team }) => (recipient.kind === 'team' ? team === recipient.team : agency === recipient.agency));
}

import type { ClientBase } from 'pg';
import type { Authority } from '@thegither/consent';
import type { Actor } from './event.ts';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** An authority of this person that has not ended, confirmed or not. Throws INVALID_INPUT for any other id, and when it has ended. */
export function openAuthority({ facts, at }: Pick<Scene, 'facts' | 'at'>, id: string): Authority {
  const standing = facts.authorities.find((one) => one.id === id);
  if (!standing) return refuseInput('Nobody acts for this person by that.');
  return standing.to !== null && standing.to <= at ? refuseInput('This authority has ended already.') : standing;
}

/** Who recorded it; null where the person appointed somebody. */
export async function recorderOf(client: ClientBase, authority: string): Promise<string | null> {
  const { rows } = await client.query<{ recorded_by: string | null }>('SELECT recorded_by FROM authority WHERE id = $1', [authority]);
  return rows[0]?.recorded_by ?? null;
}

/** Is this worker, as their account is now, a lead of the agency of the one who recorded it, or a data protection lead? Never the one who recorded it. */
export async function isSecond(client: ClientBase, { kind, id }: Actor, recorder: string | null): Promise<boolean> {
  if (kind !== 'worker' || recorder === null || id === recorder) return false;
  const { rows } = await client.query<{ id: string; agency: string; roles: string[] | null }>('SELECT id, agency, roles FROM worker WHERE id = ANY ($1::text[])', [[id, recorder]]);
  const second = rows.find((row) => row.id === id), first = rows.find((row) => row.id === recorder);
  const leads = second?.roles?.includes('TEAM_LEAD') === true && second.agency === first?.agency;
  return leads || second?.roles?.includes('DATA_PROTECTION_LEAD') === true;
}

import type { ClientBase } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import type { Actor } from './event.ts';

/** By the account as it is now, and not by the token: only a data protection lead checks looks. Throws FORBIDDEN. */
export async function mustOversee(client: ClientBase, { kind, id }: Actor): Promise<void> {
  const { rows } = await client.query<{ roles: string[] | null }>('SELECT roles FROM worker WHERE id = $1', [id]);
  if (kind !== 'worker' || !rows[0]?.roles?.includes('DATA_PROTECTION_LEAD')) throw new HouseError('FORBIDDEN', 'Only a data protection lead can do this.');
}

import type { ClientBase } from 'pg';

/** What the agency has said to a notice so far; undefined for nothing. Read under the person's lock. */
export async function replyTo(client: ClientBase, ending: string): Promise<{ readonly outcome: string | null } | undefined> {
  const { rows } = await client.query<{ outcome: string | null }>('SELECT outcome FROM ending_reply WHERE id = $1', [ending]);
  return rows[0];
}

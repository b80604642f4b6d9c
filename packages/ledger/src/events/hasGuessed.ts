import type { ClientBase } from 'pg';

/** A code of six digits can be guessed: after so many wrong ones no code confirms anything. */
export const WRONG_CODES = 5;

/**
 * Has this worker used up their wrong codes about this person? All that were never confirmed count together, so that to ask
 * again, or often beforehand, is no way to guess more.
 */
export async function hasGuessed(client: ClientBase, person: string, worker: string | null): Promise<boolean> {
  const { rows } = await client.query<{ wrong: number }>(
    'SELECT coalesce(sum(wrong_codes), 0)::int4 AS wrong FROM assignment WHERE person = $1 AND recipient_worker = $2 AND confirmed_event IS NULL', [person, worker]);
  return rows[0]!.wrong >= WRONG_CODES;
}

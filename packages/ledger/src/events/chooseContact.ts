import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { HouseError } from '@thegither/vocabulary';
import { REMINDER_WAYS } from './event.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** By which way the person wants to be reminded. */
export interface ChooseContact extends Act {
  /** One of `REMINDER_WAYS`. */
  readonly way: string;
}

/**
 * The person says by which way reminders may reach them, or by none; or a worker writes down what they said. What the
 * person says takes the place of everything before; what a worker writes takes the place of what workers wrote before,
 * and beside the person's own word counts only where it says NONE (see `wayOf`). It is recorded and answered alike,
 * whatever stood before. No address is in it: those are the people service's.
 */
export async function chooseContact(pool: Pool, { way: wanted, ...act }: ChooseContact): Promise<Done> {
  // Nor anybody who acts for them: reminders are for the person's own eyes.
  if (act.actor.kind === 'person' && act.actor.id !== act.person) throw new HouseError('FORBIDDEN', 'Nobody else says by which way a person is reminded.');
  const way = REMINDER_WAYS.find((one) => one === wanted) ?? refuseInput('There is no such way to be reminded.');
  const saidBy = act.actor.kind === 'person' ? 'PERSON' : 'WORKER';
  return record(pool, act, { verb: 'chooseContact', way }, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM contact_choice WHERE person = $1 AND ended_event IS NULL AND ($2 = 'PERSON' OR said_by = 'WORKER') ORDER BY id`, [act.person, saidBy]);
    return { kind: 'CONTACT_CHOSEN', body: { choice: randomUUID(), way, saidBy, instead: rows.map(({ id }) => id) } };
  });
}

import type { Instant } from '@thegither/consent';
import { REMINDER_WAYS, type ReminderWay } from '../events/event.ts';
import { wayOf } from '../reminders/wayOf.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** By which way a person is reminded. */
export interface ReminderChoice {
  readonly way: ReminderWay;
  /** When the last word on it was said; null where nothing was, which is NONE. */
  readonly since: Instant | null;
  /** Did a worker write that down? */
  readonly byWorker: boolean;
}

const UNSAID: ReminderChoice = { way: 'NONE', since: null, byWorker: false };

/** By which way these people are reminded: an entry for everybody. What cannot be read is no way. */
export async function readReminderChoices(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, ReminderChoice>> {
  const { rows } = await db.query<{ person: string; way: string; since: Instant; by: string }>(
    `SELECT DISTINCT ON (said.person) said.person, ${wayOf('said.person')} AS way, ${instant('e.at')} AS since, said.said_by AS by
       FROM contact_choice said JOIN event e ON e.id = said.opened_event WHERE said.person = ANY ($1::text[]) AND said.ended_event IS NULL
      ORDER BY said.person, said.way = ${wayOf('said.person')} DESC, said.said_by = 'PERSON' DESC`,
    [people],
  );
  const said = new Map(rows.map(({ person, way, since, by }): [string, ReminderChoice] => [person, { way: REMINDER_WAYS.find((one) => one === way) ?? 'NONE', since, byWorker: by === 'WORKER' }]));
  return new Map(people.map((person) => [person, said.get(person) ?? UNSAID]));
}

import type { ClientBase } from 'pg';
import type { Instant } from '@thegither/consent';
import { refuseInput } from './refuseInput.ts';

/**
 * The exclusive end of something that holds until the end of a calendar day in Scotland: of that day, or of the day six
 * months from now. Throws INVALID_INPUT for a day that is over, or more than twelve months away. The database knows
 * the calendar and the summer time.
 */
export async function endOf(client: ClientBase, day: string | undefined, at: Instant): Promise<string> {
  const { rows } = await client.query<{ ends: Date; over: boolean; far: boolean }>(
    `SELECT (coalesce($1::date, (today + interval '6 months')::date) + 1)::timestamp AT TIME ZONE 'Europe/London' AS ends,
            coalesce($1::date < today, false) AS over, coalesce($1::date > today + interval '12 months', false) AS far
       FROM (SELECT (to_timestamp($2::float8 / 1000) AT TIME ZONE 'Europe/London')::date AS today) AS now`,
    [day ?? null, at],
  );
  const { ends, over, far } = rows[0]!;
  if (over) return refuseInput('The last day is over already.');
  if (far) return refuseInput('The last day is more than twelve months away.');
  return ends.toISOString();
}

/** The exclusive end of a calendar day in Scotland, so many days from now at most. Throws INVALID_INPUT for a day that is over or further away. */
export async function dayWithin(client: ClientBase, day: string, at: Instant, days: number): Promise<string> {
  const { rows } = await client.query<{ ends: Date; over: boolean; far: boolean }>(
    `SELECT ($1::date + 1)::timestamp AT TIME ZONE 'Europe/London' AS ends, $1::date < today AS over, $1::date > today + $3::int AS far
       FROM (SELECT (to_timestamp($2::float8 / 1000) AT TIME ZONE 'Europe/London')::date AS today) AS now`,
    [day, at, days],
  );
  const { ends, over, far } = rows[0]!;
  if (over) return refuseInput('The last day is over already.');
  if (far) return refuseInput(`The last day is more than ${days} days away.`);
  return ends.toISOString();
}

import type { ClientBase } from 'pg';
import type { Instant } from '@thegither/consent';

/**
 * The same time of day in Scotland on the next day from Monday to Friday: when something has to be done within one working
 * day. Bank holidays are working days here, so that nothing waits longer for them.
 */
export async function withinWorkingDay(client: ClientBase, at: Instant): Promise<string> {
  const { rows } = await client.query<{ by: Date }>(
    `SELECT (local + CASE extract(isodow FROM local) WHEN 5 THEN interval '3 days' WHEN 6 THEN interval '2 days' ELSE interval '1 day' END) AT TIME ZONE 'Europe/London' AS by
       FROM (SELECT to_timestamp($1::float8 / 1000) AT TIME ZONE 'Europe/London' AS local) AS now`,
    [at],
  );
  return new Date(Math.floor(rows[0]!.by.getTime())).toISOString();
}

import type { Db } from './readStanding.ts';

/** From when to when something holds: whatever of it begins or ends by the clock is counted here. */
const passed = (table: string): string =>
  `(SELECT count(*) FILTER (WHERE access_from <= now.at) || '-' || count(*) FILTER (WHERE access_to <= now.at) FROM ${table} WHERE ${table}.person = asked.person)`;

/** How many of the events are of openings that the person is not told of yet: they change no mark before they are told, so that nobody learns of them by it. */
const UNTOLD = `(SELECT coalesce(sum(1 + num_nonnulls(o.reviewed_event)), 0) FROM opening o WHERE o.person = asked.person AND now.at < o.told_from)`;

const OPENINGS_PASSED = `(SELECT count(*) FROM opening o WHERE o.person = asked.person AND o.told_from <= now.at AND o.access_to <= now.at)`;

const MARKS_SQL = `
WITH now AS MATERIALIZED (SELECT clock_timestamp() AS at)
SELECT concat_ws(' ', coalesce((SELECT max(position) FROM event WHERE event.person = asked.person), 0) - ${UNTOLD}, ${OPENINGS_PASSED}, ${['sharing_grant', 'assignment', 'authority'].map(passed).join(', ')}) AS mark
  FROM now, unnest($1::text[]) WITH ORDINALITY AS asked(person, place) ORDER BY place`;

/**
 * A mark for each of these people, in their order: it becomes another whenever an event is recorded about them, or the
 * clock begins or ends something that they agreed to or somebody's support. Who has marks learns when to decide again,
 * and nothing else. What is the worker's own (team, roles, their agency's agreements) and the end of one meeting is not
 * in it. Somebody of whom nothing is known has a mark like everybody.
 */
export async function readMarks(db: Db, people: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ mark: string }>({ name: 'marks', text: MARKS_SQL, values: [people] });
  return rows.map(({ mark }) => mark);
}

import type { ClientBase } from 'pg';

// Advisory locks and not row locks: with row locks four readers hold up a withdrawal for half a second. They are waited
// for in order of arrival, so readers that keep coming never keep a change out. Two people whose keys are equal by
// chance only wait for each other.

/** The name of a worker's account among what is locked, as the table's own trigger writes it; no person's id has a space. */
export const accountLock = (worker: string): string => `worker ${worker}`;

/**
 * Keeps every change of these people's sharing, and of these accounts, back until the transaction ends. Taken in
 * ascending order of the keys, so that two that name the same in another order never wait for each other in a circle.
 */
export async function holdStill(client: ClientBase, names: readonly string[]): Promise<void> {
  await client.query({
    name: 'hold-still',
    text: `SELECT count(pg_advisory_xact_lock_shared(key)) FROM
      (SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest($1::text[]) AS name ORDER BY key OFFSET 0) AS keys`,
    values: [names],
  });
}

/** Keeps everybody else's change and every release about this person back until the transaction ends. */
export async function holdAlone(client: ClientBase, person: string): Promise<void> {
  await client.query({ name: 'hold-alone', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [person] });
}

import type { ClientBase } from 'pg';
import { WORKING_ROLES, maskOf, covers, type Mask } from '@thegither/consent';
import { HouseError, REGISTER, categoryNamed, parseRole } from '@thegither/vocabulary';
import type { Act } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Where somebody works who may open something without the person's agreement: by the ledger's own account of them. Throws FORBIDDEN for a person, and for a worker whose role is not to support people. */
export async function whereTheyWork(client: ClientBase, { actor }: Act): Promise<string> {
  const { rows } = await client.query<{ agency: string; roles: string[] }>('SELECT agency, roles FROM worker WHERE id = $1', [actor.kind === 'worker' ? actor.id : null]);
  const account = rows[0];
  if (!account?.roles.some((role) => WORKING_ROLES.has(parseRole(role) ?? 'LEP_ANALYST'))) throw new HouseError('FORBIDDEN', 'Only a worker who supports people can do this.');
  return account.agency;
}

/** The categories by name, each once, in the register's order. Throws INVALID_INPUT for none, an unknown one, or one that is not among those that may be opened. */
export function readOpened(names: readonly string[], among: Mask, sentence: string): string[] {
  if (names.length === 0) return refuseInput('Name at least one category.');
  for (const name of names) {
    if (!categoryNamed(name)) return refuseInput('There is no category of that name.');
    if (!covers(among, maskOf(name))) return refuseInput(sentence);
  }
  return REGISTER.filter(({ name }) => names.includes(name)).map(({ name }) => name);
}

/** One after the other for each worker, whoever it is about, so that two at once never pass for one. After the person's lock, and only one of it. */
export async function oneAtATime(client: ClientBase, worker: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`openings of ${worker}`]);
}

/** Whoever has opened something that nobody reviewed in time opens nothing more. Throws REVIEW_OVERDUE. */
export async function mustBeReviewed(client: ClientBase, worker: string): Promise<void> {
  const { rows } = await client.query('SELECT FROM opening WHERE worker = $1 AND reviewed_event IS NULL AND review_by <= clock_timestamp() LIMIT 1', [worker]);
  if (rows.length > 0) throw new HouseError('REVIEW_OVERDUE');
}

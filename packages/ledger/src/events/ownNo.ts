import { maskOf, overlaps, type Grant } from '@thegither/consent';
import { isForAnother } from './actingFor.ts';
import { placesOf, touches } from './places.ts';
import type { Act, Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';
import type { Agreement } from './supersededBy.ts';

const STOPPED: ReadonlySet<Grant['state']> = new Set(['PAUSED', 'WITHDRAWN', 'INVALIDATED']);

const refuse = (): never => refuseInput('The person said no to this themselves, and nobody else says yes for them.');

/**
 * Before somebody who acts for the person says yes: the person themselves has not said no to any of it, by a refusal, a
 * pause or by taking it back, nor a worker in their name. What a representative said, a representative may take back. Says
 * nothing to the person themselves. Throws INVALID_INPUT.
 * @see Adults with Incapacity (Scotland) Act 2000 section 1(4)(a)
 */
export async function mustNotOverrule({ client, facts }: Scene, act: Act, { place, purpose, categories }: Agreement): Promise<void> {
  if (!isForAnother(act)) return;
  const wanted = maskOf(...categories);
  const nos = [
    ...facts.refusals.filter((refusal) => (refusal.purpose === null || refusal.purpose === purpose) && overlaps(refusal.categories, wanted)),
    ...facts.grants.filter((grant) => STOPPED.has(grant.state) && grant.purpose === purpose && overlaps(grant.categories, wanted)),
  ];
  const places = await placesOf(client, nos.map(({ recipient }) => recipient));
  const met = nos.filter((_, index) => { const at = places[index]; return at !== undefined && touches(at, place); }).map(({ id }) => id);
  const { rows } = await client.query(
    `SELECT FROM event e WHERE e.person = $1 AND NOT e.actor ? 'authority' AND (
       e.id IN (SELECT opened_event FROM refusal WHERE id = ANY ($2::uuid[]))
       OR e.id IN (SELECT ended_event FROM sharing_grant WHERE id = ANY ($2::uuid[]))
       OR (e.kind = 'GRANT_PAUSED' AND e.body ->> 'grant' = ANY ($2::text[]))) LIMIT 1`,
    [act.person, met],
  );
  if (rows.length > 0) refuse();
}

/** The same of a stop of all sharing. */
export async function mustNotOverruleStop({ client }: Scene, act: Act, hold: string): Promise<void> {
  if (!isForAnother(act)) return;
  const { rows } = await client.query(`SELECT FROM hold h JOIN event e ON e.id = h.opened_event WHERE h.id = $1 AND NOT e.actor ? 'authority'`, [hold]);
  if (rows.length > 0) refuse();
}

import type { ClientBase } from 'pg';
import { NOTHING, fromInt8, without, type Instant, type Mask } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { heldBackUntilSql } from '../history/heldBackSql.ts';
import { placesOf } from '../events/places.ts';
import type { SealedTo, Seals } from '../seal/seals.ts';
import { instant } from '../standing/instant.ts';
import { readFacts } from '../standing/readStanding.ts';
import type { Noticed, Sharing, ToldBy } from './endingsOf.ts';

interface Recorded { readonly id: string; readonly since: Instant; readonly ended: Instant | null }
interface ToldRow extends SealedTo, Omit<ToldBy, 'categories' | 'grant'> { readonly sealed: Buffer; readonly grants: readonly string[] }
interface NoticedRow extends Omit<Noticed, 'categories'> { readonly categories: string }

const maskIn = (text: string): Mask => fromInt8(text) ?? unreadable();

const unreadable = (): never => {
  throw new HouseError('INTERNAL', 'what ended of a person\'s sharing cannot be read in the ledger');
};

/**
 * All that a person's notices follow from, under their lock alone: whatever was released before is on the record, and
 * whatever is released after is decided later than this. Throws INTERNAL when something cannot be read.
 */
export async function readEnded(client: ClientBase, seals: Seals, person: string): Promise<Sharing> {
  const { at, facts } = await readFacts(client, [person]);
  const { grants, refusals, exclusions, hold, unreadable: cannotBeRead } = facts.get(person)!;
  if (cannotBeRead) return unreadable();
  const recorded = await readRecorded(client, person);
  const since = (id: string): Recorded => recorded.get(id) ?? unreadable();
  const places = await placesOf(client, [...grants, ...refusals, ...exclusions].map(({ recipient }) => recipient));
  const [atGrants, atRefusals, atExclusions] = [places, places.slice(grants.length), places.slice(grants.length + refusals.length)];
  return {
    at, hold: hold === null ? null : since(hold), told: await readTold(client, seals, person), noticed: await readNoticed(client, person),
    grants: grants.map((grant, index) => ({ ...grant, place: atGrants[index], endedAt: since(grant.id).ended })),
    refusals: refusals.map((refusal, index) => ({ ...refusal, place: atRefusals[index], since: since(refusal.id).since })),
    exclusions: exclusions.map((exclusion, index) => ({ place: atExclusions[index], since: since(exclusion.id).since })),
  };
}

async function readRecorded(client: ClientBase, person: string): Promise<ReadonlyMap<string, Recorded>> {
  const { rows } = await client.query<Recorded>(
    `SELECT row.id, ${instant('o.at')} AS since, ${instant('e.at')} AS ended FROM (
       SELECT id, opened_event, ended_event FROM sharing_grant WHERE person = $1
       UNION ALL SELECT id, opened_event, ended_event FROM refusal WHERE person = $1
       UNION ALL SELECT id, opened_event, ended_event FROM exclusion WHERE person = $1
       UNION ALL SELECT id, opened_event, ended_event FROM hold WHERE person = $1) AS row
       JOIN event o ON o.id = row.opened_event LEFT JOIN event e ON e.id = row.ended_event`, [person]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function readTold(client: ClientBase, seals: Seals, person: string): Promise<ToldBy[]> {
  const { rows } = await client.query<ToldRow>(
    `SELECT id, person, request, attempt, sealed, grants, agency, worker, ${instant('d.at')} AS at, ${heldBackUntilSql('d')} IS NOT NULL AS "heldBack"
       FROM disclosure d WHERE person = $1 AND grants <> '{}' AND agency IS NOT NULL AND worker IS NOT NULL`, [person]);
  return rows.flatMap(({ sealed, grants, agency, worker, at, heldBack, ...to }) => {
    const { released, releasedOwn } = seals.open(to, sealed), categories = without(released, releasedOwn);
    return categories === NOTHING ? [] : grants.map((grant) => ({ grant, agency, worker, at, heldBack, categories }));
  });
}

async function readNoticed(client: ClientBase, person: string): Promise<Noticed[]> {
  const { rows } = await client.query<NoticedRow>(
    `SELECT grant_id AS grant, agency, held_back AS "heldBack", categories::text, ${instant('noticed_at')} AS "noticedAt" FROM ending_notice WHERE person = $1`, [person]);
  return rows.map((row) => ({ ...row, categories: maskIn(row.categories) }));
}

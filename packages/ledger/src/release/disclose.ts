import { randomUUID } from 'node:crypto';
import type { ClientBase, QueryResult } from 'pg';
import { without } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Seals } from '../seal/seals.ts';
import type { Decided, Decisions } from './decideAll.ts';
import type { Shown } from './stillHolds.ts';

/** Which version of the rule decided; raised whenever the rule answers anything differently. */
export const DECISION_VERSION = '3';

/** What is on the record of a release besides the people. */
export interface Telling {
  /** The gateway's id of the client's request (UUID), and which try of it this is. */
  readonly request: string;
  readonly attempt: number;
  readonly purpose: Purpose | undefined;
  /** SHA-256 of the operation in hexadecimal, and its name. */
  readonly operation: { readonly hash: string; readonly name: string | null };
  readonly kind: 'LIST' | 'LOOK';
  /** Thumbprint of the gateway's key. */
  readonly gatewayKey: string;
}

function line(seals: Seals, { request, attempt }: Telling, { person, asked, released }: Shown, { decision }: Decided) {
  const id = randomUUID();
  // Nothing is released that is not open: what grants do not open was the agency's own.
  const sealed = seals.seal({ id, person, request, attempt }, { asked, released, releasedOwn: without(released, decision.granted) });
  return { id, person, sealed: sealed.toString('hex'), grants: decision.grantsFor(released), openings: decision.openings, authority: decision.authority };
}

/**
 * Puts on the record what is about to be told: one row for each person, in one statement, under the people's shared lock.
 * What was asked and what is told is sealed before it leaves this process.
 * Fails when one of them was recorded under the same try before.
 */
export function disclose(client: ClientBase, seals: Seals, telling: Telling, { at, asker }: Decisions, people: readonly { readonly shown: Shown; readonly now: Decided }[]): Promise<QueryResult> {
  const worker = asker.kind === 'worker' ? asker.worker : undefined;
  // The last event's position is stable here without a row lock: events take the same advisory lock alone, and this transaction holds it shared.
  return client.query({
    name: 'disclose',
    text: `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, openings,
                                   operation_hash, operation_name, decision_version, kind, gateway_key, authority)
           SELECT told.id, $2::uuid, $3::int4, told.person, coalesce((SELECT max(position) FROM event WHERE event.person = told.person), 0),
                  to_timestamp($4::float8 / 1000), $5, $6, $7::text[], $8, decode(told.sealed, 'hex'), told.grants, told.openings, decode($9, 'hex'), $10, $11, $12, $13, told.authority
             FROM jsonb_to_recordset($1::jsonb) AS told(id uuid, person text, sealed text, grants uuid[], openings uuid[], authority uuid)`,
    values: [
      JSON.stringify(people.map(({ shown, now }) => line(seals, telling, shown, now))), telling.request, telling.attempt, at,
      worker?.worker ?? null, worker?.agency ?? null, worker?.roles ?? [], telling.purpose ?? null,
      telling.operation.hash, telling.operation.name, DECISION_VERSION, telling.kind, telling.gatewayKey,
    ],
  });
}

import type { ClientBase, QueryResult } from 'pg';
import { toInt8, without } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Decided, Decisions } from './decideAll.ts';
import type { Shown } from './stillHolds.ts';

/** Which version of the rule decided; raised whenever the rule answers anything differently. */
export const DECISION_VERSION = '2';

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

const line = (shown: Shown, now: Decided) => ({
  person: shown.person, asked: toInt8(shown.asked), released: toInt8(shown.released), withheld: toInt8(without(shown.asked, shown.released)),
  // Nothing is released that is not open: what grants do not open was the agency's own.
  released_own: toInt8(without(shown.released, now.decision.granted)),
  grants: now.decision.grantsFor(shown.released),
});

/**
 * Puts on the record what is about to be told: one row for each person, in one statement, under the people's shared lock.
 * Fails when one of them was recorded under the same try before.
 */
export function disclose(client: ClientBase, telling: Telling, { at, asker }: Decisions, people: readonly { readonly shown: Shown; readonly now: Decided }[]): Promise<QueryResult> {
  const worker = asker.kind === 'worker' ? asker.worker : undefined;
  // The last event's position is stable here without a row lock: events take the same advisory lock alone, and this transaction holds it shared.
  return client.query({
    name: 'disclose',
    text: `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, asked, released, released_own, withheld, grants,
                                   operation_hash, operation_name, decision_version, kind, gateway_key)
           SELECT gen_random_uuid(), $2::uuid, $3::int4, told.person, coalesce((SELECT max(position) FROM event WHERE event.person = told.person), 0),
                  to_timestamp($4::float8 / 1000), $5, $6, $7::text[], $8, told.asked, told.released, told.released_own, told.withheld, told.grants, decode($9, 'hex'), $10, $11, $12, $13
             FROM jsonb_to_recordset($1::jsonb) AS told(person text, asked int8, released int8, released_own int8, withheld int8, grants uuid[])`,
    values: [
      JSON.stringify(people.map(({ shown, now }) => line(shown, now))), telling.request, telling.attempt, at,
      worker?.worker ?? null, worker?.agency ?? null, worker?.roles ?? [], telling.purpose ?? null,
      telling.operation.hash, telling.operation.name, DECISION_VERSION, telling.kind, telling.gatewayKey,
    ],
  });
}

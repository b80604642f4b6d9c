import { randomInt, randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { WORKING_ROLES, type Instant } from '@thegither/consent';
import { GRANTABLE_PURPOSES, HouseError, parseRole, type Purpose } from '@thegither/vocabulary';
import { hasGuessed } from './hasGuessed.ts';
import { endOf } from './lastDay.ts';
import { readDay, readPurpose, readRecipient, readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Who is to support the person, for how long and why. */
export interface AssignKeyWorker extends Act {
  readonly worker: string;
  /** Why this worker. */
  readonly reason: string;
  /** What the worker may ask for; whatever their role allows when nothing is said. */
  readonly purposes?: readonly string[] | null;
  /** The last day; six months from now when nothing is said, twelve at most. */
  readonly until?: string | null;
  /** Support that began, or also ended, before it was recorded here, in place of `until`. Not for a client to say. */
  readonly ran?: { readonly from: Instant; readonly to: Instant | null };
}

/**
 * A worker asks that they, or another of their own agency, support the person. It opens nothing before it is confirmed: by the
 * person, by a code of six digits that the person reads out, or by a second worker who is neither the one who asked nor the
 * one who is to support them. Who guessed too often gets no code any more, however often they ask. Whatever id is named, it is recorded and answered alike. Who may ask is the caller's to check;
 * here only that both are of one agency, and that the one who is to support people has a role that does.
 */
export async function assignKeyWorker(pool: Pool, { reason, purposes, until, ran, ...act }: AssignKeyWorker): Promise<Done> {
  if (act.actor.kind !== 'worker') throw new HouseError('FORBIDDEN', 'Only a worker assigns a worker.');
  const { worker } = act;
  const wanted = { recipient: readRecipient({ worker }), reason: readWords(reason), purposes: readPurposes(purposes), last: readDay(until) };
  return record(pool, act, { verb: 'assignKeyWorker', ...wanted, ran }, async ({ client, at }) => {
    await mustBeColleagues(client, act.actor.id, worker);
    const from = new Date(ran ? ran.from : at).toISOString();
    const to = ran ? (ran.to === null ? null : new Date(ran.to).toISOString()) : await endOf(client, wanted.last, at);
    const code = await hasGuessed(client, act.person, worker) ? null : String(randomInt(1_000_000)).padStart(6, '0');
    return {
      kind: 'WORKER_ASSIGNED',
      body: { assignment: { id: randomUUID(), recipient: wanted.recipient, purposes: wanted.purposes, from, to, reason: wanted.reason, code } },
    };
  });
}

function readPurposes(purposes: readonly string[] | null | undefined): readonly Purpose[] {
  if (purposes === undefined || purposes === null) return GRANTABLE_PURPOSES;
  return purposes.length > 0 ? [...new Set(purposes.map(readPurpose))] : refuseInput('Name at least one purpose, or none at all for what the role allows.');
}

async function mustBeColleagues(client: ClientBase, actor: string, worker: string): Promise<void> {
  const { rows } = await client.query<{ id: string; agency: string; roles: string[] }>('SELECT id, agency, roles FROM worker WHERE id = ANY ($1::text[])', [[actor, worker]]);
  const asks = rows.find(({ id }) => id === actor), supports = rows.find(({ id }) => id === worker);
  if (!asks) throw new HouseError('FORBIDDEN');
  const supporting = supports?.roles.some((role) => WORKING_ROLES.has(parseRole(role) ?? 'LEP_ANALYST'));
  if (!supports || supports.agency !== asks.agency || !supporting) refuseInput('There is no such worker of your agency who supports people.');
}

import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '@thegither/consent';
import { HouseError, parseRole, type Role } from '@thegither/vocabulary';
import { failure, wasInTheWay, wasThereAlready } from '../connection/failure.ts';
import { transaction, type Patience } from '../connection/transaction.ts';
import type { Actor } from '../events/event.ts';
import { hashOfInput } from '../events/eventHash.ts';
import { mustBeKey } from '../events/mustBeKey.ts';
import { refuseInput } from '../events/refuseInput.ts';
import { instant } from '../standing/instant.ts';

/** What becomes of a worker's account. What is not said stays. */
export interface ChangeAccount {
  readonly actor: Actor;
  /** 1 to 200 printable characters; the same key never does it twice. */
  readonly key: string;
  readonly worker: string;
  readonly team?: string | null;
  readonly roles?: readonly string[] | null;
}

/** A change of an account that stands. */
export interface AccountChanged {
  readonly change: string;
  /** When, by the ledger's clock. */
  readonly at: Instant;
  readonly worker: string;
}

interface Account { readonly id: string; readonly agency: string; readonly team: string | null; readonly roles: readonly string[] }
type Wanted = { readonly worker: string; readonly team: string | null; readonly roles: readonly Role[] | null };

// As a change of a person's sharing: it waits for the releases to this worker that are under way.
const PATIENCE: Patience = { lockMs: 2_000, statementMs: 5_000 };
const TRIES = 3;

/**
 * A team's lead moves a worker of their agency out of their team or into it, or changes the roles of somebody in it. It
 * takes effect at once, for requests already running too: the row's trigger holds off every release to this worker until
 * it is committed, and each decides again. What was before, what is and who did it is added in the same transaction.
 *
 * Throws FORBIDDEN for who leads no team; INVALID_INPUT for a worker or team of another agency, or none, in the same
 * words; for an account of their own or of whoever checks looks; for a role that they do not have themselves, unless the
 * worker has it. Repeated it answers the same; another input under the key throws KEY_REUSED.
 */
export async function changeAccount(pool: Pool, { actor, key, ...input }: ChangeAccount): Promise<AccountChanged> {
  if (actor.kind !== 'worker') throw new HouseError('FORBIDDEN');
  mustBeKey(key);
  const wanted = readWanted(input), inputHash = hashOfInput({ verb: 'changeAccount', ...wanted });
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(
        pool, PATIENCE, (client) => holdAccounts(client, [actor.id, wanted.worker]),
        async (client, accounts) => ({ keep: true, answer: await changeOnce(client, accounts, { lead: actor.id, key, inputHash }, wanted) }),
      );
    } catch (cause) {
      if (attempt >= TRIES || !(wasInTheWay(cause) || wasThereAlready(cause))) throw failure(cause);
    }
  }
}

function readWanted({ worker, team, roles }: Omit<ChangeAccount, 'actor' | 'key'>): Wanted {
  if ((team ?? null) === null && (roles ?? null) === null) return refuseInput('Name a team, or roles.');
  const named = roles?.map((role) => parseRole(role) ?? refuseInput('There is no such role.')) ?? null;
  if (named?.length === 0) return refuseInput('An account has a role at least.');
  return { worker, team: team ?? null, roles: named === null ? null : [...new Set(named)].toSorted() };
}

interface Signed { readonly lead: string; readonly key: string; readonly inputHash: Buffer }

/** In one order, so that two leads who change each other never wait in a circle. */
const holdAccounts = async (client: PoolClient, ids: readonly string[]): Promise<readonly Account[]> =>
  (await client.query<Account>('SELECT id, agency, team, roles FROM worker WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE', [ids])).rows;

async function changeOnce(client: PoolClient, accounts: readonly Account[], { lead, key, inputHash }: Signed, wanted: Wanted): Promise<AccountChanged> {
  const { rows: [earlier] } = await client.query<AccountChanged & { input_hash: Buffer }>(
    `SELECT id AS change, worker, ${instant('at')} AS at, input_hash FROM account_change WHERE actor = $1 AND key = $2`, [lead, key]);
  if (earlier) return earlier.input_hash.equals(inputHash) ? done(earlier) : refuseKey();
  const before = await mayChange(client, accounts, lead, wanted);
  const after = { team: wanted.team ?? before.team, roles: wanted.roles ?? before.roles };
  await client.query('UPDATE worker SET team = $2, roles = $3 WHERE id = $1', [before.id, after.team, after.roles]);
  const { rows } = await client.query<AccountChanged>(
    `INSERT INTO account_change (id, actor, key, input_hash, worker, agency, team_before, team_after, roles_before, roles_after, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp()) RETURNING id AS change, worker, ${instant('at')} AS at`,
    [randomUUID(), lead, key, inputHash, before.id, before.agency, before.team, after.team, before.roles, after.roles],
  );
  return done(rows[0]!);
}

const done = ({ change, at, worker }: AccountChanged): AccountChanged => ({ change, at, worker });

const refuseKey = (): never => {
  throw new HouseError('KEY_REUSED');
};

/** The account as it is, when this lead may change it so. */
async function mayChange(client: PoolClient, accounts: readonly Account[], lead: string, wanted: Wanted): Promise<Account> {
  const leads = accounts.find(({ id }) => id === lead), account = accounts.find(({ id }) => id === wanted.worker);
  if (!leads?.roles.includes('TEAM_LEAD') || leads.team === null) throw new HouseError('FORBIDDEN', 'Only a lead of a team changes accounts.');
  if (!account || account.agency !== leads.agency) return refuseInput('There is no such worker in your agency.');
  if (account === leads) return refuseInput('Nobody changes their own account.');
  if (account.roles.includes('DATA_PROTECTION_LEAD')) return refuseInput('Whoever checks that people look fairly is not the lead\'s to change.');
  const { rows } = wanted.team === null ? { rows: [{}] } : await client.query('SELECT FROM team WHERE id = $1 AND agency = $2', [wanted.team, leads.agency]);
  if (rows.length === 0) return refuseInput('There is no such team in your agency.');
  if (account.team !== leads.team && wanted.team !== leads.team) return refuseInput('A lead moves workers out of their own team or into it.');
  const given = wanted.roles?.filter((role) => !account.roles.includes(role)) ?? [];
  if (!given.every((role) => role !== 'DATA_PROTECTION_LEAD' && leads.roles.includes(role))) return refuseInput('Nobody gives a role that they do not have themselves.');
  return account;
}

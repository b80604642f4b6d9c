import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Pool } from 'pg';
import { maskOf, toInt8, EVERYTHING } from '@thegither/consent';
import { applyMigrations } from '@thegither/local-postgres';
import type { Caller, PersonId, Role } from '@thegither/vocabulary';
import { ledgerAs } from '../connection/ledgerAs.ts';
import type { Act } from '../events/record.ts';
import { createLedger, type Ledger } from '../ledger.ts';
import { createSeals } from '../seal/seals.ts';

/** A ledger of its own for one test file, with the agencies and workers of `WORKERS`. */
export interface TestLedger {
  readonly url: string;
  readonly ledger: Ledger;
  /** To look behind the ledger's back. */
  readonly pool: Pool;
  close(): Promise<void>;
}

/** What every ledger of a test seals with. */
export const SEALS = createSeals({ current: 1, keys: { 1: Buffer.alloc(32, 5) } });

/** Two agencies; in Fife Works a team with a lead, and a team beside it. */
export const WORKERS: readonly { id: string; agency: string; team: string | null; roles: readonly Role[] }[] = [
  { id: 'isla', agency: 'fife-works', team: 'east', roles: ['KEY_WORKER'] },
  { id: 'rory', agency: 'fife-works', team: 'east', roles: ['KEY_WORKER'] },
  { id: 'kirsty', agency: 'fife-works', team: 'east', roles: ['TEAM_LEAD'] },
  { id: 'eilidh', agency: 'fife-works', team: 'west', roles: ['KEY_WORKER'] },
  { id: 'priya', agency: 'fife-works', team: null, roles: ['LEP_ANALYST'] },
  { id: 'ewan', agency: 'fife-housing', team: null, roles: ['HOUSING_OFFICER'] },
];

const server = (): string => process.env.TEST_POSTGRES!;

/** Makes an empty database with the ledger's tables. */
export async function emptyLedger(): Promise<string> {
  const name = `ledger_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: `${server()}postgres` });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = `${server()}${name}`;
  await applyMigrations(url, fileURLToPath(new URL('../../prisma/migrations', import.meta.url)));
  return url;
}

/** Makes a ledger with workers, agencies, an agreement that lets Fife Works receive everything, and a law that names some of it. */
export async function testLedger(): Promise<TestLedger> {
  const url = await emptyLedger();
  const pool = new Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  await pool.query(`INSERT INTO agency (id, name, kind, domain, holds) VALUES ('fife-works', 'Fife Works', 'council', 'employability', 0), ('fife-housing', 'Fife Housing', 'council', 'housing', $1)`,
    [toInt8(maskOf('WHERE_I_LIVE', 'HOMELESSNESS_HELP', 'HOUSING_MONEY'))]);
  await pool.query(`INSERT INTO team (id, agency, name) VALUES ('east', 'fife-works', 'East'), ('west', 'fife-works', 'West')`);
  for (const { id, agency, team, roles } of WORKERS) await pool.query('INSERT INTO worker (id, agency, team, name, roles) VALUES ($1, $2, $3, $1, $4)', [id, agency, team, roles]);
  await pool.query(`INSERT INTO agreement (recipient_agency, holder_agency, categories, effective_from) VALUES ('fife-works', 'fife-housing', $1, '2018-03-01')`, [toInt8(EVERYTHING)]);
  await pool.query(`INSERT INTO legal_gateway (id, recipient_agency, categories, statute, effective_from) VALUES ('asp', 'fife-works', $1, 'Adult Support and Protection (Scotland) Act 2007, section 5', '2018-03-01')`,
    [toInt8(maskOf('WHERE_I_LIVE', 'MENTAL_HEALTH_AND_RECOVERY', 'RISK_AND_SAFETY', 'MY_SHARING'))]);
  const ledger = openAsServices(url);
  return { url, ledger, pool, close: async () => { await ledger.close(); await pool.end(); } };
}

/** As in the house: the decision service decides and releases, and the consent room does everything else, each with its own rights. */
function openAsServices(url: string): Ledger {
  const consent = createLedger({ connectionString: ledgerAs('consent', url), seals: SEALS, acknowledgeAfterMs: 0, connections: 40 });
  const decisions = createLedger({ connectionString: ledgerAs('decisions', url), seals: SEALS, connections: 40 });
  return {
    ...consent, decide: decisions.decide, release: decisions.release,
    close: async () => { await Promise.all([consent.close(), decisions.close()]); },
  };
}

/** Isla of Fife Works, or another worker. */
export const asWorker = (worker = 'isla', agency = 'fife-works'): Caller => ({ kind: 'worker', worker, agency });

/** A person whom no test knows yet. */
export const somebody = (): PersonId => `1.${randomUUID().replaceAll('-', '').slice(0, 21)}A` as PersonId;

/** Something the person does themselves, under a key that was never used. */
export const byPerson = (person: string): Act => ({ actor: { kind: 'person', id: person }, key: randomUUID(), person });

/** Something a worker does about the person. */
export const byWorker = (worker: string, person: string): Act => ({ actor: { kind: 'worker', id: worker }, key: randomUUID(), person });

/** Assigns a worker and has the person confirm it. */
export async function support(ledger: Ledger, person: string, worker = 'isla'): Promise<string> {
  const { subject } = await ledger.assignKeyWorker({ ...byWorker(worker, person), worker, reason: 'Supports this person.' });
  await ledger.confirmAssignment({ ...byPerson(person), assignment: subject });
  return subject;
}

/** The person agrees to share an action plan and skills with Fife Works, or what else is said. Answers the grant's id. */
export async function agree(ledger: Ledger, person: string, ...categories: string[]): Promise<string> {
  const shared = categories.length > 0 ? categories : ['ACTION_PLAN', 'SKILLS'];
  return (await ledger.giveGrant({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: shared, recipient: { agency: 'fife-works' } })).subject;
}

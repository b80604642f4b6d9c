import { randomUUID } from 'node:crypto';
import { maskOf } from '@thegither/consent';
import { createLedger, createSeals, type Act, type Ledger } from '@thegither/ledger';
import { personaNamed, unrealSpine } from '@thegither/synthetic';
import type { Caller, ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { openRoom, type Answer, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedConsent } from '../../prisma/seed.ts';
import { createConsent } from '../consent.ts';

/** The consent room over a ledger of its own, seeded with the demo people, and the ledger beside it. */
export interface ConsentUnderTest {
  readonly room: RoomUnderTest;
  readonly ledger: Ledger;
  /** A demo person's id here. */
  persona(key: string): PersonId;
  /** A new person whom nobody knows yet. */
  somebody(): PersonId;
  /** To change what no event changes: accounts, and the clock's effect. */
  sql(text: string, values?: unknown[]): Promise<void>;
  /** A new person whom Isla supports, and what they agreed to share with Fife Works. */
  supported(...categories: string[]): Promise<PersonId>;
  /** A root field of a query, with these people in the decision. */
  asks(field: string, who: ClaimedCaller, variables?: Record<string, unknown>, people?: readonly string[]): Promise<Answer>;
  /** A mutation by its name, with the person of the input in the decision unless said otherwise. */
  does(mutation: string, who: ClaimedCaller, input: { readonly person: string; readonly [field: string]: unknown }, people?: Readonly<Record<string, Shares>>): Promise<Answer>;
  close(): Promise<void>;
}

const worker = (name: string, agency: string, role: 'KEY_WORKER' | 'TEAM_LEAD' | 'HOUSING_OFFICER' | 'DATA_PROTECTION_LEAD' | 'JUSTICE_WORKER', team?: string): ClaimedCaller =>
  ({ kind: 'worker', worker: name, agency, team, roles: [role] });

export const ISLA = worker('isla', 'fife-works', 'KEY_WORKER', 'fife-works-east');
export const KIRSTY = worker('kirsty', 'fife-works', 'TEAM_LEAD', 'fife-works-east');
export const EWAN = worker('ewan', 'fife-housing', 'HOUSING_OFFICER', 'fife-housing-options');
export const SHONA = worker('shona', 'joint-controllers', 'DATA_PROTECTION_LEAD');
export const FERGUS = worker('fergus', 'joint-controllers', 'DATA_PROTECTION_LEAD');
/** Not of the demonstration: a second key worker and a second lead in Isla's team, and a key worker of another team. */
export const RORY = worker('rory', 'fife-works', 'KEY_WORKER', 'fife-works-east');
export const LORNA = worker('lorna', 'fife-works', 'TEAM_LEAD', 'fife-works-east');

export const themselves = (person: string): ClaimedCaller => ({ kind: 'person', person });
export const byPerson = (person: string): Act => ({ actor: { kind: 'person', id: person }, key: randomUUID(), person });
export const byWorker = (name: string, person: string): Act => ({ actor: { kind: 'worker', id: name }, key: randomUUID(), person });

const seals = createSeals({ current: 1, keys: { 1: Buffer.alloc(32, 5) } });

/** Whoever checks looks asks for nothing else. */
const forWhom = (who: ClaimedCaller) => (who.kind === 'worker' && who.roles.includes('DATA_PROTECTION_LEAD') ? { claims: { purpose: 'AUDIT' as const } } : {});

/** The last day of something that lasts for a month. */
export const inAMonth = (): string => new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** What its payload says besides the event. */
function subjectOf(mutation: string): string {
  if (mutation.endsWith('Authority') || mutation === 'appointRepresentative') return 'authority';
  if (mutation.endsWith('Assignment') || mutation === 'assignKeyWorker') return 'assignment';
  if (mutation.endsWith('Suppression')) return 'suppression';
  if (mutation === 'recordGrant') return 'grant code';
  if (mutation === 'challengeLook' || mutation === 'closeChallenge') return 'challenge';
  return mutation.endsWith('Request') || mutation === 'askForSharing' ? 'request' : '';
}

/** Opens it. A stop is acknowledged at once unless a test says otherwise. */
export async function openConsent(acknowledgeAfterMs = 0): Promise<ConsentUnderTest> {
  const migrations = new URL('../../../../packages/ledger/prisma/migrations', import.meta.url);
  const room = await openRoom('consent', (deps) => createConsent({ ...deps, seals, acknowledgeAfterMs }), { migrations, seed: seedConsent });
  const ledger = createLedger({ connectionString: room.databaseUrl, seals, acknowledgeAfterMs: 0 });
  const client = new Client({ connectionString: room.databaseUrl });
  await client.connect();
  const sql = async (text: string, values?: unknown[]): Promise<void> => { await client.query(text, values); };
  await sql(`INSERT INTO team VALUES ('fife-works-west', 'fife-works', 'Fife Works, west')`);
  await sql(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('rory', 'fife-works', 'fife-works-east', 'Rory', '{KEY_WORKER}'),
    ('lorna', 'fife-works', 'fife-works-east', 'Lorna', '{TEAM_LEAD}'), ('fergus', 'joint-controllers', NULL, 'Fergus', '{DATA_PROTECTION_LEAD}'), ('eilidh', 'fife-works', 'fife-works-west', 'Eilidh', '{KEY_WORKER}')`);

  let names = 0;
  const somebody = (): PersonId => room.idOf(unrealSpine(`new${String.fromCharCode(97 + Math.floor(names / 26), 97 + (names++ % 26))}`));
  return {
    room, ledger, sql, somebody,
    persona: (key) => room.idOf(personaNamed(key)!.spine),
    async supported(...categories) {
      const person = somebody();
      await support(ledger, person);
      if (categories.length > 0) await agree(ledger, person, ...categories);
      return person;
    },
    asks: (field, who, variables, people = []) => room.ask({
      query: `query ${declared(field)} { ${field} }`,
      use: 'query', caller: who, variables, people: Object.fromEntries(people.map((id) => [id, {}])), ...forWhom(who),
    }),
    does: (mutation, who, input, people = { [input.person]: {} }) => room.ask({
      query: `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { person { id } eventId at ${subjectOf(mutation)} } }`,
      use: 'mutation', caller: who, variables: { input: { key: randomUUID(), ...input } }, people, ...forWhom(who),
    }),
    async close() {
      await client.end();
      await ledger.close();
      await room.close();
    },
  };
}

const TYPES: Readonly<Record<string, string>> = { $id: 'PersonId!', $ids: '[PersonId!]!', $first: 'Int', $after: 'String' };

/** Declares the variables that the field uses. */
function declared(field: string): string {
  const used = Object.keys(TYPES).filter((name) => new RegExp(`\\${name}\\b`).test(field));
  return used.length > 0 ? `(${used.map((name) => `${name}: ${TYPES[name]}`).join(', ')})` : '';
}

/** A worker of Fife Works is assigned and the person confirms it. Answers the assignment. */
export async function support(ledger: Ledger, person: string, name = 'isla'): Promise<string> {
  const { subject } = await ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: name, reason: 'Supports this person.' });
  await ledger.confirmAssignment({ ...byPerson(person), assignment: subject });
  return subject;
}

/** The person agrees to share with Fife Works. Answers the grant. */
export const agree = async (ledger: Ledger, person: string, ...categories: string[]): Promise<string> =>
  (await ledger.giveGrant({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories, recipient: { agency: 'fife-works' } })).subject;

/** Isla is told this about the person: one line of who looked. */
export async function told(ledger: Ledger, person: PersonId, ...categories: string[]): Promise<void> {
  const caller: Caller = { kind: 'worker', worker: 'isla', agency: 'fife-works' };
  const [now] = (await ledger.decide(caller, 'EMPLOYABILITY_SUPPORT', [person])).people;
  const { granted, own } = now!.decision;
  const asked = maskOf('ACTION_PLAN', 'CONDITIONS');
  const { status } = await ledger.release({
    caller, request: randomUUID(), attempt: 1, purpose: 'EMPLOYABILITY_SUPPORT', operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
    people: [{ person, known: true, granted, own, fingerprint: now!.fingerprint, asked, released: maskOf(...categories) }],
  });
  if (status !== 'RELEASED') throw new Error('nothing was released');
}

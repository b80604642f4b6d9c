import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { applyMigrations } from '@thegither/local-postgres';
import { createIdentifiers, generateSigningKey, jwkSetOf, signDecision, signRequest, type SigningKey } from '@thegither/identity';
import { createLog } from '@thegither/service';
import type { Room, RoomDeps } from '../room.ts';
import type { PersonId, SpineId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISSUER, claimsFor, type Decided, type Shares } from './claimsFor.ts';

export { ISLA, type Shares } from './claimsFor.ts';

/** One question to a room, and what its decision says. Everything has a valid default, so that a test changes one fact. */
export interface Question extends Decided {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  /** Who signs the decision, if not the decision service. */
  readonly decisionKey?: SigningKey;
  /** Who signs the request, if not the gateway that the decision names. */
  readonly requestKey?: SigningKey;
  /** Changes the body after it was signed. */
  readonly tamper?: (body: string) => string;
}

/** What a room said. */
export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly unknown[]; readonly extensions: { readonly code: string } }[];
}

/** A signed request, ready to be posted: once, or again. */
export interface Signed {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** A room that runs over a database of its own, with keys of its own. */
export interface RoomUnderTest {
  readonly url: string;
  readonly databaseUrl: string;
  readonly gateway: SigningKey;
  /** The person's id in this room's audience. */
  idOf(spine: SpineId): PersonId;
  /** Asks for fields of people by reference, each with what they share, and gives the people in the order of `people`. */
  entities(fields: string, people: Readonly<Record<string, Shares>>, rest?: Omit<Question, 'query' | 'people'>): Promise<(Record<string, unknown> | null)[]>;
  ask(question: Question): Promise<Answer>;
  sign(question: Question): Signed;
  post(signed: Signed): Promise<Answer>;
  close(): Promise<void>;
}

/** Where the room's migrations are, and how its demo people are written. */
export interface RoomUnderTestOptions {
  /** URL of the folder prisma/migrations. */
  readonly migrations: URL;
  readonly seed?: (databaseUrl: string, idOf: (spine: SpineId) => PersonId) => Promise<void>;
}

/** Makes a database, migrates and seeds it, and opens the room over it. */
export async function openRoom(name: string, create: (deps: RoomDeps) => Room, { migrations, seed }: RoomUnderTestOptions): Promise<RoomUnderTest> {
  const databaseUrl = await createDatabase(name);
  await applyMigrations(databaseUrl, fileURLToPath(migrations));
  const identifiers = createIdentifiers({ current: 1, keys: { 1: randomBytes(32) } });
  const idOf = (spine: SpineId): PersonId => identifiers.issue(name, spine);
  await seed?.(databaseUrl, idOf);
  return { ...(await openOver(databaseUrl, name, create)), idOf };
}

/** Opens a room over a database that stands, or over none, with keys of its own. */
export async function openOver(databaseUrl: string, name: string, create: (deps: RoomDeps) => Room): Promise<Omit<RoomUnderTest, 'idOf'>> {
  const decisions = generateSigningKey();
  const gateway = generateSigningKey();
  const jwks = jwkSetOf(decisions);
  const room = await create({ databaseUrl, decisions: { keys: () => jwks, issuer: ISSUER }, log: createLog({ service: name, level: 'silent' }) }).listen();

  const sign = (question: Question): Signed => {
    const { query, variables, operationName, decisionKey = decisions, requestKey = gateway, tamper } = question;
    const decision = signDecision(claimsFor(name, gateway.publicJwk, question), decisionKey);
    const body = JSON.stringify({ query, variables, operationName, extensions: { decision } });
    const headers = signRequest({ method: 'POST', path: '/', body }, requestKey, Date.now(), randomUUID());
    return { body: tamper?.(body) ?? body, headers: { 'content-type': 'application/json', ...headers } };
  };
  const post = async ({ body, headers }: Signed): Promise<Answer> => {
    const response = await fetch(room.url, { method: 'POST', body, headers });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const ask = (question: Question): Promise<Answer> => post(sign(question));

  return {
    url: room.url, databaseUrl, gateway, sign, post, ask, close: () => room.close(),
    async entities(fields, people, rest) {
      const { status, data, errors } = await ask({ ...entityQuestion(fields, Object.keys(people)), people, ...rest });
      if (status !== 200 || errors) throw new Error(`the room refused: ${status} ${JSON.stringify(errors)}`);
      return data?.['_entities'] as (Record<string, unknown> | null)[];
    },
  };
}

/** The question for fields of these people, as a gateway asks it. */
export const entityQuestion = (fields: string, people: readonly string[]): Question => ({
  query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { ${fields} } } }`,
  variables: { representations: people.map((id) => ({ __typename: 'Person', id })) },
});

/** An empty database of its own in the run's server. */
export async function createDatabase(name: string): Promise<string> {
  const database = `${name.replaceAll(/[^a-z]/g, '_')}_${randomUUID().replaceAll('-', '')}`;
  const server = new Client({ connectionString: new URL('postgres', process.env['TEST_POSTGRES']).href });
  await server.connect();
  await server.query(`CREATE DATABASE ${database}`);
  await server.end();
  return new URL(database, process.env['TEST_POSTGRES']).href;
}

import { randomUUID } from 'node:crypto';
import { fromInt8, toHex, union, NOTHING, type Mask } from '@thegither/consent';
import { createIdentifiers, importIdentifierKeys, importSigningKey, signDecisions, verifyRequest, type PublicJwk, type SigningKey } from '@thegither/identity';
import { createSeals, importSealKeys, type Seals } from '@thegither/ledger';
import { listen, readBody } from '@thegither/service';
import { REGISTER } from '@thegither/vocabulary';
import { Pool, type PoolClient } from 'pg';
import { AGENCY, DECISIONS_ISSUER, PURPOSE, STOCK_AUDIENCE } from '../house/agency.ts';
import { PEOPLE, spineIn } from '../house/people.ts';
import { answerParent } from './answerParent.ts';
import type { StartDecisions } from './decisions.ts';

/** What the gateway asks before it fetches, and says before it answers: then no room is asked any more. */
interface Asked {
  readonly people: readonly string[];
  readonly rooms?: readonly string[];
}

const LEGEND = REGISTER.map(({ name }) => name);

/**
 * The least that a decision service in Node does: before the rooms are asked it reads what the people agreed to, in the
 * ledger, and signs it for each room; before the answer is told it holds the people still, reads the same again, puts on
 * a sealed record what everybody shared, and commits. It knows whose request it is by the gateway's signature. There is
 * no rule, nobody's token is looked at, and of what was read it only sees to it that it is about everybody.
 */
answerParent({
  async start({ databaseUrl, identifierKeys, sealKeys, signingKey, gatewayKey }: Pick<StartDecisions, 'databaseUrl' | 'identifierKeys' | 'sealKeys' | 'signingKey' | 'gatewayKey'>) {
    const pool = new Pool({ connectionString: databaseUrl, max: 10, pipeline: true, options: '-c plan_cache_mode=force_generic_plan' });
    await pool.query('CREATE TABLE floor_record (id uuid PRIMARY KEY, person text NOT NULL, sealed text NOT NULL)');
    const key = importSigningKey(signingKey), seals = createSeals(importSealKeys(sealKeys));
    // Everybody's id in the ledger, which ours has to find: here it is known.
    const identifiers = createIdentifiers(importIdentifierKeys(identifierKeys));
    const inLedger = new Map<string, string>(Array.from({ length: PEOPLE }, (_, place) => {
      const spine = spineIn('everything', place);
      return [identifiers.issue(STOCK_AUDIENCE, spine), identifiers.issue('consent', spine)];
    }));
    const { url } = await listen(async (request, response) => {
      const { method = '', url: path = '', headers } = request;
      const asked = await readBody(request, 1024 * 1024);
      verifyRequest({ method, path, headers, body: asked }, gatewayKey, Date.now());
      const { people, rooms } = JSON.parse(asked.toString('utf8')) as Asked;
      const ids = people.map((person) => inLedger.get(person)!);
      const said = rooms ? { signed: sign(key, gatewayKey, people, ids, rooms, await read(pool, ids)) } : await release(pool, seals, ids);
      const body = Buffer.from(JSON.stringify(said));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.end(body);
    });
    return url;
  },
});

/** What everybody shares, by their id in the ledger. */
type Shared = ReadonlyMap<string, Mask>;

async function read(db: Pool | PoolClient, people: readonly string[]): Promise<Shared> {
  const { rows } = await db.query<{ grants: readonly { readonly person: string; readonly categories: string }[] | null }>({
    name: 'read',
    text: `SELECT json_agg(one) AS grants FROM (SELECT person, categories::text FROM sharing_grant
            WHERE person = ANY ($1::text[]) AND recipient_agency = $2 AND purpose = $3 AND state = 'ACTIVE') AS one`,
    values: [people, AGENCY, PURPOSE],
  });
  const shared = new Map<string, Mask>();
  for (const { person, categories } of rows[0]!.grants ?? []) shared.set(person, union(shared.get(person) ?? NOTHING, fromInt8(categories)!));
  if (shared.size !== people.length) throw new Error('not everybody was found in the ledger');
  return shared;
}

function sign(key: SigningKey, { kty, crv, x }: PublicJwk, people: readonly string[], ids: readonly string[], rooms: readonly string[], shared: Shared): string[] {
  const iat = Math.floor(Date.now() / 1000), none = toHex(NOTHING);
  const claimed = Object.fromEntries(people.map((person, i) => [person, { granted: toHex(shared.get(ids[i]!)!), own: none }]));
  return signDecisions({ iss: DECISIONS_ISSUER, iat, exp: iat + 30 }, rooms.map((aud) => ({
    aud, jti: randomUUID(), cnf: { jwk: { kty, crv, x } }, use: 'joined', caller: { kind: 'worker', worker: 'worker', agency: AGENCY, roles: ['KEY_WORKER'] }, purpose: PURPOSE,
    legend: LEGEND, words: { OUTSIDE_AGREEMENT: none, ROLE_LIMIT: none, NO_PURPOSE: none }, people: claimed,
  })), key);
}

/** What leaves in one packet. */
function corked<T>({ connection: { stream } }: PoolClient, send: () => T): T {
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Two journeys to the server, as ours. */
async function release(pool: Pool, seals: Seals, people: readonly string[]): Promise<{ readonly released: number }> {
  const client = await pool.connect();
  try {
    const [, , shared] = await corked(client, () => Promise.all([
      client.query('BEGIN'),
      client.query({ name: 'hold', text: 'SELECT pg_advisory_xact_lock_shared(hashtextextended(person, 0)) FROM unnest($1::text[]) AS person', values: [people] }),
      read(client, people),
    ]));
    const request = randomUUID();
    const lines = people.map((person) => {
      const id = randomUUID(), told = shared.get(person)!;
      return { id, person, sealed: seals.seal({ id, person, request, attempt: 1 }, { asked: told, released: told, releasedOwn: NOTHING }).toString('hex') };
    });
    const [{ rowCount }] = await corked(client, () => Promise.all([
      client.query({
        name: 'record', text: 'INSERT INTO floor_record SELECT told.* FROM jsonb_to_recordset($1::jsonb) AS told(id uuid, person text, sealed text)', values: [JSON.stringify(lines)],
      }),
      client.query('COMMIT'),
    ]));
    return { released: rowCount ?? 0 };
  } finally {
    client.release();
  }
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { fromHex, maskOf, namesIn, toHex, type Mask } from '@thegither/consent';
import { createDecisionVerifier, createIdentifiers, createTokenVerifier, generateSigningKey, signRequest, type SigningKey } from '@thegither/identity';
import { createLedger, createSeals, seedLedger, type Ledger } from '@thegither/ledger';
import { createLog, type Listening } from '@thegither/service';
import { personaNamed } from '@thegither/synthetic';
import { parseSpineId, type DecideAnswer, type DecideRequest, type DecisionClaims, type FetchUse, type ReleaseRequest, type SignFor, type SpineId } from '@thegither/vocabulary';
import { createDecisions } from './decisions.ts';
import { LEDGER } from './translation.ts';
import { ledgerDatabase } from './testing/ledgerDatabase.ts';

const TOKENS = 'https://thegither.example/graphql';
const ISSUER = 'https://decisions.example';
const gateway = generateSigningKey(), signingKey = generateSigningKey();
const identifiers = createIdentifiers({ current: 2, keys: { 1: Buffer.alloc(32, 1), 2: Buffer.alloc(32, 2) } });
const seals = createSeals({ current: 1, keys: { 1: Buffer.alloc(32, 5) } });
let url: string, ledger: Ledger, door: Listening, issuerKey: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  issuerKey = await generateKeyPair('ES256');
  url = await ledgerDatabase();
  await seedLedger(url, (spine) => identifiers.issue(LEDGER, spine));
  ledger = createLedger({ connectionString: url, seals, acknowledgeAfterMs: 0 });
  door = await decisionsAt(url);
});
afterAll(async () => {
  await door.close();
  await ledger.close();
});

async function decisionsAt(databaseUrl: string): Promise<Listening> {
  const keys = { keys: [{ ...await exportJWK(issuerKey.publicKey), alg: 'ES256' }] };
  return createDecisions({
    databaseUrl, identifiers, seals, signingKey, issuer: ISSUER, gatewayKeys: [generateSigningKey().publicJwk, gateway.publicJwk], log: createLog({ service: 'decisions', level: 'silent' }),
    verifyToken: createTokenVerifier({ issuers: [
      { issuer: 'workers', audience: TOKENS, keys, kinds: ['worker'] }, { issuer: 'people', audience: TOKENS, keys, kinds: ['person'] },
    ] }),
  }).listen();
}

const token = (issuer: string, claims: Record<string, string>, sub: string) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).setIssuer(issuer).setAudience(TOKENS).setSubject(sub).setIssuedAt().setExpirationTime('5m').sign(issuerKey.privateKey);
const workerToken = (worker = 'isla', agency = 'fife-works') => token('workers', { agency }, worker);
const spineOf = (name: string): SpineId => personaNamed(name)!.spine;
const idOf = (name: string) => identifiers.issue(LEDGER, spineOf(name));
const ALL_FETCHES: SignFor[] = [];

async function ask(path: string, body: unknown, key: SigningKey = gateway, altered = (text: string) => text): Promise<{ status: number; body: unknown }> {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', ...signRequest({ method: 'POST', path, body: text }, key, Date.now(), randomUUID()) };
  const response = await fetch(`${door.url}${path}`, { method: 'POST', headers, body: altered(text) });
  return { status: response.status, body: await response.json() };
}

const question = async (change: Partial<DecideRequest> = {}): Promise<DecideRequest> => ({
  request: randomUUID(), token: await workerToken(), purpose: 'EMPLOYABILITY_SUPPORT', mutation: false, people: [], sign: ALL_FETCHES, ...change,
});

async function decide(change: Partial<DecideRequest>): Promise<DecideAnswer> {
  const { status, body } = await ask('/decide', await question(change));
  expect(status).toBe(200);
  return body as DecideAnswer;
}

const open = (hex: string) => namesIn(fromHex(hex)!);
const fetchOf = (subgraph: string, use: FetchUse = 'joined', ...needs: string[]): SignFor => ({ subgraph, use, needs: toHex(needs.length > 0 ? maskOf(...needs) : maskOf()) });
const claimsOf = (jws: string, audience: string): Promise<DecisionClaims> =>
  createDecisionVerifier({ keys: () => ({ keys: [signingKey.publicJwk] }), audience, issuer: ISSUER, now: Date.now }).verify(jws);

describe('decide', () => {
  test('answers about each person in the order asked, as the ledger stands', async () => {
    const answer = await decide({ people: ['jean', 'hamish', 'tam'].map(idOf) });
    expect(answer.people.map(({ id, known, granted }) => [id, known, open(granted)])).toEqual([
      [idOf('jean'), true, ['NAME_AND_CONTACT', 'ACTION_PLAN']], [idOf('hamish'), false, []], [idOf('tam'), true, ['NAME_AND_CONTACT']],
    ]);
    expect(Math.abs(answer.at - Date.now())).toBeLessThan(10_000);
  });

  test('answers about somebody nobody knows as about somebody unassigned, but for the id', async () => {
    const nobody = identifiers.issue(LEDGER, parseSpineId('00112233445566778899aabbccddeeff')!);
    const [unknown, unassigned] = (await decide({ token: await workerToken('una', 'glasgow-housing'), people: [nobody, idOf('jean')] })).people;
    expect({ ...unknown, id: '' }).toEqual({ ...unassigned, id: '' });
  });

  test.each([
    ['no purpose', null], ['an unknown purpose', 'CURIOSITY'], ['a purpose of another role', 'AUDIT'],
  ])('with %s withholds everything', async (_, purpose) => {
    const answer = await decide({ purpose, people: [idOf('jean')] });
    expect(open(answer.people[0]!.granted)).toEqual([]);
    expect(fromHex(answer.words.NO_PURPOSE)).not.toBe(0n);
  });

  test('knows a person caller by the ledger\'s id, and shows them their own', async () => {
    const own = identifiers.issue('person', spineOf('morag'));
    const answer = await decide({ token: await token('people', { person: own }, 'account-of-morag'), purpose: null, people: [idOf('morag'), idOf('jean')], sign: [fetchOf('housing')] });
    expect(answer.people.map(({ known }) => known)).toEqual([true, false]);
    expect(open(answer.people[0]!.granted)).toContain('MY_SHARING');
    const claims = await claimsOf(answer.signed[0]!, 'housing');
    expect(claims.caller).toEqual({ kind: 'person', person: identifiers.issue('housing', spineOf('morag')) });
  });

  test('reads an id that an older key made', async () => {
    const older = createIdentifiers({ current: 1, keys: { 1: Buffer.alloc(32, 1) } }).issue(LEDGER, spineOf('jean'));
    expect((await decide({ people: [older] })).people).toMatchObject([{ known: true }]);
  });
});

describe('a signed decision', () => {
  test('names people by the subgraph\'s own ids, with their masks, bound to the gateway that asked, for 30 seconds', async () => {
    const { signed, at } = await decide({ people: [idOf('morag')], sign: [fetchOf('health-and-work', 'joined', 'HEALTH_AND_WORK')] });
    const claims = await claimsOf(signed[0]!, 'health-and-work');
    expect(claims).toMatchObject({ use: 'joined', purpose: 'EMPLOYABILITY_SUPPORT', cnf: { jwk: gateway.publicJwk }, iat: Math.floor(at / 1000), exp: Math.floor(at / 1000) + 30 });
    expect(claims.caller).toEqual({ kind: 'worker', worker: 'isla', agency: 'fife-works', team: 'fife-works-east', roles: ['KEY_WORKER'] });
    expect(Object.keys(claims.people)).toEqual([identifiers.issue('health-and-work', spineOf('morag'))]);
    const [morag] = Object.values(claims.people);
    expect(open(morag!.granted)).toEqual(expect.arrayContaining(['HEALTH_AND_WORK', 'HEALTH_APPOINTMENTS']));
    expect(claims.legend[9]).toBe('HEALTH_AND_WORK');
  });

  test.each<[string, SignFor, string[]]>([
    ['a joined fetch has those who share one of the categories it needs', fetchOf('careers', 'joined', 'SKILLS', 'WORK_HISTORY'), ['morag', 'callum']],
    ['a joined fetch that needs nothing has everybody who is known', fetchOf('careers'), ['morag', 'callum', 'tam']],
    ['a query has everybody who is known', fetchOf('consent', 'query'), ['morag', 'callum', 'tam']],
    ['a mutation has everybody who may be named', fetchOf('consent', 'mutation'), ['morag', 'callum', 'tam']],
  ])('%s', async (_, want, expected) => {
    const { signed } = await decide({ people: ['morag', 'callum', 'tam', 'hamish'].map(idOf), sign: [want] });
    const { people } = await claimsOf(signed[0]!, want.subgraph);
    expect(Object.keys(people).toSorted()).toEqual(expected.map((name) => identifiers.issue(want.subgraph, spineOf(name))).toSorted());
    if (want.use !== 'joined') expect(new Set(Object.values(people).flatMap(({ granted, own }) => [granted, own]))).toEqual(new Set([toHex(maskOf())]));
    // Isla supports all three; nothing but a mutation needs to know.
    expect(Object.values(people).map(({ supported }) => supported)).toEqual(expected.map(() => (want.use === 'mutation' ? true : undefined)));
    expect(Object.values(people).filter(({ sees }) => sees !== undefined).length).toBe(want.use === 'mutation' ? expected.length : 0);
  });

  test('of a mutation says what the worker sees of what the room holds, under any grant or as their own, nothing of another room, and opens none of it', async () => {
    const { signed } = await decide({ mutation: true, people: [idOf('callum')], sign: [fetchOf('employability', 'mutation')] });
    const [callum] = Object.values((await claimsOf(signed[0]!, 'employability')).people);
    expect(open(callum!.sees!)).toEqual(['ACTION_PLAN', 'SUPPORT_RECEIVED']);
    const justice = await decide({ token: await workerToken('ruaridh', 'fife-justice'), mutation: true, people: [idOf('callum')], sign: [fetchOf('justice', 'mutation')] });
    expect(open(Object.values((await claimsOf(justice.signed[0]!, 'justice')).people)[0]!.sees!)).toContain('CONVICTIONS');
  });

  test('of a lead\'s mutation names whom the team has to take over, and shows nothing of them', async () => {
    const { signed, people } = await decide({ token: await workerToken('kirsty'), mutation: true, people: [idOf('hamish')], sign: [fetchOf('consent', 'mutation'), fetchOf('consent')] });
    expect(people).toMatchObject([{ known: false, addressable: true }]);
    expect((await claimsOf(signed[0]!, 'consent')).people).toEqual({ [idOf('hamish')]: { granted: toHex(maskOf()), own: toHex(maskOf()) } });
    expect((await claimsOf(signed[1]!, 'consent')).people).toEqual({});
  });

  test('carries the sources that a grant names', async () => {
    const person = idOf('tam');
    const { subject } = await ledger.giveGrant({
      actor: { kind: 'person', id: person }, key: randomUUID(), person, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['WHERE_I_LIVE'], recipient: { agency: 'fife-works' }, sources: ['glasgow-housing'],
    });
    const { signed } = await decide({ people: [person], sign: [fetchOf('housing')] });
    expect(Object.values((await claimsOf(signed[0]!, 'housing')).people)).toMatchObject([{ sources: { WHERE_I_LIVE: ['glasgow-housing'] } }]);
    await ledger.withdrawGrant({ actor: { kind: 'person', id: person }, key: randomUUID(), person, grant: subject });
  });

  test('carries the days of the rows that a grant names, and a category that is shared by them alone is not granted', async () => {
    const person = idOf('tam'), act = () => ({ actor: { kind: 'person', id: person } as const, key: randomUUID(), person });
    const given = [{ categories: ['WHERE_I_LIVE'], dataFrom: '2026-03-01' }, { categories: ['HOUSING_MONEY'], dataTo: '2026-03-31' }, { categories: ['HOUSING_MONEY'], sources: ['glasgow-housing'] }];
    const grants: string[] = [];
    for (const one of given) grants.push((await ledger.giveGrant({ ...act(), purpose: 'EMPLOYABILITY_SUPPORT', recipient: { agency: 'fife-works' }, ...one })).subject);
    const { people, signed } = await decide({ people: [person], sign: [fetchOf('housing')] });
    const { people: claimed, legend } = await claimsOf(signed[0]!, 'housing');
    const [theirs] = Object.values(claimed);
    const isIn = (mask: string, category: string): boolean => ((BigInt(`0x${mask}`) >> BigInt(legend.indexOf(category))) & 1n) === 1n;
    expect(theirs).toMatchObject({ sources: { HOUSING_MONEY: ['glasgow-housing'] }, dated: { WHERE_I_LIVE: [{ from: '2026-03-01' }], HOUSING_MONEY: [{ to: '2026-03-31' }] } });
    expect(['WHERE_I_LIVE', 'HOUSING_MONEY'].map((category) => [isIn(theirs!.granted, category), isIn(people[0]!.granted, category)])).toEqual([[false, true], [true, true]]);
    for (const grant of grants) await ledger.withdrawGrant({ ...act(), grant });
  });

  test('is checked by anybody with the published keys', async () => {
    const published = await (await fetch(`${door.url}/jwks.json`)).json();
    expect(published).toEqual({ keys: [{ ...signingKey.publicJwk, kid: signingKey.kid, use: 'sig', alg: 'EdDSA' }] });
  });
});

async function releaseOf(name: string, answer: DecideAnswer, released: Mask): Promise<ReleaseRequest> {
  const { granted, own, known, fingerprint } = answer.people[0]!;
  const asked = await question({ sign: [fetchOf('employability', 'joined', 'ACTION_PLAN')] });
  return {
    ...asked, attempt: 1, kind: 'LOOK', operation: { hash: 'ab'.repeat(32), name: null },
    people: [{ id: idOf(name), granted, own, known, fingerprint, asked: toHex(maskOf('ACTION_PLAN')), released: toHex(released) }],
  };
}

describe('release', () => {
  test('commits once, and tells when, however often it is asked', async () => {
    const told = await releaseOf('jean', await decide({ people: [idOf('jean')] }), maskOf('ACTION_PLAN'));
    const answers = [await ask('/release', told), await ask('/release', told), await ask('/release', told)];
    expect(answers[0]).toMatchObject({ status: 200, body: { status: 'RELEASED' } });
    expect(answers[2]).toEqual(answers[0]);
    expect(await ledger.readDisclosures(idOf('jean'), { first: 10 })).toHaveLength(1);
  });

  test('after a withdrawal tells what holds now, signed anew, and commits nothing', async () => {
    const person = idOf('mairi');
    const told = await releaseOf('mairi', await decide({ people: [person] }), maskOf('ACTION_PLAN'));
    await ledger.stopAll({ actor: { kind: 'person', id: person }, key: randomUUID(), person });
    const { body } = await ask('/release', told);
    expect(body).toMatchObject({ status: 'CHANGED', people: [{ id: person, known: true, granted: toHex(maskOf('NAME_AND_CONTACT')) }] });
    const { signed } = body as { signed: string[] };
    expect((await claimsOf(signed[0]!, 'employability')).people).toEqual({});
    expect(await ledger.readDisclosures(person, { first: 10 })).toEqual([]);
  });

  test('of another content under the same request is refused', async () => {
    const told = await releaseOf('callum', await decide({ people: [idOf('callum')] }), maskOf('ACTION_PLAN'));
    await ask('/release', told);
    expect(await ask('/release', { ...told, people: told.people.map((one) => ({ ...one, released: toHex(maskOf()) })) })).toMatchObject({ status: 400, body: { error: { code: 'KEY_REUSED' } } });
  });
});

describe('nobody is answered', () => {
  test.each<[string, number, string, () => Promise<{ status: number; body: unknown }>]>([
    ['a gateway that is not ours', 403, 'DECISION_REFUSED', async () => ask('/decide', await question(), generateSigningKey())],
    ['a body that was altered', 403, 'DECISION_REFUSED', async () => ask('/decide', await question(), gateway, (text) => text.replace('false', 'true '))],
    ['a signature for another question', 403, 'DECISION_REFUSED', async () => {
      const body = JSON.stringify(await question());
      const response = await fetch(`${door.url}/release`, { method: 'POST', body, headers: signRequest({ method: 'POST', path: '/decide', body }, gateway, Date.now(), randomUUID()) });
      return { status: response.status, body: await response.json() };
    }],
    ['no token', 401, 'UNAUTHENTICATED', async () => ask('/decide', await question({ token: '' }))],
    ['a token of nobody\'s', 401, 'UNAUTHENTICATED', async () => ask('/decide', await question({ token: `${await workerToken()}x` }))],
    ['a worker by the people\'s issuer', 401, 'UNAUTHENTICATED', async () => ask('/decide', await question({ token: await token('people', { agency: 'fife-works' }, 'isla') }))],
    ['somebody without an account', 401, 'UNAUTHENTICATED', async () => ask('/decide', await question({ token: await workerToken('nobody') }))],
    ['a worker who says another agency', 403, 'FORBIDDEN', async () => ask('/decide', await question({ token: await workerToken('isla', 'nhs-fife') }))],
    ['a subgraph that is none', 400, 'BAD_REQUEST', async () => ask('/decide', await question({ sign: [fetchOf('person')] }))],
    ['the same person twice', 400, 'BAD_REQUEST', async () => ask('/decide', await question({ people: [idOf('jean'), idOf('jean')] }))],
    ['a malformed id', 400, 'BAD_REQUEST', async () => ask('/decide', { ...await question(), people: ['jean'] })],
    ['an id of an unknown key', 400, 'BAD_REQUEST', async () => ask('/decide', { ...await question(), people: [idOf('jean').replace('2.', '9.')] })],
    ['a mask that is none', 400, 'BAD_REQUEST', async () => ask('/decide', { ...await question(), sign: [{ ...fetchOf('housing'), needs: 'all' }] })],
    ['a body of another shape', 400, 'BAD_REQUEST', async () => ask('/release', await question())],
    ['a body that is no object', 400, 'BAD_REQUEST', async () => ask('/decide', null)],
    ['a body over the limit', 413, 'TOO_LARGE', async () => ask('/decide', { padding: 'x'.repeat(1_100_000) })],
    ['another question', 400, 'BAD_REQUEST', async () => ask('/grant', {})],
  ])('for %s', async (_, status, code, asked) => {
    const answer = await asked();
    expect(answer).toMatchObject({ status, body: { error: { code } } });
    expect(JSON.stringify(answer.body)).not.toMatch(/jean|isla|stack/i);
  });

  test('by another method than POST', async () => {
    const response = await fetch(`${door.url}/decide`);
    expect([response.status, await response.json()]).toMatchObject([405, { error: { code: 'METHOD_NOT_ALLOWED' } }]);
  });
});

describe('when the ledger is away', () => {
  test('every question says so, and is answered again once it is back', async () => {
    const later = `${url}_later`;
    const away = await decisionsAt(later);
    const here = door;
    door = away;
    try {
      expect(await ask('/decide', await question({ people: [idOf('jean')] }))).toMatchObject({ status: 503, body: { error: { code: 'DECISIONS_UNAVAILABLE' } } });
      expect((await fetch(`${away.url}/ready`)).status).toBe(503);
      expect((await fetch(`${away.url}/live`)).status).toBe(200);
      await ledgerDatabase(later);
      await seedLedger(later, (spine) => identifiers.issue(LEDGER, spine));
      expect(await ask('/decide', await question({ people: [idOf('jean')] }))).toMatchObject({ status: 200, body: { people: [{ known: true }] } });
      expect((await fetch(`${away.url}/ready`)).status).toBe(200);
    } finally {
      door = here;
      await away.close();
    }
  });
});

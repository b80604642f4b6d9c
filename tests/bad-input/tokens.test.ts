import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { listen, type Listening } from '@thegither/service';
import { exportJWK, SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { expectRefusal, type Refusal } from './expectRefusal.ts';
import { holdIssuerKey, type IssuerKey } from './issuerKey.ts';
import { CANARY, openWatchedHouse, type Received, type Sending, type WatchedHouse } from './openWatchedHouse.ts';

jest.setTimeout(60_000);

const LOOK = 'query ($id: PersonId!) { person(id: $id) { name { knownAs } } }';
const SECONDS = Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

let watched: WatchedHouse, key: IssuerKey, elsewhere: Listening, ofIsla: string, ofMorag: string, rightly: Received;
const elsewhereAsked: string[] = [];

beforeAll(async () => {
  key = holdIssuerKey();
  watched = await openWatchedHouse();
  elsewhere = await listen((request, response) => {
    elsewhereAsked.push(request.url ?? '');
    response.end('{}');
  });
  ofIsla = await watched.house.tokenFor('isla');
  ofMorag = await watched.house.tokenFor('morag');
  rightly = await watched.send(look(`Bearer ${ofIsla}`));
});
afterAll(async () => {
  key.takeBack();
  await elsewhere.close();
  await watched.close();
});
beforeEach(() => watched.forget());
afterEach(async () => expect(await watched.send(look(`Bearer ${ofIsla}`))).toMatchObject({ status: 200, text: rightly.text }));

const look = (authorization: string | readonly string[] | undefined): Sending =>
  ({ body: { query: LOOK, variables: { id: watched.house.personIdFor('isla', 'morag') } }, headers: { authorization } });
const refuses = async (sending: Sending, refusal: Refusal, ...secrets: string[]) => expectRefusal(watched, await watched.send(sending), refusal, secrets);
const refused: Refusal = { code: 'UNAUTHENTICATED' };

const HEADER = (): JWTHeaderParameters => ({ alg: 'ES256', typ: 'at+jwt', kid: key.kid });
const good = (): JWTPayload => ({ aud: 'https://thegither.example/graphql', iat: SECONDS, exp: SECONDS + 300, jti: CANARY });
const isla = (): JWTPayload => ({ ...good(), iss: watched.house.issuerUrls.workers, sub: 'isla', agency: 'fife-works' });
const morag = (): JWTPayload => ({ ...good(), iss: watched.house.issuerUrls.people, sub: 'morag', person: watched.house.personIdFor('person', 'morag') });
const sign = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}, by: Parameters<SignJWT['sign']>[0] = key.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ ...HEADER(), ...header }).sign(by);
const changed = (part: string, by: object = {}) => Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(part, 'base64url').toString()) as object), ...by })).toString('base64url');
/** A token with other words under the same signature. */
const altered = (token: string, change: { header?: object; claims?: object }) => {
  const [header, claims, signature] = token.split('.') as [string, string, string];
  return `${changed(header, change.header)}.${changed(claims, change.claims)}.${signature}`;
};

describe('what is right is taken: the tests below change one thing each of', () => {
  test('a token of the workers\' issuer for Isla', async () => {
    expect(await watched.send(look(`Bearer ${await sign(isla())}`))).toMatchObject({ status: 200, text: rightly.text });
  });
  test('a token of the people\'s issuer for Morag', async () => {
    expect(await watched.send({ ...look(`Bearer ${await sign(morag())}`), body: { query: '{ me { name { knownAs } } }' } })).toMatchObject({ status: 200, text: expect.stringContaining('{"me":{"name":{"knownAs":"Morag"}}}') });
  });
  test.each(['Bearer ', 'bearer ', 'Bearer   '])('the way to show it: "%s"', async (scheme) => {
    expect(await watched.send(look(scheme + ofIsla))).toMatchObject({ status: 200, text: rightly.text });
  });
});

describe('nobody is asked, and the answer is the same, for', () => {
  test.each<[string, () => string | readonly string[] | undefined]>([
    ['no token', () => undefined], ['an empty header', () => ''], ['a scheme alone', () => 'Bearer'], ['a token without its scheme', () => ofIsla],
    ['another scheme', () => `Basic ${Buffer.from(`isla:${CANARY}`).toString('base64')}`], ['some text', () => `Bearer ${CANARY}`], ['the form of a token', () => `Bearer ${CANARY}.${CANARY}.${CANARY}`],
    ['a token and something after it', () => `Bearer ${ofIsla} ${CANARY}`], ['two tokens', () => `Bearer ${ofIsla}, Bearer ${ofMorag}`], ['a token within a header', () => `Bearer ${ofIsla}.${CANARY}`],
    ['a token that is cut', () => `Bearer ${ofIsla.slice(0, -4)}`], ['a token without its signature', () => `Bearer ${ofIsla.replace(/[^.]*$/, '')}`], ['a token as long as a book', () => `Bearer ${CANARY.repeat(700)}`],
    ['a wrong header, and a right one after it', () => [`Bearer ${CANARY}`, `Bearer ${ofIsla}`]],
  ])('%s', async (_, authorization) => refuses(look(authorization()), refused));

  test.each<[string, () => string]>([
    ['whose agency was altered', () => altered(ofIsla, { claims: { agency: 'nhs-fife' } })],
    ['whose worker was altered', () => altered(ofIsla, { claims: { sub: 'ewan' } })],
    ['whose end was altered', () => altered(ofIsla, { claims: { exp: SECONDS + 30_000 } })],
    ['whose person was altered', () => altered(ofMorag, { claims: { person: watched.house.personIdFor('person', 'callum') } })],
    ['whose type was altered', () => altered(ofIsla, { header: { typ: 'JWT' } })],
    ['whose algorithm was altered to none', () => altered(ofIsla, { header: { alg: 'none' } })],
    ['whose algorithm was altered to none, without signature', () => altered(ofIsla, { header: { alg: 'none' } }).replace(/[^.]*$/, '')],
    ['whose algorithm is written otherwise', () => altered(ofIsla, { header: { alg: 'nOnE' } })],
    ['without algorithm or signature', () => new UnsecuredJWT(isla()).encode()],
    ['whose signature is another\'s', () => ofIsla.replace(/[^.]*$/, ofMorag.split('.')[2]!)],
    ['whose signature is empty numbers', () => ofIsla.replace(/[^.]*$/, Buffer.alloc(64).toString('base64url'))],
  ])('a token %s', (_, token) => refuses(look(`Bearer ${token()}`), refused, token()));

  test.each<[string, () => Promise<string>]>([
    ['that has expired', () => sign({ ...isla(), iat: SECONDS - 700, exp: SECONDS - 60 })],
    ['that is not valid yet', () => sign({ ...isla(), nbf: SECONDS + 120 })],
    ['without an end', () => sign({ ...isla(), exp: undefined })],
    ['for another audience', () => sign({ ...isla(), aud: 'https://elsewhere.example/graphql' })],
    ['without an audience', () => sign({ ...isla(), aud: undefined })],
    ['of another type', () => sign(isla(), { typ: 'JWT' })],
    ['without a type', () => sign(isla(), { typ: undefined })],
    ['of a foreign issuer', () => sign({ ...isla(), iss: 'https://elsewhere.example' }, {}, stranger.privateKey)],
    ['of a foreign issuer whose keys could be read', () => sign({ ...isla(), iss: elsewhere.url }, {}, stranger.privateKey)],
    ['of an issuer that looks like ours', () => sign({ ...isla(), iss: `${watched.house.issuerUrls.workers}/` })],
    ['of no issuer', () => sign({ ...isla(), iss: undefined })],
    ['that a stranger signed in the issuer\'s name', () => sign(isla(), {}, stranger.privateKey)],
    ['that a stranger signed, and brings the key along', async () => sign(isla(), { jwk: await exportJWK(stranger.publicKey) }, stranger.privateKey)],
    ['that says where the stranger\'s keys are', () => sign(isla(), { jku: `${elsewhere.url}/jwks` }, stranger.privateKey)],
    ['with what must be understood and is not', () => sign(isla(), { [CANARY]: CANARY, crit: [CANARY] }).catch(() => altered(ofIsla, { header: { crit: [CANARY], [CANARY]: CANARY } }))],
    ['signed with the public key as if it were a secret', () => sign(isla(), { alg: 'HS256' }, new Uint8Array(key.publicKey.export({ format: 'der', type: 'spki' })))],
    ['that is bound to a key which is not shown', () => sign({ ...isla(), cnf: { jkt: CANARY } })],
  ])('a token %s', async (_, token) => {
    const sent = await token();
    await refuses(look(`Bearer ${sent}`), refused, sent);
  });

  test.each<[string, () => JWTPayload]>([
    ['of the people\'s issuer that claims to be a worker', () => ({ ...isla(), iss: watched.house.issuerUrls.people })],
    ['of the people\'s issuer that claims to be a worker as well', () => ({ ...morag(), sub: 'isla', agency: 'fife-works' })],
    ['of the workers\' issuer that claims to be a person', () => ({ ...morag(), iss: watched.house.issuerUrls.workers })],
    ['of the workers\' issuer that claims to be a person as well', () => ({ ...isla(), person: watched.house.personIdFor('person', 'morag') })],
    ['for a worker of no agency', () => ({ ...isla(), agency: undefined })],
    ['for a worker of two agencies', () => ({ ...isla(), agency: ['fife-works', 'nhs-fife'] })],
    ['for an agency without a worker', () => ({ ...isla(), sub: undefined })],
    ['for a worker with a name of every object', () => ({ ...isla(), sub: '__proto__' })],
    ['for a person by a name', () => ({ ...morag(), person: CANARY })],
    ['for a person that is an object', () => ({ ...morag(), person: { id: CANARY } })],
  ])('a token %s', async (_, claims) => {
    const sent = await sign(claims());
    await refuses(look(`Bearer ${sent}`), refused, sent);
  });

  test('nor is anybody asked for a key at an address that a token brings', () => expect(elsewhereAsked).toEqual([]));
});

describe('who is no caller of ours, though the issuer says so, is refused by the decision service', () => {
  test.each<[string, Refusal['code'], () => JWTPayload]>([
    ['a worker without an account', 'UNAUTHENTICATED', () => ({ ...isla(), sub: 'mallory' })],
    ['a worker whose account is another agency\'s', 'FORBIDDEN', () => ({ ...isla(), agency: 'nhs-fife' })],
  ])('%s', async (_, code, claims) => {
    const sent = await sign(claims());
    await refuses(look(`Bearer ${sent}`), { code, asks: ['decisions'] }, sent);
  });
});

test('the schema is told without a token, and nobody is asked', async () => {
  expect(await watched.send({ body: { query: '{ __schema { queryType { name } } }' }, headers: { authorization: undefined } })).toMatchObject({ status: 200, text: '{"data":{"__schema":{"queryType":{"name":"Query"}}}}\n' });
  expect(watched.asked()).toEqual([]);
});

test.each([
  ['data beside it', '{ __schema { queryType { name } } me { id } }'], ['data in a fragment', 'query { ...All } fragment All on Query { __typename me { id } }'],
  ['the schema in a fragment', 'query { ... on Query { __typename } }'], ['a mutation of nothing', 'mutation { __typename }'],
])('with %s it is a question that needs a token', (_, query) => refuses({ body: { query }, headers: { authorization: undefined } }, refused));

import { afterEach, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { createTokenVerifier, type TrustedIssuer } from './tokenVerifier.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const AUDIENCE = 'https://thegither.example/graphql';
const PERSON = '1.AAAAAAAAAAAAAAAAAAAAAA';
const pairs = { EdDSA: generateKeyPairSync('ed25519'), ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }), RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }) };
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const jwk = async (key: KeyObject, kid: string) => ({ ...(await exportJWK(key)), kid });
const workers: TrustedIssuer = {
  issuer: 'https://workers.example', audience: AUDIENCE, kinds: ['worker'],
  keys: { keys: [await jwk(pairs.ES256.publicKey, 'es'), await jwk(pairs.RS256.publicKey, 'rs')] },
};
const people: TrustedIssuer = { issuer: 'https://people.example', audience: AUDIENCE, kinds: ['person'], keys: { keys: [await jwk(pairs.EdDSA.publicKey, 'ed')] } };

const isla: JWTPayload = { iss: workers.issuer, aud: AUDIENCE, sub: 'isla', agency: 'fife-works', iat: NOW / 1000, exp: NOW / 1000 + 300 };
const morag: JWTPayload = { iss: people.issuer, aud: AUDIENCE, sub: 'account-17', person: PERSON, iat: NOW / 1000, exp: NOW / 1000 + 300 };
const token = (claims: JWTPayload, key: KeyObject | Uint8Array, header: Partial<JWTHeaderParameters>) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...header }).sign(key);
const workerToken = (change: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) => token({ ...isla, ...change }, pairs.ES256.privateKey, { kid: 'es', ...header });
const personToken = (change: JWTPayload = {}) => token({ ...morag, ...change }, pairs.EdDSA.privateKey, { alg: 'EdDSA', kid: 'ed' });

const verify = createTokenVerifier({ issuers: [workers, people], now: () => NOW });
const asked = async (jwt: string | Promise<string>) => verify(`Bearer ${await jwt}`);
const json = (status: number, body: unknown): RequestListener => (_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const refused = { code: 'UNAUTHENTICATED', message: expect.stringMatching(/^No valid access token/) };

describe('an access token', () => {
  test('of the workers\' issuer speaks for a worker of an agency', async () => {
    expect(await asked(workerToken())).toEqual({ kind: 'worker', worker: 'isla', agency: 'fife-works' });
  });

  test('of the people\'s issuer speaks for the person', async () => {
    expect(await asked(personToken())).toEqual({ kind: 'person', person: PERSON });
  });

  test.each(['RS256', 'PS256'])('may be signed with %s', async (alg) => {
    expect(await asked(token(isla, pairs.RS256.privateKey, { alg, kid: 'rs' }))).toMatchObject({ worker: 'isla' });
  });

  test.each(['bearer', 'BEARER', 'Bearer '])('is read after "%s"', async (scheme) => {
    expect(await verify(`${scheme} ${await workerToken()}`)).toMatchObject({ worker: 'isla' });
  });

  test('may name other audiences beside ours', async () => {
    expect(await asked(workerToken({ aud: ['https://other.example', AUDIENCE] }))).toMatchObject({ worker: 'isla' });
  });

  test('is taken up to ten seconds after its end, by a clock that is ahead', async () => {
    expect(await asked(workerToken({ exp: NOW / 1000 - 9 }))).toMatchObject({ worker: 'isla' });
  });
});

describe('a token that passed', () => {
  test('is refused once it has expired, however often it was taken before', async () => {
    let at = NOW;
    const again = createTokenVerifier({ issuers: [workers], now: () => at });
    const jwt = await workerToken({ exp: NOW / 1000 + 20 });
    await again(`Bearer ${jwt}`);
    at += 29_000;
    expect(await again(`Bearer ${jwt}`)).toMatchObject({ worker: 'isla' });
    at += 2_000;
    await expect(again(`Bearer ${jwt}`)).rejects.toMatchObject(refused);
  });

  test('lends nothing to one with the same claims and another signature', async () => {
    const again = createTokenVerifier({ issuers: [workers], now: () => NOW });
    const jwt = await workerToken();
    await again(`Bearer ${jwt}`);
    const forged = `${jwt.slice(0, jwt.lastIndexOf('.'))}.${Buffer.alloc(64, 7).toString('base64url')}`;
    await expect(again(`Bearer ${forged}`)).rejects.toMatchObject(refused);
  });
});

describe('one and the same answer refuses', () => {
  test.each<[string, string | undefined]>([
    ['no header', undefined], ['an empty header', ''], ['no token', 'Bearer '], ['another scheme', 'Basic aXNsYTpwYXNz'], ['text that is no token', 'Bearer isla'],
    ['two tokens', 'Bearer a.b.c d.e.f'], ['a token of more than 8 KB', `Bearer ${'a'.repeat(9_000)}.b.c`], ['broken parts', 'Bearer e30.e30.AA'],
  ])('%s', async (_, authorization) => {
    await expect(verify(authorization)).rejects.toMatchObject(refused);
  });

  test.each<[string, () => Promise<string>]>([
    ['a token that has expired', () => workerToken({ exp: NOW / 1000 - 11 })],
    ['a token without an end', () => workerToken({ exp: undefined })],
    ['a token that is not valid yet', () => workerToken({ nbf: NOW / 1000 + 60 })],
    ['a token for another audience', () => workerToken({ aud: 'https://other.example' })],
    ['a token without an audience', () => workerToken({ aud: undefined })],
    ['a token of an unknown issuer', () => workerToken({ iss: 'https://evil.example' })],
    ['a token without an issuer', () => workerToken({ iss: undefined })],
    ['a token that one issuer signed in the other\'s name', () => workerToken({ iss: people.issuer })],
    ['a token that a stranger signed', () => token(isla, stranger.privateKey, { kid: 'es' })],
    ['a token with the name of an unknown key', () => workerToken({}, { kid: 'other' })],
    ['an ID token', () => workerToken({}, { typ: 'JWT' })],
    ['a token without a type', () => workerToken({}, { typ: undefined })],
    ['a token signed with the public key as a shared secret', () => token(isla, pairs.ES256.publicKey.export({ format: 'der', type: 'spki' }), { alg: 'HS256', kid: 'es' })],
    ['a token signed with an algorithm that is not on the list', () => token(isla, pairs.RS256.privateKey, { alg: 'RS512', kid: 'rs' })],
    ['a token that nobody signed', async () => `${(await workerToken()).split('.').map((part, index) => (index === 0 ? Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url') : part)).slice(0, 2).join('.')}.`],
    ['a worker of the people\'s issuer', () => personToken({ person: undefined, sub: 'isla', agency: 'fife-works' })],
    ['a person of the workers\' issuer', () => workerToken({ agency: undefined, person: PERSON })],
    ['a token that speaks for both', () => personToken({ agency: 'fife-works' })],
    ['a token that speaks for nobody', () => workerToken({ agency: undefined })],
    ['a worker without a name', () => workerToken({ sub: undefined })],
    ['a worker\'s name with odd letters', () => workerToken({ sub: 'Isla; drop' })],
    ['a worker\'s name that is too long', () => workerToken({ sub: 'a'.repeat(65) })],
    ['an agency\'s name with odd letters', () => workerToken({ agency: 'fife/works' })],
    ['an agency that is a list', () => workerToken({ agency: ['fife-works'] })],
    ['a malformed person', () => personToken({ person: 'morag' })],
    ['a token bound to a key that was not proved', () => workerToken({ cnf: { jkt: 'x' } })],
  ])('%s', async (_, made) => {
    await expect(asked(made())).rejects.toMatchObject(refused);
  });
});

describe('an issuer\'s keys', () => {
  let server: Server | undefined;
  afterEach(() => { server?.closeAllConnections(); server?.close(); });
  const serving = (listener: RequestListener): Promise<string> => new Promise((resolve) => {
    server = createServer(listener).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}`));
  });
  const remote = (issuer: Partial<TrustedIssuer>) => createTokenVerifier({ issuers: [{ ...workers, keys: undefined, ...issuer }], now: () => NOW });
  const outage = { code: 'INTERNAL' };

  test('are read from their address', async () => {
    const url = await serving(json(200, workers.keys));
    expect(await remote({ jwksUri: `${url}/keys` })(`Bearer ${await workerToken()}`)).toMatchObject({ worker: 'isla' });
  });

  test('are found by the issuer\'s discovery document, which is read once', async () => {
    const seen: (string | undefined)[] = [];
    const url: string = await serving((request, response) => {
      seen.push(request.url);
      json(200, request.url === '/keys' ? workers.keys : { issuer: url, jwks_uri: `${url}/keys` })(request, response);
    });
    const verifyHere = remote({ issuer: url });
    const header = `Bearer ${await workerToken({ iss: url })}`;
    await Promise.all([verifyHere(header), verifyHere(header)]);
    expect(await verifyHere(header)).toMatchObject({ worker: 'isla' });
    expect(seen).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  test.each<[string, RequestListener]>([
    ['answer with an error', json(500, workers.keys)], ['answer with HTML', (_, response) => response.end('<html>')], ['have another shape', json(200, { keys: 1 })],
    ['redirect', (request, response) => (request.url === '/keys' ? json(200, workers.keys)(request, response) : response.writeHead(302, { location: '/keys' }).end())], ['do not answer', (request) => request.socket.destroy()],
  ])('that %s are our outage, not a bad token', async (_, listener) => {
    const url = await serving(listener);
    const header = `Bearer ${await workerToken()}`;
    await expect(remote({ jwksUri: url })(header)).rejects.toMatchObject(outage);
    await expect(remote({ issuer: url })(`Bearer ${await workerToken({ iss: url })}`)).rejects.toMatchObject(outage);
  });

  test('of another issuer\'s discovery document are not trusted', async () => {
    const url: string = await serving((request, response) => json(200, request.url === '/keys' ? workers.keys : { issuer: workers.issuer, jwks_uri: `${url}/keys` })(request, response));
    await expect(remote({ issuer: url })(`Bearer ${await workerToken({ iss: url })}`)).rejects.toMatchObject(outage);
  });

  test('are not read without TLS, wherever the discovery document says', async () => {
    const url: string = await serving((request, response) => json(200, { issuer: url, jwks_uri: 'http://keys.example/keys' })(request, response));
    await expect(remote({ issuer: url })(`Bearer ${await workerToken({ iss: url })}`)).rejects.toMatchObject({ ...outage, cause: { message: 'no discovery document of this issuer' } });
  });

  test('are tried again after an outage, without a restart', async () => {
    let down = true;
    const url = await serving((request, response) => json(down ? 503 : 200, workers.keys)(request, response));
    const verifyHere = remote({ jwksUri: url });
    const header = `Bearer ${await workerToken()}`;
    await expect(verifyHere(header)).rejects.toMatchObject(outage);
    down = false;
    expect(await verifyHere(header)).toMatchObject({ worker: 'isla' });
  });

  test('are looked for again after the discovery document could not be read', async () => {
    let down = true;
    const url: string = await serving((request, response) =>
      json(down ? 503 : 200, request.url === '/keys' ? workers.keys : { issuer: url, jwks_uri: `${url}/keys` })(request, response));
    const verifyHere = remote({ issuer: url });
    const header = `Bearer ${await workerToken({ iss: url })}`;
    await expect(verifyHere(header)).rejects.toMatchObject(outage);
    down = false;
    expect(await verifyHere(header)).toMatchObject({ worker: 'isla' });
  });

  test('that do not have the token\'s key make the token a bad one', async () => {
    const url = await serving(json(200, people.keys));
    await expect(remote({ jwksUri: url })(`Bearer ${await workerToken()}`)).rejects.toMatchObject(refused);
  });
});

const unread = { ...workers, keys: undefined };
test.each<[string, TrustedIssuer[]]>([
  ['no issuer', []], ['an issuer twice', [workers, { ...people, issuer: workers.issuer }]], ['an issuer without TLS', [{ ...unread, issuer: 'http://workers.example' }]],
  ['keys without TLS', [{ ...unread, jwksUri: 'http://workers.example/keys' }]], ['keys at no address', [{ ...unread, jwksUri: 'keys' }]],
])('%s is refused when the service starts', (_, issuers) => {
  expect(() => createTokenVerifier({ issuers })).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});

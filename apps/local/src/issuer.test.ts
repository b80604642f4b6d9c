import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { createTokenVerifier } from '@thegither/identity';
import { parsePersonId } from '@thegither/vocabulary';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { AUDIENCE, openIssuer, requestToken, type Issuer } from './issuer.ts';

const person = parsePersonId('1.AAAAAAAAAAAAAAAAAAAAAA')!;
const secret = 'only-for-this-test';
const written = [jest.spyOn(console, 'warn').mockImplementation(() => undefined), jest.spyOn(console, 'info').mockImplementation(() => undefined)];
let workers: Issuer, people: Issuer;

beforeAll(async () => {
  workers = await openIssuer({ accounts: [{ name: 'isla', claims: { agency: 'fife-works' }, words: 'Isla' }, { name: 'una', claims: { agency: 'glasgow-housing' }, words: 'Una' }], secret, env: {} });
  people = await openIssuer({ accounts: [{ name: 'morag', claims: { person }, words: 'Morag' }], secret, env: {} });
});
afterAll(() => Promise.all([workers.close(), people.close()]));
afterEach(() => { jest.clearAllMocks(); });

const trusted = () => createTokenVerifier({
  issuers: [
    { issuer: workers.url, audience: AUDIENCE, kinds: ['worker'] },
    { issuer: people.url, audience: AUDIENCE, kinds: ['person'] },
  ],
});

test('a token says who its account is, to whoever trusts the issuer', async () => {
  const verify = trusted();
  expect(await verify(`Bearer ${await workers.tokenFor('isla')}`)).toEqual({ kind: 'worker', worker: 'isla', agency: 'fife-works' });
  expect(await verify(`Bearer ${await workers.tokenFor('una')}`)).toEqual({ kind: 'worker', worker: 'una', agency: 'glasgow-housing' });
  expect(await verify(`Bearer ${await people.tokenFor('morag')}`)).toEqual({ kind: 'person', person });
});

test('a token is an access token of ten minutes for our GraphQL alone', async () => {
  const token = await workers.tokenFor('isla');
  const { aud, exp, iat, iss } = decodeJwt(token);
  expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
  expect({ aud, iss, seconds: exp! - iat! }).toEqual({ aud: AUDIENCE, iss: workers.url, seconds: 600 });
});

test('an issuer gives no token for another secret or account', async () => {
  await expect(requestToken(workers.url, 'isla', 'guessed')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(requestToken(workers.url, 'morag', secret)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(() => workers.tokenFor('morag')).toThrow('no demo account of that name');
});

test('an issuer gives no token for another audience', async () => {
  const response = await fetch(`${workers.url}/token`, {
    method: 'POST', headers: { authorization: `Basic ${Buffer.from(`isla:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: 'https://elsewhere.example/' }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: 'invalid_target' });
});

test('there is no issuer of demo accounts in production', async () => {
  await expect(openIssuer({ accounts: [], secret, env: { NODE_ENV: 'production' } })).rejects.toMatchObject({ code: 'CONFIGURATION' });
});

test('the library writes nothing to the terminal', async () => {
  await (await openIssuer({ accounts: [], secret, env: {} })).close();
  for (const console of written) expect(console).not.toHaveBeenCalled();
});

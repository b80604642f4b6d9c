import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { compactVerify, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import type { DecisionClaims } from '@thegither/vocabulary';
import { LONGEST_LIFE_S } from './decisionClaims.ts';
import { createDecisionVerifier } from './decisionVerifier.ts';
import { LEEWAY_MS } from './leeway.ts';
import type { JwkSet } from './publicKey.ts';
import { baseOf, requestDigest } from './requestSignature.ts';
import { signDecision } from './signDecision.ts';
import { importSigningKey, jwkSetOf } from './signingKey.ts';
import { partOf, signTogether } from './signRequest.ts';
import { verifyRequest } from './verifyRequest.ts';

/** The page's fenced blocks by the name after their language. */
const page = readFileSync(new URL('../../../docs/claims.md', import.meta.url), 'utf8');
const blocks = new Map([...page.matchAll(/^```[a-z]+ ([a-z-]+)\n(.*?)\n```$/gms)].map(([, name, text]) => [name!, text!]));
const block = (name: string): string => blocks.get(name) ?? '';
const json = (name: string): unknown => JSON.parse(block(name));

const key = importSigningKey(json('decision-key'));
const gateway = importSigningKey(json('gateway-key'));
const jwks = json('jwks') as JwkSet;
const claims = json('claims') as DecisionClaims;
const decision = block('decision');
const headers = Object.fromEntries(block('headers').split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
const body = block('body').replace('<decision>', decision);
const request = { method: 'POST', path: '/graphql', headers, body };
const AT = 1_772_442_005;

const verifier = (at = AT, change = {}) =>
  createDecisionVerifier({ keys: () => jwks, audience: 'housing', issuer: claims.iss, now: () => at * 1000, ...change });
const refused = expect.objectContaining({ code: 'DECISION_REFUSED' });

describe('the decision on the claims page', () => {
  test('is what our decision service signs and publishes', () => {
    expect(signDecision(claims, key, () => ['2GLC42sKQveCfGfryNRN9w'])).toBe(decision);
    expect(jwkSetOf(key)).toEqual(jwks);
  });

  test('with rows that are shared by their day is what our decision service signs, and is verified', async () => {
    const dated = { ...claims, people: json('dated-people') as DecisionClaims['people'] };
    expect(signDecision(dated, key, () => ['2GLC42sKQveCfGfryNRN9w'])).toBe(block('dated-decision'));
    expect(await verifier().verify(block('dated-decision'))).toEqual(dated);
  });

  test('is verified by ours and by jose alike', async () => {
    expect(await verifier().verify(decision)).toEqual(claims);
    const [jws, disclosure] = decision.split('~') as [string, string];
    const { payload } = await jwtVerify(jws, createLocalJWKSet(jwks as JSONWebKeySet), {
      algorithms: ['EdDSA'], typ: 'decision+sd-jwt', issuer: claims.iss, clockTolerance: 10, currentDate: new Date(AT * 1000),
    });
    expect(payload).toEqual({ iss: claims.iss, iat: claims.iat, exp: claims.exp, _sd_alg: 'sha-256', _sd: [createHash('sha256').update(disclosure).digest('base64url')] });
    const { iss, iat, exp, ...own } = claims;
    expect(JSON.parse(Buffer.from(disclosure, 'base64url').toString())).toEqual(['2GLC42sKQveCfGfryNRN9w', 'decision', own]);
    expect({ iss, iat, exp }).toEqual({ iss: payload.iss, iat: payload.iat, exp: payload.exp });
  });

  test.each([[1_772_441_990, true], [1_772_441_989, false], [1_772_442_069, true], [1_772_442_070, false]])('at %i is accepted: %p', async (at, accepted) => {
    expect(await verifier(at).verify(decision).then(() => true, () => false)).toBe(accepted);
  });

  test.each([['another subgraph', { audience: 'justice' }], ['another issuer', { issuer: 'https://other.example' }]])('is refused for %s', async (_, change) => {
    await expect(verifier(AT, change).verify(decision)).rejects.toEqual(refused);
  });

  test.each(['unsigned', 'forged'])('is refused when it is %s, by ours and by jose alike', async (name) => {
    expect(block(name).split('.')[1]).toBe(decision.split('.')[1]);
    await expect(verifier().verify(block(name))).rejects.toEqual(refused);
    await expect(compactVerify(block(name).split('~')[0]!, createLocalJWKSet(jwks as JSONWebKeySet), { algorithms: ['EdDSA'] })).rejects.toThrow();
  });
});

describe('the request on the claims page', () => {
  test('is what our gateway signs', () => {
    const other = partOf({ method: 'POST', path: '/graphql', body: 'what another subgraph is asked' }, 'a7c0a2a4-0c5f-4d0e-9a5b-3f0d6f1f7c11');
    expect(signTogether([other, partOf(request, 'e1b0f7d4-2f5c-4c39-8d9a-7f4a1c2b3d5e')], gateway, 1_772_442_001_000, (count) => Array.from({ length: count }, () => `:${Buffer.alloc(32, 'decoy').toString('base64')}:`))[1]).toEqual(headers);
  });

  test('is verified by ours, under the key that the decision names', () => {
    expect(claims.cnf.jwk).toEqual(gateway.publicJwk);
    expect(() => verifyRequest(request, claims.cnf.jwk, AT * 1000)).not.toThrow();
  });

  test('has the digest of the page, among those that are signed', () => {
    const own = `:${createHash('sha256').update(block('own-digest')).digest('base64')}:`;
    expect(requestDigest({ method: 'POST', path: '/graphql', content: headers['content-digest']!, nonce: headers['request-nonce']! })).toBe(own);
    expect(headers['request-digests']!.split(', ')).toContain(own);
  });

  test('has the signature base of the page, and its signature fits under WebCrypto too', async () => {
    const base = baseOf(headers['request-digests']!, headers['signature-input']!.replace('thegither=', ''));
    expect(base).toBe(block('signature-base'));
    const publicKey = await crypto.subtle.importKey('jwk', claims.cnf.jwk, 'Ed25519', false, ['verify']);
    const signature = Buffer.from(headers.signature!.slice('thegither=:'.length, -1), 'base64');
    expect(await crypto.subtle.verify('Ed25519', publicKey, signature, Buffer.from(block('signature-base')))).toBe(true);
  });

  test.each([[1_772_441_990, false], [1_772_441_991, true], [1_772_442_011, true], [1_772_442_012, false]])('at %i is accepted: %p', (at, accepted) => {
    const check = () => verifyRequest(request, claims.cnf.jwk, at * 1000);
    if (accepted) expect(check).not.toThrow();
    else expect(check).toThrow(refused);
  });

  test.each([['body', `${body} `], ['path', '/other'], ['method', 'PUT']])('is refused with another %s', (part, value) => {
    expect(() => verifyRequest({ ...request, [part]: value }, claims.cnf.jwk, AT * 1000)).toThrow(refused);
  });
});

test('the page tells every claim, and the limits that we keep', () => {
  const table = page.slice(page.indexOf('## The claims'), page.indexOf('## What the masks permit'));
  expect([...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, names]) => names!.replaceAll('`', '').split(', ')).toSorted()).toEqual(Object.keys(claims).toSorted());
  expect(page).toContain(`from 1 to ${LONGEST_LIFE_S}`);
  expect(page).toContain(`up to ${LEEWAY_MS / 1000} seconds apart`);
});

import { describe, expect, test } from '@jest/globals';
import { createHash, sign } from 'node:crypto';
import { CompactSign, createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { REGISTER, type DecisionClaims } from '@thegither/vocabulary';
import { createDecisionVerifier } from './decisionVerifier.ts';
import { createIdentifiers } from './identifiers.ts';
import { signDecision, signDecisions } from './signDecision.ts';
import { generateSigningKey, jwkSetOf, type SigningKey } from './signingKey.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const seconds = NOW / 1000;
const key = generateSigningKey();
const gateway = generateSigningKey();
const identifiers = createIdentifiers({ current: 1, keys: { 1: Buffer.alloc(32, 1) } });
const morag = identifiers.issue('housing', 'a'.repeat(32) as Parameters<typeof identifiers.issue>[1]);
const nothing = '0000000000000000';

const claims: DecisionClaims = {
  iss: 'https://decisions.example', aud: 'housing', iat: seconds, exp: seconds + 60, jti: 'b5e7c4f2-4e5a-4b5e-8f3a-1d2c3b4a5f6e',
  cnf: { jwk: gateway.publicJwk }, use: 'joined', caller: { kind: 'worker', worker: 'isla', agency: 'fife-works', team: 'kirkcaldy', roles: ['KEY_WORKER'] },
  purpose: 'EMPLOYABILITY_SUPPORT', legend: REGISTER.map(({ name }) => name), words: { OUTSIDE_AGREEMENT: nothing, ROLE_LIMIT: nothing, NO_PURPOSE: nothing },
  people: { [morag]: { granted: '00000000000a0000', own: nothing, sources: { WHERE_I_LIVE: ['fife-housing'] } } },
};
const verifier = (now = NOW, keys = jwkSetOf(key)) => createDecisionVerifier({ keys: () => keys, audience: 'housing', issuer: 'https://decisions.example', now: () => now });
const refused = { code: 'DECISION_REFUSED' };
const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const SALT = '2GLC42sKQveCfGfryNRN9w';
const digestOf = (disclosure: string): string => createHash('sha256').update(disclosure).digest('base64url');
/** Signs any header and payload as they are. */
const signJws = (header: unknown, payload: unknown, by: SigningKey = key): string => {
  const signed = `${part(header)}.${part(payload)}`;
  return `${signed}.${sign(null, Buffer.from(signed), by.privateKey).toString('base64url')}`;
};
const apart = ({ iss, iat, exp, ...own }: Record<string, unknown>) => ({ common: { iss, iat, exp }, own });
/** Signs any header, with any claims, changed as asked in what is signed or in what is disclosed. */
const signAny = (header: unknown, whole: Record<string, unknown>, by: SigningKey = key, change: { payload?: object; disclosed?: (own: object) => unknown } = {}): string => {
  const { common, own } = apart(whole);
  const disclosure = part((change.disclosed ?? ((all) => [SALT, 'decision', all]))(own));
  return `${signJws(header, { ...common, _sd_alg: 'sha-256', _sd: [digestOf(disclosure)], ...change.payload }, by)}~${disclosure}~`;
};
const header = { alg: 'EdDSA', typ: 'decision+sd-jwt', kid: key.kid };
const all = { ...claims } as Record<string, unknown>;

describe('a signed decision', () => {
  test('is read as it was signed', async () => {
    expect(await verifier().verify(signDecision(claims, key))).toEqual(claims);
  });

  test.each<[string, Partial<DecisionClaims>]>([
    ['for a person', { caller: { kind: 'person', person: morag } }],
    ['for a worker without a team or role', { caller: { kind: 'worker', worker: 'ewan', agency: 'fife-housing', roles: [] } }],
    ['without a purpose', { purpose: null }],
    ['about nobody', { people: {} }],
    ['with a legend of 64', { legend: Array.from({ length: 64 }, (_, index) => `C${index}`), people: { [morag]: { granted: 'ffffffffffffffff', own: nothing } } }],
    ['for a mutation', { use: 'mutation' }],
    ['for a mutation, of somebody whom the caller supports', { use: 'mutation', people: { [morag]: { granted: nothing, own: nothing, supported: true } } }],
    ['for a mutation, with what the caller sees of somebody', { use: 'mutation', people: { [morag]: { granted: nothing, own: nothing, supported: true, sees: '0000000000000001' } } }],
    ['with rows that are shared by their day', { people: { [morag]: { granted: nothing, own: nothing, dated: { SKILLS: [{ from: '2026-03-01' }, { to: '2024-02-29', sources: ['fife-college'] }, { from: '2026-03-01', to: '2026-03-01' }] } } } }],
    ['with a category that this register does not have', { legend: ['A_PARTNERS_NEW_ONE'], people: { [morag]: { granted: '0000000000000001', own: nothing } } }],
  ])('%s is read', async (_, change) => {
    expect(await verifier().verify(signDecision({ ...claims, ...change }, key))).toEqual({ ...claims, ...change });
  });

  test('is verified by jose too', async () => {
    const [jws, disclosure] = signDecision(claims, key).split('~') as [string, string];
    const { payload, protectedHeader } = await jwtVerify(jws, createLocalJWKSet(jwkSetOf(key) as JSONWebKeySet), {
      algorithms: ['EdDSA'], typ: 'decision+sd-jwt', issuer: 'https://decisions.example', currentDate: new Date(NOW),
    });
    const { common, own } = apart(all);
    expect(payload).toEqual({ ...common, _sd_alg: 'sha-256', _sd: [digestOf(disclosure)] });
    expect(JSON.parse(Buffer.from(disclosure, 'base64url').toString())).toEqual([expect.stringMatching(/^[A-Za-z0-9_-]{22}$/), 'decision', own]);
    expect(protectedHeader).toEqual(header);
  });

  test('that jose signed is read', async () => {
    const { common, own } = apart(all);
    const disclosure = part([SALT, 'decision', own]);
    const jws = await new CompactSign(Buffer.from(JSON.stringify({ ...common, _sd_alg: 'sha-256', _sd: [digestOf(disclosure)] }))).setProtectedHeader(header).sign(key.privateKey);
    expect(await verifier().verify(`${jws}~${disclosure}~`)).toEqual(claims);
    expect(`${jws}~${disclosure}~`).toBe(signDecision(claims, key, () => [SALT]));
  });

  test.each([-10_000, 0, 59_999, 69_999])('is taken %i ms after it was made', async (later) => {
    expect(await verifier(NOW + later).verify(signDecision(claims, key))).toEqual(claims);
  });

  test.each([-10_001, 70_000, 3_600_000])('is refused %i ms after it was made', async (later) => {
    await expect(verifier(NOW + later).verify(signDecision(claims, key))).rejects.toMatchObject(refused);
  });
});

describe('decisions that are signed together', () => {
  const { iss, iat, exp, ...own } = claims;
  const justice = { ...own, aud: 'justice', jti: 'another', people: {} };
  const [forHousing, forJustice] = signDecisions({ iss, iat, exp }, [own, justice], key) as [string, string];

  test('are each read by the one it is for, and by no other', async () => {
    expect(await verifier().verify(forHousing)).toEqual(claims);
    await expect(verifier().verify(forJustice)).rejects.toMatchObject(refused);
  });

  test('share one signature and tell nothing of each other but a digest', () => {
    const [jws, disclosure, ...rest] = forHousing.split('~') as [string, string, string];
    expect([jws, rest]).toEqual([forJustice.split('~')[0], ['']]);
    const said = Buffer.from(`${jws.split('.')[1]}`, 'base64url').toString() + Buffer.from(disclosure, 'base64url').toString();
    expect(JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString())).toEqual({ iss, iat, exp, _sd_alg: 'sha-256', _sd: [forHousing, forJustice].map((one) => digestOf(one.split('~')[1]!)).toSorted() });
    expect(said).not.toContain('justice');
    expect(said).not.toContain('another');
  });

  test('have another salt each time, and each its own', () => {
    const salts = [1, 2, 3].flatMap(() => signDecisions({ iss, iat, exp }, [own, justice, own], key)).map((one) => (JSON.parse(Buffer.from(one.split('~')[1]!, 'base64url').toString()) as string[])[0]!);
    expect(new Set(salts).size).toBe(9);
    expect(new Set(salts.map((salt) => Buffer.from(salt, 'base64url').length))).toEqual(new Set([16]));
  });
});

const withPrototype = (own: object): string => JSON.stringify([SALT, 'decision', own]).replace('"people":{', `"people":{"__proto__":{"granted":"${nothing}","own":"${nothing}"},`);

describe('a decision is refused', () => {
  const [jws, disclosure] = signDecision(claims, key).split('~') as [string, string];
  test.each<[string, unknown]>([
    ['that is missing', undefined], ['that is not text', { jws: 'x' }], ['that is empty', ''], ['of two parts', `${jws.replace(/\.[^.]*$/, '')}~${disclosure}~`],
    ['of four parts', `${jws}.x~${disclosure}~`], ['with a space', ` ${jws}~${disclosure}~`], ['with an altered signature', `${jws.replace(/.{4}$/, 'AAAA')}~${disclosure}~`],
    ['whose signature has another text for the same bytes', `${jws.replace(/.$/, (last) => String.fromCharCode(last.charCodeAt(0) + 1))}~${disclosure}~`],
    ['with an altered payload', `${jws.replace(/\.[^.]+\./, `.${part({ iss: claims.iss, iat: claims.iat, exp: claims.exp + 60, _sd_alg: 'sha-256', _sd: [digestOf(disclosure)] })}.`)}~${disclosure}~`],
    ['with an altered disclosure', `${jws}~${part([SALT, 'decision', { ...apart(all).own, use: 'mutation' }])}~`],
    ['without a disclosure', `${jws}~`], ['that is the signed part alone', jws], ['with a disclosure that is empty', `${jws}~~`], ['with two disclosures', `${jws}~${disclosure}~${disclosure}~`],
    ['with a proof of another kind after it', `${jws}~${disclosure}~${jws}`],
    ['with a header that is not JSON', signAny('{', all)], ['with a payload that is not JSON', `${signJws(header, '{')}~${disclosure}~`], ['with a payload that is a list', `${signJws(header, [all])}~${disclosure}~`],
    ['in the form of before, its claims in the payload', signJws({ ...header, typ: 'decision+jwt' }, all)],
    ['whose disclosure is not JSON', signAny(header, all, key, { disclosed: () => '{' })],
    ['whose disclosure is an object', signAny(header, all, key, { disclosed: (own) => own })],
    ['whose disclosure has another name', signAny(header, all, key, { disclosed: (own) => [SALT, 'decisions', own] })],
    ['whose disclosure has no salt', signAny(header, all, key, { disclosed: (own) => ['decision', own] })],
    ['whose disclosure has a short salt', signAny(header, all, key, { disclosed: (own) => ['x', 'decision', own] })],
    ['whose disclosure has something more', signAny(header, all, key, { disclosed: (own) => [SALT, 'decision', own, 1] })],
    ['whose disclosure is about nothing', signAny(header, all, key, { disclosed: () => [SALT, 'decision', null] })],
    ['whose disclosure says again until when', signAny(header, all, key, { disclosed: (own) => [SALT, 'decision', { ...own, exp: claims.exp + 200 }] })],
    ['whose digests are of another kind', signAny(header, all, key, { payload: { _sd_alg: 'md5' } })],
    ['whose payload says something more', signAny(header, all, key, { payload: { nbf: seconds } })],
    ['whose digests are none', signAny(header, all, key, { payload: { _sd: [] } })],
    ['whose digests are text', signAny(header, all, key, { payload: { _sd: digestOf(disclosure) } })],
  ])('%s', async (_, text) => {
    await expect(verifier().verify(text)).rejects.toMatchObject(refused);
  });

  test.each<[string, Record<string, unknown>]>([
    ['no algorithm', { alg: 'none' }], ['an algorithm with a shared secret', { alg: 'HS256' }], ['another algorithm', { alg: 'ES256' }], ['no type', { typ: undefined }],
    ['the type of an access token', { typ: 'at+jwt' }], ['a critical extension', { crit: ['b64'], b64: false }], ['an empty list of critical extensions', { crit: [] }],
    ['a key of its own', { jwk: generateSigningKey().publicJwk }], ['the address of a key', { jku: 'https://evil.example/jwks.json' }], ['no key name', { kid: undefined }],
    ['the name of a property of every object', { kid: 'constructor' }],
  ])('whose header has %s', async (_, change) => {
    await expect(verifier().verify(signAny({ ...header, ...change }, all))).rejects.toMatchObject(refused);
  });

  test('that another key signed, by its own name or by ours', async () => {
    const thief = generateSigningKey();
    await expect(verifier().verify(signDecision(claims, thief))).rejects.toMatchObject(refused);
    await expect(verifier().verify(signAny(header, all, thief))).rejects.toMatchObject(refused);
  });

  test.each<[string, Record<string, unknown>]>([
    ['another subgraph', { aud: 'justice' }], ['several subgraphs', { aud: ['housing'] }], ['another issuer', { iss: 'https://other.example' }],
    ['no issuer', { iss: undefined }], ['no time', { iat: undefined }], ['a time that is text', { iat: String(seconds) }], ['half a second', { exp: seconds + 0.5 }],
    ['no end', { exp: undefined }], ['an end before its beginning', { exp: seconds - 1 }], ['a life of more than five minutes', { exp: seconds + 301 }],
    ['no jti', { jti: undefined }], ['an empty jti', { jti: '' }], ['a jti with odd letters', { jti: 'a b' }],
    ['no cnf', { cnf: undefined }], ['a thumbprint for a key', { cnf: { jkt: 'x' } }], ['another kind of key', { cnf: { jwk: { ...gateway.publicJwk, crv: 'X25519' } } }],
    ['a private key', { cnf: { jwk: { ...gateway.publicJwk, d: 'x' } } }], ['a short key', { cnf: { jwk: { ...gateway.publicJwk, x: 'AAAA' } } }],
    ['an unknown use', { use: 'subscription' }], ['no use', { use: undefined }],
    ['no caller', { caller: undefined }], ['an unknown kind of caller', { caller: { kind: 'service' } }], ['a worker without an agency', { caller: { kind: 'worker', worker: 'isla', roles: [] } }],
    ['an unknown role', { caller: { ...claims.caller, roles: ['ADMIN'] } }], ['a role twice', { caller: { ...claims.caller, roles: ['MENTOR', 'MENTOR'] } }],
    ['a worker\'s name with odd letters', { caller: { ...claims.caller, worker: 'Isla\'--' } }], ['a person whose id is malformed', { caller: { kind: 'person', person: 'morag' } }],
    ['a person who is a worker too', { caller: { ...claims.caller, kind: 'person', person: morag } }],
    ['no purpose at all', { purpose: undefined }], ['an unknown purpose', { purpose: 'CURIOSITY' }],
    ['no legend', { legend: undefined, people: {} }], ['a legend that is text', { legend: 'SKILLS', people: {} }], ['a name twice in the legend', { legend: ['SKILLS', 'SKILLS'], people: {} }],
    ['an odd name in the legend', { legend: ['__proto__'], people: {} }], ['a legend of 65', { legend: Array.from({ length: 65 }, (_, index) => `C${index}`), people: {} }],
    ['a word missing', { words: { OUTSIDE_AGREEMENT: nothing, ROLE_LIMIT: nothing } }], ['a word too many', { words: { ...claims.words, OTHER: nothing } }],
    ['a word that is a number', { words: { ...claims.words, NO_PURPOSE: 0 } }], ['a word without a name in the legend', { words: { ...claims.words, NO_PURPOSE: '8000000000000000' } }],
    ['no people', { people: undefined }], ['people in a list', { people: [] }], ['a person whose key is malformed', { people: { morag: { granted: nothing, own: nothing } } }],
    ['a mask missing', { people: { [morag]: { granted: nothing } } }], ['a mask of 15 digits', { people: { [morag]: { granted: nothing, own: nothing.slice(1) } } }],
    ['a mask in capitals', { people: { [morag]: { granted: '000000000000000A', own: nothing } } }],
    ['a mask without a name in the legend', { people: { [morag]: { granted: '0000000001000000', own: nothing } } }],
    ['an own mask without a name in the legend', { people: { [morag]: { granted: nothing, own: 'ffffffffffffffff' } } }],
    ['sources that are a list', { people: { [morag]: { granted: nothing, own: nothing, sources: [] } } }],
    ['no source in a list of sources', { people: { [morag]: { granted: nothing, own: nothing, sources: { SKILLS: [] } } } }],
    ['sources of a category that is not in the legend', { people: { [morag]: { granted: nothing, own: nothing, sources: { OTHER: ['fife-housing'] } } } }],
    ...(([
      ['no list of days', {}], ['an empty list of days', []], ['days that are neither from nor to a day', [{}]], ['sources of no days', [{ sources: ['fife-college'] }]], ['a day that is none', [{ from: '2026-02-29' }]],
      ['a moment for a day', [{ from: '2026-03-01T00:00:00Z' }]], ['days that end before they begin', [{ from: '2026-03-02', to: '2026-03-01' }]], ['days of no source', [{ from: '2026-03-01', sources: [] }]],
      ['something unknown about days', [{ from: '2026-03-01', until: 1 }]],
    ] as const).map(([title, SKILLS]): [string, Record<string, unknown>] => [title, { people: { [morag]: { granted: nothing, own: nothing, dated: { SKILLS } } } }])),
    ...[false, 'true', 1].map((supported): [string, Record<string, unknown>] => [`support that is said as ${JSON.stringify(supported)}`, { people: { [morag]: { granted: nothing, own: nothing, supported } } }]),
    ['a mask of what is seen without a name in the legend', { people: { [morag]: { granted: nothing, own: nothing, sees: '0000000001000000' } } }],
    ['what is seen as a list', { people: { [morag]: { granted: nothing, own: nothing, sees: ['SKILLS'] } } }],
    ['days of a category that is not in the legend', { people: { [morag]: { granted: nothing, own: nothing, dated: { OTHER: [{ from: '2026-03-01' }] } } } }],
    ['days in a list', { people: { [morag]: { granted: nothing, own: nothing, dated: [] } } }],
    ['something unknown about a person', { people: { [morag]: { granted: nothing, own: nothing, until: 1 } } }],
    ['an unknown claim, which may be a restriction', { nbf: seconds + 30 }],
  ])('whose claims have %s', async (_, change) => {
    await expect(verifier().verify(signAny(header, { ...all, ...change }))).rejects.toMatchObject(refused);
  });

  test('whose people have a key that would reach into every object', async () => {
    await expect(verifier().verify(signAny(header, all, key, { disclosed: withPrototype }))).rejects.toMatchObject(refused);
  });
});

test('with two keys published, decisions of both are taken', async () => {
  const next = generateSigningKey();
  const both = verifier(NOW, jwkSetOf(key, next));
  expect(await both.verify(signDecision(claims, key))).toEqual(claims);
  expect(await both.verify(signDecision(claims, next))).toEqual(claims);
});

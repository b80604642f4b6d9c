import { describe, expect, test } from '@jest/globals';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { contentDigest } from './contentDigest.ts';
import { signatureBase } from './signatureBase.ts';
import { generateSigningKey, importSigningKey } from './signingKey.ts';
import { signRequest } from './signRequest.ts';
import { verifyRequest, type RequestToVerify } from './verifyRequest.ts';

// RFC 9421 appendix B.1.4 and B.2.6
const rfc9421 = importSigningKey({ kty: 'OKP', crv: 'Ed25519', d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' });
const NOW = Date.UTC(2026, 2, 2, 9);
const gateway = generateSigningKey();
const body = '{"query":"{ __typename }"}';
const signed = (key = gateway): RequestToVerify =>
  ({ method: 'POST', path: '/graphql', body, headers: signRequest({ method: 'POST', path: '/graphql', body }, key, NOW, 'nonce-1') });
const check = (request: RequestToVerify, now = NOW, jwk = gateway.publicJwk) => () => verifyRequest(request, jwk, now);
const refused = expect.objectContaining({ code: 'DECISION_REFUSED' });

describe('the RFC\'s own example', () => {
  const base = signatureBase([
    ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'], ['@method', 'POST'], ['@path', '/foo'], ['@authority', 'example.com'],
    ['content-type', 'application/json'], ['content-length', '18'],
  ], '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"');
  const signature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';

  test('our signature base is the one that was signed', () => {
    expect(verify(null, Buffer.from(base), createPublicKey(rfc9421.privateKey), Buffer.from(signature, 'base64'))).toBe(true);
    expect(sign(null, Buffer.from(base), createPrivateKey(rfc9421.privateKey.export({ format: 'pem', type: 'pkcs8' }))).toString('base64')).toBe(signature);
  });

  test('our digest is that of RFC 9530', () => {
    expect(contentDigest('{"hello": "world"}')).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  });
});

describe('a request that the gateway signed', () => {
  test('carries the three headers in the form of the RFC', () => {
    expect(signed().headers).toEqual({
      'content-digest': contentDigest(body),
      'signature-input': `thegither=("@method" "@path" "content-digest");created=${NOW / 1000};nonce="nonce-1";keyid="${gateway.kid}";alg="ed25519";tag="thegither"`,
      signature: expect.stringMatching(/^thegither=:[A-Za-z0-9+/]{86}==:$/),
    });
  });

  test.each([['text', body], ['bytes', Buffer.from(body)]])('is taken with its body as %s', (_, sent) => {
    expect(check({ ...signed(), body: sent })).not.toThrow();
  });

  test.each([-10_000, -1, 0, 9_999, 10_000])('is taken when the clocks are %i ms apart', (apart) => {
    expect(check(signed(), NOW + apart)).not.toThrow();
  });

  test.each([-10_001, 10_001, 3_600_000])('is refused when the clocks are %i ms apart', (apart) => {
    expect(check(signed(), NOW + apart)).toThrow(refused);
  });

  const own = signed();
  const header = (name: string, change: (value: string) => string | string[] | undefined) => ({ ...own, headers: { ...own.headers, [name]: change(own.headers[name] as string) } });
  test.each<[string, RequestToVerify]>([
    ['another method', { ...own, method: 'GET' }],
    ['another path', { ...own, path: '/graphq' }],
    ['a query, which no signature covers', { ...own, path: '/graphql?x=1' }],
    ['a path with a line break', { ...own, path: '/graphql\n"@method": GET' }],
    ['another body', { ...own, body: `${body} ` }],
    ['no body', { ...own, body: '' }],
    ['no headers', { ...own, headers: {} }],
    ['no digest', header('content-digest', () => undefined)],
    ['the digest of another body', header('content-digest', () => contentDigest('x'))],
    ['a second digest', header('content-digest', (value) => `${value}, sha-512=:AAAA:`)],
    ['a digest of another kind', header('content-digest', (value) => value.replace('sha-256', 'md5'))],
    ['no signature', header('signature', () => undefined)],
    ['a signature header twice', header('signature', (value) => [value, value])],
    ['a second signature', header('signature', (value) => `${value}, other=:AAAA:`)],
    ['a signature of another label', header('signature', (value) => value.replace('thegither', 'sig1'))],
    ['an altered signature', header('signature', (value) => value.replace(/=:./, (start) => (start === '=:A' ? '=:B' : '=:A')))],
    ['a signature text that is not canonical', header('signature', (value) => value.replace(/.(?===:$)/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)))],
    ['no parameters', header('signature-input', () => undefined)],
    ['fewer components', header('signature-input', (value) => value.replace(' "content-digest"', ''))],
    ['another order of components', header('signature-input', (value) => value.replace('"@method" "@path"', '"@path" "@method"'))],
    ['one more component', header('signature-input', (value) => value.replace('digest")', 'digest" "date")'))],
    ['one more parameter', header('signature-input', (value) => `${value};expires=9999999999`)],
    ['another time', header('signature-input', (value) => value.replace(/created=\d+/, `created=${NOW / 1000 + 1}`))],
    ['another nonce', header('signature-input', (value) => value.replace('nonce-1', 'nonce-2'))],
    ['another algorithm', header('signature-input', (value) => value.replace('ed25519', 'rsa-v1_5-sha256'))],
    ['another tag', header('signature-input', (value) => value.replace('tag="thegither"', 'tag="other"'))],
    ['another key\'s name', header('signature-input', (value) => value.replace(gateway.kid, generateSigningKey().kid))],
  ])('is refused with %s', (_, request) => {
    expect(check(request)).toThrow(refused);
  });

  test('is refused under a key that is not the decision\'s, even when it names that one', () => {
    const thief = generateSigningKey();
    expect(check(signed(thief))).toThrow(refused);
    expect(check(signed({ ...thief, kid: gateway.kid }))).toThrow(refused);
  });

  test('is refused when it names another key, even though the right one signed it', () => {
    expect(check(signed({ ...gateway, kid: generateSigningKey().kid }))).toThrow(refused);
  });

  test('is refused when the decision\'s key is none', () => {
    expect(check(own, NOW, { ...gateway.publicJwk, x: 'short' })).toThrow(refused);
  });
});

test.each([['/graphql?x=1', 'n'], ['graphql', 'n'], ['/a b', 'n'], ['/graphql', 'a"b'], ['/graphql', '']])('a path or nonce that cannot be covered is not signed: %p %p', (path, nonce) => {
  expect(() => signRequest({ method: 'POST', path, body }, gateway, NOW, nonce)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
});

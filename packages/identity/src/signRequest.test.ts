import { describe, expect, test } from '@jest/globals';
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { contentDigest } from './contentDigest.ts';
import { signatureBase } from './signatureBase.ts';
import { generateSigningKey, importSigningKey } from './signingKey.ts';
import { createRequestSigner } from './requestSigner.ts';
import { requestDigest } from './requestSignature.ts';
import { partOf, signRequest, signTogether } from './signRequest.ts';
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
  test('carries the five headers in the form of the page', () => {
    expect(signed().headers).toEqual({
      'content-digest': contentDigest(body), 'request-nonce': 'nonce-1',
      'request-digests': expect.stringContaining(requestDigest({ method: 'POST', path: '/graphql', content: contentDigest(body), nonce: 'nonce-1' })!),
      'signature-input': `thegither=("request-digests");created=${NOW / 1000};keyid="${gateway.kid}";alg="ed25519";tag="thegither"`,
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
    ['no component', header('signature-input', (value) => value.replace('"request-digests"', ''))],
    ['one more component', header('signature-input', (value) => value.replace('digests")', 'digests" "date")'))],
    ['no digests', header('request-digests', () => undefined)],
    ['the digests of others', header('request-digests', () => requestDigest({ method: 'POST', path: '/graphql', content: contentDigest('x'), nonce: 'nonce-1' }))],
    ['its own digest put among others', header('request-digests', (value) => `${requestDigest({ method: 'POST', path: '/', content: contentDigest(body), nonce: 'n' })}${value.slice(value.indexOf(','))}`)],
    ['digests divided otherwise', header('request-digests', (value) => `${value},`)],
    ['more digests than are signed together', header('request-digests', (value) => Array.from({ length: 5 }, () => value).join(', '))],
    ['one more parameter', header('signature-input', (value) => `${value};expires=9999999999`)],
    ['another time', header('signature-input', (value) => value.replace(/created=\d+/, `created=${NOW / 1000 + 1}`))],
    ['another nonce', header('request-nonce', () => 'nonce-2')],
    ['no nonce', header('request-nonce', () => undefined)],
    ['a nonce with a line break', header('request-nonce', () => 'nonce-1\n')],
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

describe('requests that are signed together', () => {
  const bodies = ['one', 'two', 'three'];
  const together = signTogether(bodies.map((text, index) => partOf({ method: 'POST', path: `/${text}`, body: text }, `nonce-${index}`)), gateway, NOW)
    .map((headers, index): RequestToVerify => ({ method: 'POST', path: `/${bodies[index]}`, body: bodies[index]!, headers }));

  test('are each taken, by one signature, and each has a digest of its own', () => {
    const own = together.map((request) => verifyRequest(request, gateway.publicJwk, NOW));
    expect(new Set(own).size).toBe(3);
    expect(new Set(together.map(({ headers }) => headers['signature'])).size).toBe(1);
    expect(String(together[0]!.headers['request-digests']).split(', ')).toEqual(expect.arrayContaining(own));
  });

  test('are refused in each other\'s place', () => {
    expect(check({ ...together[0]!, body: 'two' })).toThrow(refused);
    expect(check({ ...together[0]!, headers: together[1]!.headers })).toThrow(refused);
    expect(check({ ...together[0]!, headers: { ...together[0]!.headers, 'request-nonce': 'nonce-1' } })).toThrow(refused);
  });

  test.each([[1, 8], [7, 8], [8, 8], [9, 16], [16, 16], [17, 32]])('are counted by nobody who gets one of them: %i look like %i', (count, shown) => {
    const headers = signTogether(Array.from({ length: count }, (_, index) => partOf({ method: 'POST', path: '/', body }, `n${index}`)), gateway, NOW);
    for (const one of headers) {
      const digests = one['request-digests'].split(', ');
      expect([digests.length, digests]).toEqual([shown, digests.toSorted()]);
      expect(check({ method: 'POST', path: '/', body, headers: one })).not.toThrow();
    }
  });

  test('that are alike but for the nonce are told apart', () => {
    const [first, second] = signTogether(['a', 'b'].map((nonce) => partOf({ method: 'POST', path: '/', body }, nonce)), gateway, NOW);
    const own = [first!, second!].map((headers) => verifyRequest({ method: 'POST', path: '/', body, headers }, gateway.publicJwk, NOW));
    expect(own[0]).not.toBe(own[1]);
  });

  test('a signature that was found wrong stays wrong, and one that was right is wrong under another key', () => {
    const [request] = together as [RequestToVerify];
    const forged = { ...request, headers: { ...request.headers, signature: `thegither=:${'A'.repeat(85)}A==:` } };
    for (let again = 0; again < 2; again++) expect(check(forged)).toThrow(refused);
    expect(check(request)).not.toThrow();
    const other = generateSigningKey();
    expect(check({ ...request, headers: { ...request.headers, 'signature-input': String(request.headers['signature-input']).replace(gateway.kid, other.kid) } }, NOW, other.publicJwk)).toThrow(refused);
  });
});

/** A signer whose turns the test ends. */
const signer = (acts: (() => void)[], key = gateway) => {
  let nonce = 0;
  return createRequestSigner({ key, now: () => NOW, nonce: () => `n${nonce++}`, soon: (act) => void acts.push(act) });
};
const request = (text: string) => ({ method: 'POST', path: '/', body: text });

describe('a signer', () => {
  test('signs what is asked for in one turn together, 32 at a time, and begins anew after it', async () => {
    const acts: (() => void)[] = [];
    const signs = signer(acts);
    const texts = Array.from({ length: 33 }, (_, index) => String(index));
    const asked = texts.map((text) => signs(request(text)));
    expect(acts.length).toBe(1);
    acts[0]!();
    const headers = await Promise.all(asked);
    for (const [index, text] of texts.entries()) expect(check({ ...request(text), headers: headers[index]! })).not.toThrow();
    expect(headers.map((one) => one['request-digests'].split(', ').length)).toEqual([...Array.from({ length: 32 }, () => 32), 8]);
    const later = signs(request('later'));
    expect(acts.length).toBe(2);
    acts[1]!();
    expect((await later)['request-digests'].split(', ').length).toBe(8);
  });

  test('does not sign what cannot be covered, and signs the others', async () => {
    const acts: (() => void)[] = [];
    const signs = signer(acts);
    const wrong = signs({ method: 'POST', path: '/?x=1', body });
    const right = signs(request('right'));
    acts[0]!();
    await expect(wrong).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(check({ ...request('right'), headers: await right })).not.toThrow();
  });

  test('fails all that wait when the key cannot sign', async () => {
    const acts: (() => void)[] = [];
    const signs = signer(acts, { ...gateway, privateKey: createPublicKey(gateway.privateKey) });
    const asked = [signs(request('a')), signs(request('b'))];
    acts[0]!();
    for (const result of await Promise.allSettled(asked)) expect(result.status).toBe('rejected');
  });
});

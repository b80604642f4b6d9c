import { describe, expect, test } from '@jest/globals';
import { calculateJwkThumbprint } from 'jose';
import { exportSigningKey, generateSigningKey, importSigningKey, jwkSetOf } from './signingKey.ts';
import { importPublicKey, thumbprint } from './publicKey.ts';

// RFC 8037 appendix A.1 to A.3
const rfc8037 = { kty: 'OKP', crv: 'Ed25519', d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

describe('a signing key', () => {
  test('is named by the thumbprint of RFC 8037 appendix A.3', () => {
    expect(importSigningKey(rfc8037).kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  test('is named as jose names it', async () => {
    const { kid, publicJwk } = generateSigningKey();
    expect(kid).toBe(await calculateJwkThumbprint({ ...publicJwk }));
    expect(thumbprint(publicJwk)).toBe(kid);
  });

  test('is the same after it was exported and imported', () => {
    const key = generateSigningKey();
    const again = importSigningKey(JSON.parse(JSON.stringify(exportSigningKey(key))));
    expect(again).toMatchObject({ kid: key.kid, publicJwk: key.publicJwk });
    expect(exportSigningKey(importSigningKey(rfc8037))).toEqual(rfc8037);
  });

  test('does not show its secret when it is printed', () => {
    expect(JSON.stringify(importSigningKey(rfc8037))).not.toContain(rfc8037.d);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined], ['text', JSON.stringify(rfc8037)], ['a public key', { ...rfc8037, d: undefined }], ['another curve', { ...rfc8037, crv: 'X25519' }],
    ['another kind', { ...rfc8037, kty: 'EC' }], ['a short secret', { ...rfc8037, d: rfc8037.d.slice(4) }],
    ['two halves that do not belong together', { ...rfc8037, x: generateSigningKey().publicJwk.x }],
  ])('is not %s, and the refusal does not repeat it', (_, jwk) => {
    const failure = (() => { try { return importSigningKey(jwk); } catch (error) { return error; } })();
    expect(failure).toMatchObject({ code: 'CONFIGURATION', message: expect.not.stringContaining(rfc8037.d.slice(4)) });
    expect(failure).not.toHaveProperty('cause');
  });
});

describe('a published set', () => {
  test('holds the public half of every key, and no more', () => {
    const [now, next] = [generateSigningKey(), generateSigningKey()];
    expect(jwkSetOf(now, next)).toEqual({
      keys: [now, next].map(({ kid, publicJwk }) => ({ kty: 'OKP', crv: 'Ed25519', x: publicJwk.x, kid, use: 'sig', alg: 'EdDSA' })),
    });
  });
});

test.each<[string, unknown]>([
  ['nothing', null], ['text', 'key'], ['another curve', { ...rfc8037, crv: 'Ed448' }], ['a point that is too short', { ...rfc8037, x: 'AAAA' }],
  ['text that is not canonical', { ...rfc8037, x: `${rfc8037.x.slice(0, -1)}p` }],
])('%s is no public key', (_, jwk) => {
  expect(() => importPublicKey(jwk)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});

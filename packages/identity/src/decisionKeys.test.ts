import { describe, expect, test } from '@jest/globals';
import { createDecisionKeys } from './decisionKeys.ts';
import type { JwkSet } from './publicKey.ts';
import { generateSigningKey, jwkSetOf, type SigningKey } from './signingKey.ts';

const [first, second] = [generateSigningKey(), generateSigningKey()];

/** A key service that publishes what it is told to, and counts how often it is asked. */
function published(...keys: SigningKey[]) {
  const service = { now: 0, set: jwkSetOf(...keys), asked: 0, down: false };
  const keyOf = createDecisionKeys({
    now: () => service.now,
    keys: async () => {
      service.asked += 1;
      if (service.down) throw new Error('down');
      return service.set;
    },
  });
  return { service, keyOf };
}
const outage = { code: 'DECISIONS_UNAVAILABLE' };

describe('the decision service\'s keys', () => {
  test('are read once, for any number of decisions at the same time', async () => {
    const { service, keyOf } = published(first);
    const keys = await Promise.all([keyOf(first.kid), keyOf(first.kid), keyOf(first.kid)]);
    expect(keys.every((key) => key?.asymmetricKeyType === 'ed25519')).toBe(true);
    await keyOf(first.kid);
    expect(service.asked).toBe(1);
  });

  test('a new one is found when a decision names it', async () => {
    const { service, keyOf } = published(first);
    await keyOf(first.kid);
    service.set = jwkSetOf(first, second);
    service.now = 10_000;
    expect(await keyOf(second.kid)).toBeDefined();
    expect(service.asked).toBe(2);
  });

  test('invented names do not make us ask more often than once in ten seconds', async () => {
    const { service, keyOf } = published(first);
    await keyOf(first.kid);
    for (service.now = 1; service.now < 10_000; service.now += 1_111) expect(await keyOf(second.kid)).toBeUndefined();
    expect(service.asked).toBe(1);
    service.now = 10_000;
    await Promise.all([keyOf(second.kid), keyOf('x')]);
    expect(service.asked).toBe(2);
    await keyOf(second.kid);
    expect(service.asked).toBe(2);
  });

  test('one that was taken out is refused after five minutes at the latest', async () => {
    const { service, keyOf } = published(first, second);
    await keyOf(first.kid);
    service.set = jwkSetOf(second);
    service.now = 299_999;
    expect(await keyOf(first.kid)).toBeDefined();
    service.now = 300_000;
    expect(await keyOf(first.kid)).toBeUndefined();
  });

  test('are known by their computed thumbprint, and anything that is no Ed25519 key is passed over', async () => {
    const { service, keyOf } = published();
    service.set = { keys: [{ ...first.publicJwk, kid: 'a-name' }, { kty: 'RSA', crv: '', x: '' }] } satisfies JwkSet;
    expect(await keyOf(first.kid)).toBeDefined();
    expect(await keyOf('a-name')).toBeUndefined();
  });
});

describe('while the keys cannot be read', () => {
  test('it is an outage and not a forgery, we ask at most once a second, and recover without a restart', async () => {
    const { service, keyOf } = published(first);
    service.down = true;
    await expect(keyOf(first.kid)).rejects.toMatchObject(outage);
    service.now = 999;
    await expect(keyOf(first.kid)).rejects.toMatchObject(outage);
    expect(service.asked).toBe(1);
    service.down = false;
    service.now = 1_000;
    expect(await keyOf(first.kid)).toBeDefined();
  });

  test('what was read serves until it is five minutes old, and no longer', async () => {
    const { service, keyOf } = published(first);
    await keyOf(first.kid);
    service.down = true;
    service.now = 299_999;
    expect(await keyOf(first.kid)).toBeDefined();
    await expect(keyOf(second.kid)).rejects.toMatchObject(outage);
    expect(await keyOf(first.kid)).toBeDefined();
    service.now = 300_000;
    await expect(keyOf(first.kid)).rejects.toMatchObject(outage);
  });
});

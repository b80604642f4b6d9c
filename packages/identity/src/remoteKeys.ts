import { HouseError } from '@thegither/vocabulary';
import { isPublicJwk, thumbprint, type JwkSet } from './publicKey.ts';
import { isObject } from './shapes.ts';

/** How long the decision service may take to give its keys. */
const TIMEOUT_MS = 3_000;

/**
 * Reads the decision service's key set from its address, each time it is called: what a subgraph in a process of its own
 * gives its verifier as `keys`. Follows no redirect. Keys of another kind in the set are passed over. Throws
 * DECISIONS_UNAVAILABLE for anything but a JWK set.
 */
export const remoteKeys = (url: string, timeoutMs: number = TIMEOUT_MS) => async (): Promise<JwkSet> => {
  const set = await fetchJson(url, timeoutMs);
  if (!isObject(set) || !Array.isArray(set.keys)) throw new HouseError('DECISIONS_UNAVAILABLE');
  return { keys: set.keys.filter(isPublicJwk).map((jwk) => ({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, kid: thumbprint(jwk) })) };
};

async function fetchJson(url: string, timeoutMs: number): Promise<unknown> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new HouseError('DECISIONS_UNAVAILABLE');
    return await response.json();
  } catch (cause) {
    throw cause instanceof HouseError ? cause : new HouseError('DECISIONS_UNAVAILABLE', undefined, { cause });
  }
}

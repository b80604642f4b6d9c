import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A key of the house's issuers that the test holds too. */
export interface IssuerKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The issuers' key sets are as they were. */
  takeBack(): void;
}

/**
 * Puts one key more into the key set of every issuer, where the house reads it over HTTP: with it a test makes the tokens
 * that those issuers themselves would never make. Everything else is the house's own: which issuers it trusts, for whom
 * each may speak, how it finds their keys.
 */
export function holdIssuerKey(): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = 'held by the test';
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  const read = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const response = await read(address, options);
    const from = String(address instanceof Request ? address.url : address);
    if (!from.startsWith('http://127.0.0.1:') || !from.endsWith('/jwks')) return response;
    const { keys } = (await response.json()) as { keys: object[] };
    return Response.json({ keys: [...keys, jwk] });
  };
  return { kid, privateKey, publicKey, takeBack: () => { globalThis.fetch = read; } };
}

import { MOST_TOGETHER } from './requestSignature.ts';
import { partOf, signTogether, type RequestToSign, type SignablePart, type SignedHeaders } from './signRequest.ts';
import type { SigningKey } from './signingKey.ts';

/** Signs a request soon. Rejects with INTERNAL for one that cannot be signed. */
export type SignRequest = (request: RequestToSign) => Promise<SignedHeaders>;

/** Whose signature, the clock in milliseconds, another nonce for each request, and when to sign what has gathered. */
export interface RequestSignerOptions {
  readonly key: SigningKey;
  readonly now: () => number;
  readonly nonce: () => string;
  readonly soon?: (act: () => void) => void;
}

interface Waiting {
  readonly part: SignablePart;
  readonly resolve: (headers: SignedHeaders) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Signs what is to be sent in one turn of the event loop together: the fetches of one question leave together, and on a
 * busy gateway those of several.
 */
export function createRequestSigner({ key, now, nonce, soon = setImmediate }: RequestSignerOptions): SignRequest {
  let waiting: Waiting[] = [];
  const signAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += MOST_TOGETHER) signSome(all.slice(at, at + MOST_TOGETHER));
  };
  const signSome = (some: readonly Waiting[]): void => {
    try {
      const signed = signTogether(some.map(({ part }) => part), key, now());
      for (const [index, { resolve }] of some.entries()) resolve(signed[index]!);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  };
  return (request) => new Promise((resolve, reject) => {
    const part = partOf(request, nonce());
    if (waiting.length === 0) soon(signAll);
    waiting.push({ part, resolve, reject });
  });
}

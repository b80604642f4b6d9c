import { hash } from 'node:crypto';
import type { Caller } from '@thegither/vocabulary';
import { LEEWAY_MS } from './leeway.ts';

/** Access tokens that were found good a moment ago, and for whom they speak. */
export interface RecentTokens {
  /** For whom it speaks; undefined for one that is not known, not known any more, or expired: it is then checked from the start. */
  find(token: string): Caller | undefined;
  /** Takes in a token that every check has passed; `exp` in seconds. */
  keep(token: string, caller: Caller, exp: number): void;
}

/**
 * How long a token that was found good is taken for good again, in milliseconds, if it does not expire before: short,
 * because a key that its issuer took away would open as long. Keys of issuers are looked up far less often than that.
 */
export const LONGEST_KEPT_MS = 60_000;

/**
 * Remembers that a token was found good: checking a signature is most of what a question costs, and a client
 * sends the same token with each. Only what passed is kept, never a refusal. Kept by the SHA-256 of the whole token, so that neither memory
 * nor a dump of it holds one; another token, by one letter, is another. Bounded: the oldest are forgotten.
 */
export function rememberTokens({ now, limit = 10_000 }: { readonly now: () => number; readonly limit?: number }): RecentTokens {
  const kept = new Map<string, { readonly caller: Caller; readonly until: number }>();
  return {
    find(token) {
      const digest = digestOf(token);
      const known = kept.get(digest);
      if (known === undefined) return undefined;
      if (now() < known.until) return known.caller;
      kept.delete(digest);
      return undefined;
    },
    keep(token, caller, exp) {
      if (kept.size >= limit) kept.delete(kept.keys().next().value!);
      kept.set(digestOf(token), { caller: Object.freeze({ ...caller }), until: Math.min(exp * 1000 + LEEWAY_MS, now() + LONGEST_KEPT_MS) });
    },
  };
}

const digestOf = (token: string): string => hash('sha256', token, 'base64');

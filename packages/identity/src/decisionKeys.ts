import type { KeyObject } from 'node:crypto';
import { HouseError } from '@thegither/vocabulary';
import { importPublicKey, isPublicJwk, type JwkSet } from './publicKey.ts';

/** Where the keys come from, and the clock in milliseconds. */
export interface DecisionKeySource {
  readonly keys: () => JwkSet | Promise<JwkSet>;
  readonly now: () => number;
}

// A key that was taken out of the set stops being trusted after this long; an unknown one is looked up this often.
const OLDEST_MS = 300_000;
const COOLDOWN_MS = 10_000;
const RETRY_MS = 1_000;

/**
 * The keys that may sign decisions, by thumbprint. The set is read when it is first needed, when it is five minutes old,
 * and when a key is asked for that is not in it: the last at most once in ten seconds, so that invented names cannot
 * make us ask without end. Keys are known by their computed thumbprint, never by the name that the set gives them.
 *
 * Undefined for a key that is not in the set. Throws DECISIONS_UNAVAILABLE while the set cannot be read: an outage is
 * not a forgery, and opens as little.
 */
export function createDecisionKeys({ keys, now }: DecisionKeySource): (kid: string) => Promise<KeyObject | undefined> {
  let known: ReadonlyMap<string, KeyObject> | undefined;
  let readAt = -Infinity;
  let failure: { readonly at: number; readonly error: HouseError } | undefined;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    const at = now();
    try {
      known = byThumbprint(await keys());
      [readAt, failure] = [at, undefined];
    } catch (cause) {
      failure = { at, error: new HouseError('DECISIONS_UNAVAILABLE', undefined, { cause }) };
    }
  }
  async function refresh(): Promise<void> {
    if (!failure || now() - failure.at >= RETRY_MS) {
      reading ??= read().finally(() => { reading = undefined; });
      await reading;
    }
    if (failure) throw failure.error;
  }

  return async (kid) => {
    if (!known || now() - readAt >= OLDEST_MS) await refresh();
    if (!known?.has(kid) && now() - readAt >= COOLDOWN_MS) await refresh();
    return known?.get(kid);
  };
}

const byThumbprint = (set: JwkSet): ReadonlyMap<string, KeyObject> =>
  new Map(set.keys.filter(isPublicJwk).map(importPublicKey).map(({ kid, key }) => [kid, key]));

import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { exportSigningKey, type SigningKey } from '@thegither/identity';
import type { Caller, Purpose, SpineId } from '@thegither/vocabulary';

/** As whom and for what somebody asks about whom: another would be answered by another decision. */
export interface About {
  readonly caller: Caller;
  readonly purpose: Purpose | undefined;
  readonly person: SpineId;
}

/** What a caller keeps beside an answer, and brings to be told of what changed since. */
export interface Since {
  /** Writes by which decision somebody was answered: 16 letters that say nothing, and other ones each second. */
  write(about: About, fingerprint: string): string;
  /**
   * Would the same be decided now? `texts` is what this caller was given with an answer, or with several, with a dot
   * between them: all of them have to hold. False for whatever else it is, another caller's or older than half a day.
   */
  holds(texts: unknown, about: About, fingerprint: string): boolean;
}

/** Longer than a working day with one page open. */
const OLDEST_MS = 12 * 3_600_000;
/** Clocks of two gateways are never quite alike. */
const AHEAD_MS = 60_000;
/** As many questions as one page asks about somebody. */
const MOST_TEXTS = 8;
const TIME_BYTES = 4;
const PROOF_BYTES = 8;
const TEXT = /^[\w-]{16}$/;

/**
 * Keeps nothing: the time and a keyed hash are the whole text. Without the key nobody can try which decision it was, one
 * caller's is none to another, and because the time is hashed along, two of one person cannot be compared. Whoever makes
 * one up gains that they are not told of a change of their own. `now` in milliseconds since 1970.
 */
export function createSince(key: Uint8Array, now: () => number): Since {
  function proof(time: Buffer, { caller, purpose, person }: About, fingerprint: string): Buffer {
    const who = caller.kind === 'person' ? [caller.person] : [caller.agency, caller.worker];
    return createHmac('sha256', key).update(time).update(JSON.stringify([caller.kind, who, purpose ?? null, person, fingerprint])).digest().subarray(0, PROOF_BYTES);
  }

  function oneHolds(text: string, about: About, fingerprint: string): boolean {
    if (!TEXT.test(text)) return false;
    const bytes = Buffer.from(text, 'base64url'), time = bytes.subarray(0, TIME_BYTES);
    const ageMs = now() - time.readUInt32BE() * 1000;
    return ageMs >= -AHEAD_MS && ageMs <= OLDEST_MS && timingSafeEqual(bytes.subarray(TIME_BYTES), proof(time, about, fingerprint));
  }

  return {
    write(about, fingerprint) {
      const time = Buffer.alloc(TIME_BYTES);
      time.writeUInt32BE(Math.floor(now() / 1000));
      return Buffer.concat([time, proof(time, about, fingerprint)]).toString('base64url');
    },
    holds(texts, about, fingerprint) {
      if (typeof texts !== 'string') return false;
      const each = texts.split('.', MOST_TEXTS + 1);
      return each.length <= MOST_TEXTS && each.every((text) => oneHolds(text, about, fingerprint));
    },
  };
}

/**
 * The key of it, made of the key that gateways sign their requests with: every process that has the one has the other, and
 * nothing is to be kept beside it.
 */
export const sinceKey = (signingKey: SigningKey): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(exportSigningKey(signingKey).d, 'base64url'), '', 'thegither changes since', 32));

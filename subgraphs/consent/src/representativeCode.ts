import { HouseError } from '@thegither/vocabulary';
import type { Cursors } from './cursors.ts';

/** What a code is bound to: it is no place in a list, and no place in a list is a code. */
const CODES = ['representative'];

/** How long a code can be used, in milliseconds. */
const GOOD_FOR_MS = 14 * 24 * 60 * 60 * 1000;

/** A code, and until when it can be used. */
export interface RepresentativeCode {
  readonly code: string;
  readonly until: Date;
}

/**
 * What somebody passes on who is to act for another: their id, sealed. It tells nothing to whoever has it, not even that
 * two codes are of one person, and can do nothing but let them act. Nothing is kept of it.
 */
export function codeOf(cursors: Cursors, person: string, now: number): RepresentativeCode {
  const until = Math.floor(now) + GOOD_FOR_MS;
  return { code: cursors.seal({ person, until }, CODES), until: new Date(until) };
}

/** Whose code it is. Throws INVALID_INPUT for one that was altered, is no code, or is too old: the same words. */
export function personBehind(cursors: Cursors, code: string, now: number): string {
  const opened = open(cursors, code);
  if (typeof opened !== 'object' || opened === null || !('person' in opened) || !('until' in opened)) return refuse();
  const { person, until } = opened;
  return typeof person === 'string' && typeof until === 'number' && now < until ? person : refuse();
}

function open(cursors: Cursors, code: string): unknown {
  try {
    return cursors.open(code, CODES);
  } catch (cause) {
    return refuse(cause);
  }
}

function refuse(cause?: unknown): never {
  throw new HouseError('INVALID_INPUT', 'That code is none, or is older than fourteen days. Ask for a new one.', { cause });
}

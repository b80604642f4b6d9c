import { createHash } from 'node:crypto';
import type { SharingEvent } from './event.ts';

/** JSON with sorted keys: the same value is always the same text, also after PostgreSQL has kept it as jsonb. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, field]) => field !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** SHA-256 of what a sender asked for, to tell a repetition from another wish under the same key. */
export const hashOfInput = (input: unknown): Buffer => createHash('sha256').update(canonical(input)).digest();

/**
 * The link that chains an event to the one before it of the same person: SHA-256 over salt, previous hash and everything
 * the event says. A changed, lost or inserted row breaks the chain. The salt keeps anybody who sees hashes alone from
 * guessing what was said.
 */
export function hashOfEvent(event: SharingEvent, inputHash: Buffer, salt: Buffer, previous: Buffer | null): Buffer {
  const { id, person, position, kind, at, actor, key, body } = event;
  const said = canonical({ id, person, position, kind, at, actor, key, input: inputHash.toString('hex'), body });
  return createHash('sha256').update(salt).update(previous ?? Buffer.alloc(0)).update(said).digest();
}

import { type PersonId, type SpineId, parseSpineId } from '@thegither/vocabulary';
import type { Identifiers } from '../ports.ts';

// A permutation of 128 bits for each audience, as the real ones are, and no secret: each byte is shifted by the audience's name.
const shifted = (bytes: Uint8Array, audience: string, sign: 1 | -1): Buffer =>
  Buffer.from(bytes.map((byte, i) => (byte + sign * (audience.charCodeAt(i % audience.length) + i)) & 0xff));

/** A person's id in an audience. */
export const idOf = (audience: string, spine: SpineId): PersonId =>
  `1.${shifted(Buffer.from(spine, 'hex'), audience, 1).toString('base64url')}` as PersonId;

/** Identifiers for tests: a foreign id opens to somebody else, as it does in earnest. */
export const identifiers: Identifiers = {
  issue: idOf,
  issueAll: (audience, people) => people.map((person) => idOf(audience, person)),
  open: (audience, id) => parseSpineId(shifted(Buffer.from(id.slice(2), 'base64url'), audience, -1).toString('hex')),
};

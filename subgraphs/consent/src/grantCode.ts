import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, which are read as others, or make words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Of five bits each. */
const LENGTH = 8;

/**
 * The short name of a grant, for paper and to be read out: "7K3F-92QM". Made of the SHA-256 of its id and of nothing else,
 * so that nothing has to be kept of it. It is no secret: whoever has it is signed in as the person, and looks among their own.
 * Two grants of one person share one about once in a million million.
 * @see https://www.crockford.com/base32.html
 */
export function grantCode(grant: string): string {
  const bits = [...createHash('sha256').update(grant).digest().subarray(0, (LENGTH * 5) / 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from({ length: LENGTH }, (_, at) => LETTERS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

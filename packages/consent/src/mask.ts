import { REGISTER, categoryNamed } from '@thegither/vocabulary';

/**
 * A set of categories: one bit each, by the register. Opaque, so that it is only made and read here. One fixed width,
 * so that the number of bits never tells anything.
 */
export type Mask = bigint & { readonly __mask: unique symbol };

/** Bits in a mask. Category bits are below it for ever. */
export const MASK_WIDTH = 64;

/** The set without a category. */
export const NOTHING = 0n as Mask;

/** Every category of the register. */
export const EVERYTHING = REGISTER.reduce((all, category) => all | (1n << BigInt(category.bit)), 0n) as Mask;

/** The set of the named categories. Throws RangeError for a name that is not in the register: a typing error must never open or close another category. */
export function maskOf(...names: readonly string[]): Mask {
  let mask = 0n;
  for (const name of names) {
    const category = categoryNamed(name);
    if (!category) throw new RangeError(`no category of that name in the register: ${name}`);
    mask |= 1n << BigInt(category.bit);
  }
  return mask as Mask;
}

/** In a or in b. */
export const union = (a: Mask, b: Mask): Mask => (a | b) as Mask;
/** In a and in b. */
export const intersection = (a: Mask, b: Mask): Mask => (a & b) as Mask;
/** In a and not in b. */
export const without = (a: Mask, b: Mask): Mask => (a & ~b) as Mask;
/** Is everything that is needed in the set? The empty need is always met. */
export const covers = (set: Mask, needed: Mask): boolean => (needed & ~set) === 0n;
/** Have the two sets a category in common? */
export const overlaps = (a: Mask, b: Mask): boolean => (a & b) !== 0n;

/** The names of the categories in the set, in the register's order. */
export const namesIn = (mask: Mask): string[] =>
  REGISTER.filter((category) => ((mask >> BigInt(category.bit)) & 1n) === 1n).map((category) => category.name);

/** As 16 hexadecimal digits: how a mask is written in a decision. */
export const toHex = (mask: Mask): string => mask.toString(16).padStart(MASK_WIDTH / 4, '0');

const HEX = /^[0-9a-f]{16}$/;

/** Reads 16 hexadecimal digits; undefined for any other text: an unreadable mask opens nothing. */
export const fromHex = (text: unknown): Mask | undefined =>
  typeof text === 'string' && HEX.test(text) ? (BigInt(`0x${text}`) as Mask) : undefined;

/** As PostgreSQL's signed 64-bit integer, in decimal digits. */
export const toInt8 = (mask: Mask): string => BigInt.asIntN(MASK_WIDTH, mask).toString();

const INT8 = /^-?\d{1,19}$/;

/** Reads PostgreSQL's signed 64-bit integer; undefined when it is not one. */
export const fromInt8 = (text: unknown): Mask | undefined =>
  typeof text === 'string' && INT8.test(text) ? (BigInt.asUintN(MASK_WIDTH, BigInt(text)) as Mask) : undefined;

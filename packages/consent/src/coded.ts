import { REGISTER } from '@thegither/vocabulary';
import { type Mask, NOTHING, maskOf, union } from './mask.ts';

const named = (code: string): readonly string[] => {
  const letter = code.endsWith('*') ? code.slice(0, 1) : undefined;
  return REGISTER.filter((category) => category.code === code || category.code.slice(0, 1) === letter).map((category) => category.name);
};

/**
 * Reads a row of a table as the design writes it: codes of the register, "S*" for every code of that letter. Throws
 * RangeError for a code that the register does not have: a typing error must never open another category.
 */
export function coded(text: string): Mask {
  let mask = NOTHING;
  for (const code of text.split(' ').filter((part) => part !== '')) {
    const names = named(code);
    if (names.length === 0) throw new RangeError(`no category of that code in the register: ${code}`);
    mask = union(mask, maskOf(...names));
  }
  return mask;
}

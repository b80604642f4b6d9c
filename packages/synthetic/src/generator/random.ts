/** Numbers that look random and are the same each time for one seed: never for keys or secrets. */
export interface Random {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** A whole number from the first to the second, both included. */
  between(first: number, last: number): number;
  /** One of a list that is not empty. */
  pick<const List extends readonly [unknown, ...unknown[]]>(list: List): List[number];
  /** So many of a list, or all that there are, none twice, in the list's order. */
  some<Item>(list: readonly Item[], count: number): Item[];
  /** One of these, each as often as its number says of the sum of all. */
  weighed<const Value>(...choices: readonly (readonly [parts: number, value: Value])[]): Value;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  /**
   * Other numbers, by a name: the same whatever was drawn here before and whatever is drawn from the others. What a new
   * part draws so changes no other part.
   */
  split(...name: readonly (string | number)[]): Random;
}

type Key = readonly [number, number, number, number];

// Of 128 bits, so that no two of millions of people ever draw the same numbers.
const START: Key = [0x7e57_0001, 0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e];

const finished = (bits: number): number => {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2_ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};

function absorbed([a, b, c, d]: Key, word: number): Key {
  const first = finished(b ^ Math.imul(a ^ word, 0x239b_961b));
  const second = finished(c ^ Math.imul(b ^ word, 0xab0e_9789) ^ first);
  const third = finished(d ^ Math.imul(c ^ word, 0x38b3_4ae5) ^ second);
  return [first, second, third, finished(a ^ Math.imul(d ^ word, 0xa1e3_8b93) ^ third)];
}

/** FNV-1a, 32 bits. */
const wordOf = (name: string): number => {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x0100_0193);
  return hash >>> 0;
};

// A number and a text never name the same part: one is absorbed after another word than the other.
const keyed = (key: Key, names: readonly (string | number)[]): Key =>
  names.reduce<Key>((so, name) => (typeof name === 'number' ? absorbed(absorbed(absorbed(so, 1), name >>> 0), Math.floor(name / 0x1_0000_0000)) : absorbed(absorbed(so, 2), wordOf(name))), key);

/** sfc32 (Chris Doty-Humphrey's small fast counting generator). */
function sfc32([first, second, third]: Key, fourth: number): () => number {
  let a = first, b = second, c = third, counter = fourth;
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
}

const WARM = 12;

function fromKey(key: Key): Random {
  const next = sfc32(key, key[3]);
  for (let round = 0; round < WARM; round += 1) next();
  const below = (limit: number) => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    pick: (list) => list[below(list.length)]!,
    some(list, count) {
      // Each is taken with the chance that what is still wanted has among what is left.
      let wanted = Math.min(count, list.length);
      return list.filter((_, at) => {
        const taken = below(list.length - at) < wanted;
        if (taken) wanted -= 1;
        return taken;
      });
    },
    weighed(...choices) {
      let at = below(choices.reduce((all, [parts]) => all + parts, 0));
      for (const [parts, value] of choices) {
        if (at < parts) return value;
        at -= parts;
      }
      throw new RangeError('one of the choices has a part');
    },
    chance: (percent) => below(100) < percent,
    split: (...name) => fromKey(keyed(key, name)),
  };
}

/** Random numbers for several seeds together, so that the hundredth person does not depend on the ninety-nine before. */
export const createRandom = (...seeds: readonly number[]): Random => fromKey(keyed(START, seeds));

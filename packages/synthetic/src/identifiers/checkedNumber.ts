/** A kind of number whose last digit checks the digits before it. */
export interface CheckedNumber {
  /** The last digit that these first digits ask for. Undefined where none fits: such a number is given to nobody. Throws RangeError for anything but the right count of digits. */
  readonly checkDigitOf: (stem: string) => number | undefined;
  /** Can nobody have a number that begins with these digits, whatever its last? About one stem in eleven. Throws RangeError as above. */
  readonly isProvablyUnreal: (stem: string) => boolean;
  /** Is the text the right count of digits, the last of them the right one? Then it could be somebody's. */
  readonly isWhole: (text: string) => boolean;
}

/**
 * Numbers checked modulo eleven: each digit times its weight, and the last digit is what the sum lacks to a multiple of
 * eleven. Where it lacks ten, one digit cannot say so, and the stem is never used: made-up people have only such.
 */
export function checkedModuloEleven(weights: readonly number[]): CheckedNumber {
  const form = new RegExp(`^\\d{${weights.length}}$`);
  const checkDigitOf = (stem: string): number | undefined => {
    if (!form.test(stem)) throw new RangeError(`a stem is ${weights.length} digits`);
    const sum = weights.reduce((all, weight, place) => all + weight * Number(stem[place]), 0);
    const digit = (11 - (sum % 11)) % 11;
    return digit === 10 ? undefined : digit;
  };
  return {
    checkDigitOf,
    isProvablyUnreal: (stem) => checkDigitOf(stem) === undefined,
    isWhole: (text) => form.test(text.slice(0, -1)) && String(checkDigitOf(text.slice(0, -1))) === text.at(-1),
  };
}

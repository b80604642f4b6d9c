import { parseArgs } from 'node:util';
import { GREATEST_SEED, MOST_PEOPLE } from '@thegither/synthetic';
import { HouseError } from '@thegither/vocabulary';

/** How many people, of which seed, and whether beside people who were not made here. */
export interface Options { readonly count: number; readonly seed: number; readonly beside: boolean }

const OPTIONS = { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '7' }, beside: { type: 'boolean', default: false } } as const;

/**
 * Reads what follows `npm run generate:people --`.
 * @throws HouseError CONFIGURATION for an option that there is not, and for a number that is none or too great
 */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args);
  return { count: wholeNumber(values.count, 'count', 1, MOST_PEOPLE), seed: wholeNumber(values.seed, 'seed', 0, GREATEST_SEED), beside: values.beside };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    throw new HouseError('CONFIGURATION', 'The options are --count and --seed, each with a number, and --beside.', { cause });
  }
}

function wholeNumber(text: string, name: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new HouseError('CONFIGURATION', `--${name} is a whole number from ${least} to ${most}.`);
  return number;
}

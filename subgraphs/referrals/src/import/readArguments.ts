import { parseArgs } from 'node:util';
import { HouseError } from '@thegither/vocabulary';

/** What the command was asked for. */
export interface Arguments {
  readonly feed: string;
  readonly trial: boolean;
}

/** How the command is written. */
export const USAGE = 'npm run import:services -- --feed <file, folder or web address> [--dry-run]';

/** Reads the command line. Throws INVALID_INPUT for anything that it does not know. */
export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: { feed: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }, strict: true });
    if (values.feed) return { feed: values.feed, trial: values['dry-run'] };
  } catch (cause) {
    throw new HouseError('INVALID_INPUT', USAGE, { cause });
  }
  throw new HouseError('INVALID_INPUT', USAGE);
}

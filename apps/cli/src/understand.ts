import { UsageError } from './usage.ts';

/** Reads what was typed after a command. Throws UsageError, with how the command is used, for anything that `read` does not know. */
export function understand<Options>(read: () => { values: Options }, usage: string): Options {
  try {
    return read().values;
  } catch (cause) {
    throw new UsageError(`Not understood. Use: ${usage}`, { cause });
  }
}

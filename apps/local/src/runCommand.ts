import { explainCode } from '@thegither/local-postgres';
import { sentenceOf } from './sentenceOf.ts';

/** Runs a command to its end. What stops it is said in a sentence where there is one, and the status is 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, process.env) ?? sentenceOf(explainCode(error), process.env) ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exitCode = 1;
  }
}

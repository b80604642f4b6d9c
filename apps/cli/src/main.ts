import { sentenceOf } from '@thegither/local/running';
import { ask } from './ask.ts';
import { CannotTell } from './cannotTell.ts';
import { demo } from './demo.ts';
import { reset } from './reset.ts';
import { styleFor, type Terminal } from './terminal.ts';
import { token } from './token.ts';
import { UsageError } from './usage.ts';

const COMMANDS = { ask, demo, token, reset };

const terminal: Terminal = {
  env: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  style: styleFor(process.stdout.isTTY && !process.env.NO_COLOR),
};

async function main([command = '', ...args]: readonly string[]): Promise<number> {
  try {
    if (!isCommand(command)) throw new UsageError(`There is no such command: there are ${Object.keys(COMMANDS).join(', ')}.`);
    await COMMANDS[command](args, terminal);
    return 0;
  } catch (error) {
    const foreseen = error instanceof UsageError || error instanceof CannotTell;
    terminal.note((foreseen ? error.message : sentenceOf(error, process.env)) ?? (error instanceof Error ? error.stack : undefined) ?? String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

const isCommand = (name: string): name is keyof typeof COMMANDS => Object.hasOwn(COMMANDS, name);

// Whoever reads may stop reading, as `| head` does: that is no error, and there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** One attempt that the watch saw: of what kind, and where to ("a path" for a Unix socket, a name for a program). */
export interface Attempt {
  readonly what: 'connect' | 'listen' | 'name' | 'datagram' | 'program';
  readonly to: string;
}

/** What a program that was watched printed, as JSON, and what it attempted. */
export interface Watched {
  readonly printed: unknown;
  readonly noted: string;
  readonly status: number | null;
  readonly attempts: readonly Attempt[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const isAttempt = (attempt: unknown): attempt is Attempt => typeof attempt === 'object' && attempt !== null && 'what' in attempt && 'to' in attempt;

/** Runs a program of this folder as `npm start` would run the house, with the watch loaded first into it and into every Node process below it. */
export async function runWatched(program: string, record: string, env: Readonly<Record<string, string>>): Promise<Watched> {
  // Libraries are quieter in a test run than they are in earnest.
  const { NODE_ENV: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', path.join(here, program)], {
    env: { ...inherited, ...env, NODE_OPTIONS: `--require ${path.join(here, 'watchOutside.cjs')}`, WATCH_OUTSIDE: record },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '', noted = '';
  child.stdout.on('data', (text: Buffer) => { printed += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { noted += text.toString(); });
  const [status] = (await once(child, 'close')) as [number | null];
  const lines = readFileSync(record, 'utf8').split('\n').filter(Boolean);
  return { printed: printed ? JSON.parse(printed) : undefined, noted, status, attempts: lines.map((line): unknown => JSON.parse(line)).filter(isAttempt) };
}

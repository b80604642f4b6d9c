import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';
import type { Spender } from './spender.ts';

/** A program that somebody else wrote. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where what it says is kept. */
  readonly log: string;
}

const LOOK_EVERY_MS = 20;

/** How often the kernel's clock ticks in a second for whoever reads it: the same on every Linux. */
const TICKS = 100;

/** Starts a program. What it spends is read from the kernel: on Linux alone. */
export function startProgram({ command, args, folder, env, log }: Program): Spender & { readonly hasEnded: () => boolean } {
  const out = openSync(log, 'w');
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, NODE_ENV: 'production', ...env }, stdio: ['ignore', out, out] });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let ended = false;
  const noteEnd = (): void => {
    ended = true;
  };
  child.once('exit', noteEnd);
  child.once('error', noteEnd);
  let before = 0, peak = 0;
  let looking: NodeJS.Timeout | undefined;
  const look = (): void => {
    peak = Math.max(peak, residentMb(child.pid!));
  };
  return {
    pid: child.pid ?? 0,
    hasEnded: () => ended,
    async begin() {
      peak = 0;
      looking = setInterval(look, LOOK_EVERY_MS).unref();
      before = cpuMs(child.pid!);
    },
    async end() {
      clearInterval(looking);
      look();
      return { cpuMs: cpuMs(child.pid!) - before, peakMb: peak };
    },
    async stop() {
      if (ended) return;
      child.kill('SIGTERM');
      await Promise.race([gone, pass(5_000)]);
      if (!ended) child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Processor time of all threads of a process, in milliseconds. */
function cpuMs(pid: number): number {
  // The second field is the command in brackets, and may have spaces in it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  const [user, system] = [fields[11], fields[12]].map(Number) as [number, number];
  return ((user + system) * 1000) / TICKS;
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Waits until something answers GraphQL at this address. Throws when the program ends, or after a minute. */
export async function untilAnswers(url: string, hasEnded: () => boolean): Promise<void> {
  const until = performance.now() + 60_000;
  while (!(await answers(url))) {
    if (hasEnded()) throw new Error('it ended by itself');
    if (performance.now() > until) throw new Error('it did not answer within a minute');
    await pass(100);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}', signal: AbortSignal.timeout(2_000) });
    return (await response.text()).includes('"Query"');
  } catch {
    return false;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/** A service in a process of its own. */
export interface Running {
  readonly name: string;
  readonly url: string;
  /** What it wrote, for a test that failed. */
  readonly written: () => string;
  /** Ends it at once, as a machine that goes away does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address. */
  start(): Promise<void>;
}

/** A service of the house that is not started yet: what its workspace's server.ts does, with this environment and no more. */
export function prepareProcess(name: string, workspace: string, port: number, env: Readonly<Record<string, string>>): Running {
  let child: ChildProcess | undefined;
  let written = '';
  const url = `http://127.0.0.1:${port}`;
  const isReady = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  };
  return {
    name, url,
    written: () => written,
    async start() {
      const started = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', `${workspace}/src/server.ts`], {
        cwd: CHECKOUT, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (text: Buffer) => { written += text.toString(); });
      while (!(await isReady())) {
        if (started.exitCode !== null) throw new Error(`${name} ended: ${written}`);
        await pause(100);
      }
    },
    async kill() {
      const killed = child;
      child = undefined;
      if (killed && killed.exitCode === null && killed.kill('SIGKILL')) await once(killed, 'close');
    },
  };
}

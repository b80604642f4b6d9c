import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { asInTheImage } from './asInTheImage.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly name: string;
  readonly url: string;
  /** What it wrote, for a test that failed. */
  readonly written: () => string;
  /** Ends it at once, as a machine that goes away does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address; otherwise where it is said. */
  start(otherwise?: Otherwise): Promise<void>;
  /** Gives it a signal. */
  signal(name: NodeJS.Signals): void;
  /** Says something over its channel. Without `heard` there is none. */
  tell(about: object): void;
}

/** What is otherwise in one life of a process. */
export interface Otherwise {
  /** A bundled file that is run instead, from now on. */
  readonly bundle?: string;
  /** Variables of this one life. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a process differs from the plain one. */
export interface Beside {
  /** A bundled file that is run instead of the workspace's server.ts in TypeScript, which takes a loader some seconds to read. */
  readonly bundle?: string;
  /** Modules that are loaded before the service. */
  readonly preload?: readonly string[];
  /** Takes what one of them says over the process's channel. */
  readonly heard?: (message: unknown) => void;
}

/** A service of the house that is not started yet: what its workspace's server.ts does, with this environment and no more. */
export function prepareProcess(name: string, workspace: string, port: number, env: Readonly<Record<string, string>>, { bundle: usual, preload = [], heard }: Beside = {}): ServiceProcess {
  let child: ChildProcess | undefined;
  let file = usual;
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
    async start({ bundle = file, env: more } = {}) {
      file = bundle;
      const program = file === undefined ? ['--conditions=source', '--import', 'tsx', `${workspace}/src/server.ts`] : [file];
      const started = spawn(process.execPath, [...asInTheImage({ ...env, ...more }), ...preload.flatMap((module) => ['--import', module]), ...program], {
        cwd: CHECKOUT, env: { PATH: process.env.PATH, ...env, ...more }, stdio: heard ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream?.on('data', (text: Buffer) => { written += text.toString(); });
      if (heard) started.on('message', heard);
      while (!(await isReady())) {
        if (started.exitCode !== null) throw new Error(`${name} ended: ${written}`);
        await pause(100);
      }
    },
    signal: (signal) => {
      if (!child?.kill(signal)) throw new Error(`${name} does not run`);
    },
    tell: (about) => {
      child?.send(about);
    },
    async kill() {
      const killed = child;
      child = undefined;
      if (killed && killed.exitCode === null && killed.kill('SIGKILL')) await once(killed, 'close');
    },
  };
}

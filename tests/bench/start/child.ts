import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { asInTheImage } from '../../harness/asInTheImage.ts';
import { serviceEnvironment } from '../../harness/serviceEnvironment.ts';
import type { Spent } from '../processes/answerParent.ts';
import type { Spender } from './spender.ts';

/** A process of the benchmark. */
export interface Child extends Spender {
  /** Asks it something; rejects with what it threw, or when it is gone. */
  ask<Answer>(ask: string, about?: unknown): Promise<Answer>;
}

/** How it is started. */
export interface ChildOptions {
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
  /** The service whose memory it has; the image's when nothing is said. */
  readonly as?: 'gateway' | 'decisions';
}

/** Starts a bundled process. */
export function startChild(folder: string, name: string, { node = [], as }: ChildOptions = {}): Child {
  const child = fork(path.join(folder, `${name}.mjs`), [], { execArgv: [...asInTheImage(as && serviceEnvironment(as, {}, {})), ...node], env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' }, stdio: ['ignore', 2, 2, 'ipc'] });
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', ({ id, answer, error }: { id: number; answer: never; error?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(`${name}: ${error}`));
  });
  child.once('exit', (code) => {
    for (const one of waiting.values()) one.reject(new Error(`the process ${name} ended with ${code}`));
  });
  let id = 0;
  const ask = <Answer>(name: string, about: unknown = {}): Promise<Answer> => new Promise((resolve, reject) => {
    waiting.set(++id, { resolve, reject });
    child.send({ id, ask: name, about });
  });
  return { pid: child.pid!, ask, begin: () => ask('begin'), end: () => ask<Spent>('end'), stop: () => stop(child, gone) };
}

async function stop(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  await gone;
}

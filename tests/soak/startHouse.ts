import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The house in a process of its own, so that what is measured is the house alone. */
export interface HouseProcess {
  /** See house.ts for what it can be asked. Rejects with what it threw, or when it is gone. */
  ask<Answer>(ask: string, about?: object): Promise<Answer>;
  /** Ends it, and waits. */
  stop(): Promise<void>;
}

interface Waiting {
  resolve(answer: never): void;
  reject(error: Error): void;
}

/** Starts the process; its garbage collection can be asked for. The house is this folder's, or another that answers its parent. */
export function startHouseProcess(file = new URL('house.ts', import.meta.url)): HouseProcess {
  const child = fork(fileURLToPath(file), [], { execArgv: ['--conditions=source', '--import', 'tsx', '--expose-gc'], stdio: ['ignore', 2, 2, 'ipc'] });
  const waiting = new Map<number, Waiting>();
  child.on('message', ({ id, answer, error }: { id: number; answer: never; error?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(error));
  });
  child.once('exit', (code) => {
    for (const one of waiting.values()) one.reject(new Error(`the house's process ended with ${code}`));
  });
  const gone = once(child, 'exit');
  let id = 0;
  return {
    ask: (ask, about = {}) => new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      child.send({ id, ask, about });
    }),
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

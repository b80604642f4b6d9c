import { setTimeout as pause } from 'node:timers/promises';
import type { Disturb } from './disturbance.ts';

const EVERY = 3;

/** PostgreSQL is killed outright at some moment of each third stop, and started again. */
export const killServer: Disturb = async ({ server }, random) => ({
  async around(stop, n) {
    if (n % EVERY !== 0) return stop();
    const stopping = stop();
    await pause(random.below(60));
    server.kill();
    await pause(random.below(100));
    await server.restart();
    return stopping;
  },
  end: async () => undefined,
});

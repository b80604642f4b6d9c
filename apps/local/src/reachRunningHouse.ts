import { setTimeout as pause } from 'node:timers/promises';
import { workerNamed } from '@thegither/synthetic';
import { HouseError } from '@thegither/vocabulary';
import type { DataFolder } from './dataFolder.ts';
import { keepKeys } from './houseKeys.ts';
import { requestToken } from './issuer.ts';
import { findRunningHouse, isAlive } from './runningHouse.ts';

/** A house that runs in another process. */
export interface ReachedHouse {
  readonly gatewayUrl: string;
  tokenFor(account: string): Promise<string>;
  /** Asks it to close, and waits until it has. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** The house that runs on this data folder, as a command uses it; undefined when none does. */
export async function reachRunningHouse(folder: DataFolder): Promise<ReachedHouse | undefined> {
  const running = await findRunningHouse(folder);
  if (!running) return undefined;
  const { accountSecret } = keepKeys(folder.keys);
  return {
    gatewayUrl: running.gatewayUrl,
    tokenFor: (account) => requestToken(workerNamed(account) ? running.issuerUrls.workers : running.issuerUrls.people, account, accountSecret),
    stop: () => stop(running.pid),
  };
}

async function stop(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) if (!isAlive(pid)) return;
  throw new HouseError('CONFIGURATION', `The running house (process ${pid}) did not close: end it, and try again.`);
}

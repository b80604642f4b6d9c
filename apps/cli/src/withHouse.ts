import { dataFolderAt, reachRunningHouse } from '@thegither/local/running';
import type { Terminal } from './terminal.ts';

/** A house to ask. */
export interface House {
  readonly gatewayUrl: string;
  tokenFor(account: string): Promise<string>;
}

/** Does something with the house that is running, or with one that is opened for it and closed afterwards. */
export async function withHouse<Result>({ env, note }: Terminal, act: (house: House) => Promise<Result>): Promise<Result> {
  const running = await reachRunningHouse(dataFolderAt(env));
  if (running) return act(running);
  note('No house is running: opening one for this alone. (`npm start` keeps one open.)');
  // The eight services are loaded only here: a question to a house that runs does without them.
  const { FREE_PORTS, silently, startLocalHouse } = await import('@thegither/local');
  const house = await startLocalHouse(env, silently, FREE_PORTS);
  try {
    return await act(house);
  } finally {
    await house.stop();
  }
}

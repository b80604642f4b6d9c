import { parseArgs } from 'node:util';
import { dataFolderAt, reachRunningHouse, removeHouse } from '@thegither/local/running';
import type { Terminal } from './terminal.ts';
import { understand } from './understand.ts';

/** `npm run reset`: closes the house if it is running and removes its data, the demo keys with it. The next start begins anew. */
export async function reset(args: readonly string[], { env, print }: Terminal): Promise<void> {
  understand(() => parseArgs({ args: [...args] }), 'npm run reset');
  const folder = dataFolderAt(env);
  const house = await reachRunningHouse(folder);
  await house?.stop();
  print(removeHouse(folder) ? 'The house\'s data is removed. The next start begins anew.' : 'There is no data to remove.');
}

import { parseArgs } from 'node:util';
import { dataFolderAt, reachRunningHouse } from '@thegither/local/running';
import { account } from './accounts.ts';
import { CannotTell } from './cannotTell.ts';
import type { Terminal } from './terminal.ts';
import { understand } from './understand.ts';

/** `npm run token`: prints an access token for a demo account, and nothing else, for curl. It is good for ten minutes at the house that is running now. */
export async function token(args: readonly string[], { env, print }: Terminal): Promise<void> {
  const { as } = understand(() => parseArgs({ args: [...args], options: { as: { type: 'string', default: 'isla' } } }), 'npm run --silent token -- [--as <worker or person>]');
  const asker = account(as);
  const house = await reachRunningHouse(dataFolderAt(env));
  if (!house) throw new CannotTell('No house is running whose token it could be: open one with `npm start`.');
  print(await house.tokenFor('key' in asker ? asker.key : asker.id));
}

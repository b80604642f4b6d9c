import { workerNamed } from '@thegither/synthetic';
import { GRANTABLE, type House } from '../house.ts';
import { SUPPORTERS } from '../ledgerRecords.ts';
import { AFTERWARDS, makeSharer, PAIRS, recordOf, type Afterwards } from '../pairs.ts';
import { differencesOf, openIn, seen } from '../world.ts';
import { createTally, type Part, type Proof, type Tally } from './part.ts';

/** One worker of each role that can support somebody: role and agreement are a ceiling of their own. */
const ASKERS = SUPPORTERS.filter((id, at) => SUPPORTERS.findIndex((other) => rolesOf(other) === rolesOf(id)) === at);

function rolesOf(id: string): string {
  return workerNamed(id)!.roles.join();
}

/** Every ordered pair of one domain's categories, whatever happened after one was shared, under the ceiling of every role. */
export async function everyPair({ house, random, percent }: Proof): Promise<Part> {
  const tally = createTally('each pair of one domain\'s categories');
  for (const [at, id] of ASKERS.entries()) {
    for (const [after, afterwards] of AFTERWARDS.entries()) {
      // Of Isla's own pairs the most in a short run.
      for (const shared of random.some(GRANTABLE, at + after === 0 ? Math.max(percent, 20) : percent)) await onePair(house, tally, id, afterwards, shared);
    }
  }
  return tally.part;
}

async function onePair(house: House, tally: Tally, worker: string, { title, afterwards }: Afterwards, shared: string): Promise<void> {
  const asking = { asker: worker, query: house.everything }, sharer = { shared, worker, afterwards };
  // What is open is asked, since the ceilings differ; the rows of that stand in both worlds.
  const world = await seen(house.house, await makeSharer(house, { ...sharer, tables: [] }), asking);
  const open = openIn(world), closed = house.tablesBeside(open), shown = house.records.tables.filter((table) => !closed.includes(table));
  if (open.length === 0 && title === AFTERWARDS[0]!.title) tally.fault(`${worker}: nothing is open of somebody who shares ${shared}`);
  const bare = await seen(house.house, await makeSharer(house, { ...sharer, tables: shown }), asking);
  for (const { hidden } of PAIRS.filter((pair) => pair.shared === shared && !open.includes(pair.hidden))) {
    const { tables, inLedger } = recordOf(house, hidden, open);
    if (tables.length === 0 && !inLedger) tally.fault(`${shared} and ${hidden}: nothing can be put on record of ${hidden}`);
    const other = await makeSharer(house, { ...sharer, tables: [...shown, ...tables], inLedger });
    tally.add(`${worker}: who ${title}, ${shared}, of ${hidden}`, { comparisons: 1, differences: differencesOf(bare, await seen(house.house, other, asking)) });
  }
}

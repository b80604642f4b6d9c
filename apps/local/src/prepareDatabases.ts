import { seedConsent } from '@thegither/consent-subgraph';
import type { Identifiers } from '@thegither/identity';
import { doOnce } from '@thegither/local-postgres';
import { PERSONAS, dayOf, type Persona } from '@thegither/synthetic';
import { migrate } from './migrate.ts';
import { ROOMS } from './rooms.ts';
import { silently, type Step } from './steps.ts';

/** A room that has a database of its own. */
export type RoomName = (typeof ROOMS)[number]['name'];

/** The addresses of a house's databases. */
export interface HouseDatabases {
  /** The ledger: the consent room's and the decision service's. */
  readonly ledger: string;
  readonly rooms: Readonly<Record<RoomName, string>>;
}

const SEEDED = 'The demo people are in it.';

/** Where databases come from: the address of the one of that name, made if it is not there. */
export type Database = (name: 'ledger' | RoomName) => Promise<string>;

/**
 * Makes a house's databases, brings each to the state that the code expects, and puts the demo people into them the
 * first time, or `people` instead of them: everybody under another id in each. To be done at every start.
 */
export async function prepareDatabases(database: Database, identifiers: Identifiers, step: Step = silently, people: readonly Persona[] = PERSONAS): Promise<HouseDatabases> {
  const idsOf = (audience: string) => (spine: Parameters<Identifiers['issue']>[1]) => identifiers.issue(audience, spine);

  const ledger = await step('the ledger and the demo agreements in it', async () => {
    const url = await database('ledger');
    await migrate(url, 'packages/ledger');
    await doOnce(url, SEEDED, () => seedConsent(url, idsOf('consent'), people));
    return url;
  });
  const rooms = await step('seven databases and the demo people in them', () => Promise.all(ROOMS.map(async ({ name, seed }) => {
    const url = await database(name);
    await migrate(url, `subgraphs/${name}`);
    await doOnce(url, SEEDED, () => seed(url, idsOf(name), dayOf(Date.now()), people));
    return [name, url] as const;
  })));
  return { ledger, rooms: Object.fromEntries(rooms) as Record<RoomName, string> };
}

import { REGISTER, categoryNamed, type SpineId } from '@thegither/vocabulary';
import { workerNamed } from '@thegither/synthetic';
import type { RoomTable } from '../harness/records.ts';
import { somebody } from '../harness/twins.ts';
import { ELSEWHERE, type House } from './house.ts';
import { LEDGER_RECORDS } from './ledgerRecords.ts';

/** Two categories of one domain: one the person agreed to share, of the other there is a record or none. */
export interface Pair {
  readonly shared: string;
  readonly hidden: string;
}

/** Every ordered pair of one domain: each category that can be agreed to, with each other one that is on record there. */
export const PAIRS: readonly Pair[] = REGISTER.filter(({ byGrant }) => byGrant).flatMap(({ name: shared, owner }) =>
  REGISTER.filter((other) => other.owner === owner && other.name !== shared).map(({ name: hidden }) => ({ shared, hidden })));

/** What the person does after they agreed to share one category with the worker's agency. */
export interface Afterwards {
  readonly title: string;
  readonly afterwards: (house: House, person: SpineId, worker: string) => Promise<unknown>;
}

export const AFTERWARDS: readonly Afterwards[] = [
  { title: 'shares it', afterwards: async () => undefined },
  { title: 'shared it and stopped all sharing', afterwards: ({ sharing: { ledger, by } }, person) => ledger.stopAll(by(person)) },
  { title: 'shared it and keeps the worker out', afterwards: ({ sharing: { ledger, by } }, person, worker) => ledger.exclude({ ...by(person), recipient: { worker } }) },
];

/** Somebody who shares one category with the worker's agency, and has these things on record. */
export interface Sharer {
  readonly shared: string;
  readonly worker: string;
  readonly afterwards: Afterwards['afterwards'];
  readonly tables: readonly RoomTable[];
  /** Categories of which the ledger itself holds a record. */
  readonly inLedger?: readonly string[];
}

/** Makes somebody like that. */
export async function makeSharer(house: House, { shared, worker, afterwards, tables, inLedger = [] }: Sharer): Promise<SpineId> {
  const person = somebody();
  for (const category of inLedger) await LEDGER_RECORDS[category]!(house.sharing, person, worker);
  await house.sharing.support(person, worker);
  await house.sharing.agree(person, workerNamed(worker)!.agency, [shared]);
  await afterwards(house, person, worker);
  await house.records.writeAll(tables, { person, controller: ELSEWHERE });
  return person;
}

/** What a category's record is while only `open` is shown: rows of tables, or what the ledger holds itself. */
export const recordOf = (house: House, hidden: string, open: readonly string[]): Pick<Sharer, 'tables' | 'inLedger'> =>
  (categoryNamed(hidden)!.owner === 'consent' ? { tables: [], inLedger: [hidden] }
    : { tables: house.tablesBeside(open).filter((table) => house.categoriesOf.get(table)!.includes(hidden)) });

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { REGISTER, type SpineId } from '@thegither/vocabulary';
import { SERVICES } from '@thegither/synthetic';
import type { RoomTable } from '../harness/records.ts';
import { ELSEWHERE, GRANTABLE, openTwinHouse, type House } from './house.ts';
import { somebody } from '../harness/twins.ts';
import { fieldsIn, noticed, openIn, seen, type World } from './world.ts';

jest.setTimeout(60_000);

let house: House;
let compared = 0;
beforeAll(async () => { house = await openTwinHouse(); });
afterAll(async () => {
  process.stdout.write(`two worlds: ${house.records.tables.filter(({ isLabelled }) => isLabelled).length} tables with labels x ${LABELS.length} labels, and ${SERVICES.length} services; ${compared} pairs of answers compared\n`);
  await house.close();
});

/** A name and a contact route are open to everybody who is assigned: words about them cannot be withheld from Isla. */
const LABELS = [...REGISTER.map(({ name }) => name).filter((name) => name !== 'NAME_AND_CONTACT'), 'A_CATEGORY_THAT_NOBODY_KNOWS'];

const ask = (person: SpineId): Promise<World> => seen(house.house, person, { asker: 'isla', query: house.everything });

/** Somebody who shares all of these with Isla's agency, after `write` has put something on record of them. */
async function sharer(categories: readonly string[], write: (person: SpineId) => Promise<unknown>): Promise<SpineId> {
  const person = somebody();
  await house.sharing.support(person, 'isla');
  await house.sharing.agree(person, 'fife-works', categories);
  await write(person);
  return person;
}

const each = (tables: readonly RoomTable[], write: (table: RoomTable) => Promise<unknown>): Promise<unknown> => tables.reduce<Promise<unknown>>((done, table) => done.then(() => write(table)), Promise.resolve());

async function expectSame(a: SpineId, b: SpineId): Promise<World> {
  const [recorded, unrecorded] = [await ask(a), await ask(b)];
  expect(noticed(recorded)).toEqual(noticed(unrecorded));
  compared += 1;
  return recorded;
}

test.each(LABELS)('a row whose words tell of %s is as if it were not there while that is not shared', async (label) => {
  const rest = GRANTABLE.filter((name) => name !== label);
  const tables = house.records.tables.filter((table) => table.isLabelled && !house.categoriesOf.get(table)!.includes(label));
  const world = await expectSame(
    await sharer(rest, (person) => each(tables, (table) => house.records.write(table, { person, controller: ELSEWHERE, labels: [label] }))),
    await sharer(rest, (person) => each(tables, (table) => house.records.writeAbove(table, { person, controller: ELSEWHERE }))),
  );
  expect(openIn(world)).toEqual(rest);
});

test.each(SERVICES.filter(({ tells }) => tells !== 'SUPPORT_RECEIVED'))('a referral to $id is as if it were not there while $tells is not shared', async ({ tells }) => {
  const rest = GRANTABLE.filter((name) => name !== tells);
  const referral = house.records.tables.find(({ name }) => name === 'Referral')!;
  const write = (person: SpineId) => house.records.write(referral, { person, controller: ELSEWHERE, with: { tells } });
  await expectSame(await sharer(rest, write), await sharer(rest, async () => undefined));
  expect(fieldsIn(await ask(await sharer(GRANTABLE, write))).referrals).toHaveLength(1);
});

test('rows with labels show where everything that their words tell is shared', async () => {
  const tables = house.records.tables.filter(({ isLabelled }) => isLabelled);
  const labelled = fieldsIn(await ask(await sharer(GRANTABLE, (person) => each(tables, (table) => house.records.write(table, { person, controller: ELSEWHERE, labels: GRANTABLE })))));
  const bare = fieldsIn(await ask(await sharer(GRANTABLE, (person) => each(tables, (table) => house.records.writeAbove(table, { person, controller: ELSEWHERE })))));
  const categories = new Set(tables.flatMap((table) => house.categoriesOf.get(table)!));
  const shown = [...house.reachable.fields.keys()].filter((name) => JSON.stringify(labelled[name]) !== JSON.stringify(bare[name]));
  expect(shown.length).toBeGreaterThanOrEqual(categories.size);
});

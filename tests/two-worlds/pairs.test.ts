import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { covers, maskOf } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { getNamedType, isObjectType } from 'graphql';
import type { RowOf } from '../harness/records.ts';
import { somebody } from '../harness/twins.ts';
import { compare } from './compare.ts';
import { ELSEWHERE, GRANTABLE, openTwinHouse, type House } from './house.ts';
import { AFTERWARDS, makeSharer, PAIRS, recordOf, type Sharer } from './pairs.ts';
import { noticed, openIn, seen } from './world.ts';

jest.setTimeout(60_000);

let house: House;
const covered = new Set<string>();
let compared = 0;
beforeAll(async () => { house = await openTwinHouse(); });
afterAll(async () => {
  process.stdout.write(`two worlds: ${house.reachable.coordinates.length} coordinates x ${covered.size} ordered pairs of one domain's categories, shared, stopped and shut out; ${compared} pairs of answers compared\n`);
  await house.close();
});

/** What the worker may then know, by how it went on. */
const OPENS: Readonly<Record<string, (shared: string) => string[]>> = {
  'shares it': (shared) => [...new Set(['NAME_AND_CONTACT', shared])],
  'shared it and stopped all sharing': () => ['NAME_AND_CONTACT'],
  'shared it and keeps the worker out': () => [],
};

describe.each(AFTERWARDS)('where the person $title,', ({ title, afterwards }) => {
  test.each(GRANTABLE)('%s tells nothing of any other record', async (shared) => {
    const open = OPENS[title]!(shared);
    const closed = house.tablesBeside(open), shown = house.records.tables.filter((table) => !closed.includes(table));
    const sharer = (hidden: Pick<Sharer, 'tables' | 'inLedger'>): Promise<SpineId> =>
      makeSharer(house, { shared, worker: 'isla', afterwards, ...hidden, tables: [...shown, ...hidden.tables] });
    const mates = PAIRS.filter((pair) => pair.shared === shared && !open.includes(pair.hidden)).map(({ hidden }) => ({ hidden, ...recordOf(house, hidden, open) }));

    const [bare, ...others] = await Promise.all([{ tables: [] }, { tables: closed }, ...mates].map(sharer));
    const { world, comparisons, differences } = await compare(house.house, [bare!, ...others], { asker: 'isla', query: house.everything });
    expect(openIn(world)).toEqual(GRANTABLE.filter((name) => open.includes(name)));
    expect(differences).toEqual([]);
    compared += comparisons;
    for (const { hidden } of mates) covered.add(`${shared} ${hidden}`);
    // With the category open, its own rows (which name no agency where that would tell more) stand in both worlds: something is shown, and still nothing else is told.
    if (title === 'shares it' && house.tablesOf([shared]).length > 0) expect(world.answer).toContain(shared === 'JUSTICE_LIMITS' ? 'WorkLimit place' : ELSEWHERE);
  });
});

test('no pair of one domain\'s categories is left out', () => {
  expect(covered.size).toBe(PAIRS.length);
});

/** The type that a field leads to. */
function typeAt(type: string, field: string): string | undefined {
  const object = house.reachable.schema.getType(type);
  return isObjectType(object) ? getNamedType(object.getFields()[field]!.type).name : undefined;
}

test('a part of a row that needs more than the row tells nothing without it', async () => {
  const tableOf = (type: string | undefined) => house.records.tables.find((one) => one.name === type);
  const stricter = house.reachable.coordinates.filter(({ personField, needs }) => !covers(house.reachable.fields.get(personField)!, needs));
  expect(stricter.map(({ name }) => name)).toEqual(expect.arrayContaining(['CommunityPaybackOrder.treatment', 'HealthWorkCase.services', 'HealthAssessment.mind']));
  for (const { name, personField, needs } of stricter) {
    const [type, column] = name.split('.') as [string, string];
    // The part is a column of the row, or rows of a table of its own: of the type that it leads to, or of its own type where all of that is stricter.
    const isStricterWhole = house.reachable.coordinates.every((one) => !one.name.startsWith(`${type}.`) || stricter.includes(one));
    const rows = tableOf(typeAt(type, column)) ?? (isStricterWhole ? tableOf(type) : undefined);
    const write = (row: RowOf, filled: boolean): Promise<void> => {
      if (rows) return filled ? house.records.write(rows, row) : house.records.writeAbove(rows, row);
      const table = tableOf(type)!;
      return house.records.write(table, filled ? row : { ...row, with: { [column]: table.columns.find((one) => one.name === column)!.isList ? [] : null } });
    };
    const beyond = GRANTABLE.filter((category) => covers(needs, maskOf(category)) && !covers(house.reachable.fields.get(personField)!, maskOf(category)));
    const sharer = async (categories: readonly string[], filled: boolean): Promise<SpineId> => {
      const person = somebody();
      await house.sharing.support(person, 'isla');
      await house.sharing.agree(person, 'fife-works', categories);
      await write({ person, controller: ELSEWHERE }, filled);
      return person;
    };
    const ask = async (person: SpineId) => noticed(await seen(house.house, person, { asker: 'isla', query: house.everything }));
    const less = GRANTABLE.filter((category) => !beyond.includes(category));
    expect(await ask(await sharer(less, true))).toEqual(await ask(await sharer(less, false)));
    expect((await ask(await sharer(GRANTABLE, true))).answer).not.toBe((await ask(await sharer(GRANTABLE, false))).answer);
  }
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { maskOf, NOTHING, overlaps } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { coded, ELSEWHERE, GRANTABLE, openTwinHouse, type House } from './house.ts';
import { REASONS, UNKNOWN, type Reason } from './reasons.ts';
import { somebody } from '../harness/twins.ts';
import { aboutPerson, fieldsIn, noticed, openIn, ownIn, seen, type World } from './world.ts';

jest.setTimeout(60_000);

let house: House;
let compared = 0;
beforeAll(async () => { house = await openTwinHouse(); });
afterAll(async () => {
  process.stdout.write(`two worlds: ${house.reachable.coordinates.length} coordinates and ${house.reachable.arguments.length} arguments x ${REASONS.length + UNKNOWN.length} reasons; ${house.records.tables.length} tables; ${compared} pairs of answers compared\n`);
  await house.close();
});

/** Two people who said and did the same: of one there is a row in every table, of the other only what shows anyway. */
async function twinsOf({ arrange, open = '', shows = open }: Partial<Reason> & Pick<Reason, 'arrange'>): Promise<readonly [SpineId, SpineId]> {
  const hidden = new Set(house.tablesBeside(coded(shows)));
  const [recorded, unrecorded] = await Promise.all([0, 1].map(async () => {
    const person = somebody();
    await arrange(house, person);
    return person;
  })) as [SpineId, SpineId];
  await house.records.writeAll(house.records.tables, { person: recorded, controller: ELSEWHERE });
  await house.records.writeAll(house.records.tables.filter((table) => !hidden.has(table)), { person: unrecorded, controller: ELSEWHERE });
  expect(hidden.size).toBeGreaterThan(0);
  return [recorded, unrecorded];
}

async function expectSame(twins: readonly SpineId[], asking: Parameters<typeof seen>[2]): Promise<World> {
  const worlds: World[] = [];
  for (const twin of twins) worlds.push(await seen(house.house, twin, asking));
  const [recorded, ...others] = worlds;
  for (const other of others) expect(noticed(recorded!)).toEqual(noticed(other));
  compared += others.length;
  return recorded!;
}

describe('whether there is a record is not to be noticed, in the answer or in what the rooms are asked, when', () => {
  test.each(REASONS)('$title', async (reason) => {
    const { asker = 'isla', purpose, open, own = '' } = reason;
    const world = await expectSame(await twinsOf(reason), { asker, purpose, query: house.everything });
    expect(openIn(world)).toEqual(coded(open));
    expect(ownIn(world)).toEqual(coded(own));
  });

  test('the data protection lead looks over what was shared', async () => {
    const fields = [...house.reachable.fields].filter(([, needs]) => !overlaps(needs, maskOf('MY_SHARING'))).map(([name]) => name);
    const query = aboutPerson(`${house.reachable.select('every', fields)} hold { __typename }`);
    const world = await expectSame(await twinsOf(REASONS[0]!), { asker: 'shona', purpose: 'AUDIT', query });
    expect(openIn(world)).toEqual(['MY_SHARING']);
  });

  test('each field is asked alone', async () => {
    const twins = await twinsOf(REASONS[0]!);
    for (const [name, needs] of house.reachable.fields) {
      if (needs === NOTHING || needs === maskOf('NAME_AND_CONTACT')) continue;
      const world = await expectSame(twins, { asker: 'isla', query: aboutPerson(house.reachable.select('every', [name])) });
      expect(Object.values(fieldsIn(world)).every((value) => value === null)).toBe(true);
      // One question to find the person; none about the field.
      expect(world.asked).toHaveLength(1);
    }
  });
});

describe('somebody with a record, somebody without one and nobody at all are one answer when', () => {
  test.each(UNKNOWN)('$title', async (reason) => {
    const { asker = 'isla', purpose } = reason;
    const world = await expectSame([...(await twinsOf(reason)), somebody()], { asker, purpose, query: house.everything });
    expect(JSON.parse(world.answer)).toMatchObject({ data: { person: null }, errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] });
    expect(world.asked).toEqual([]);
  });
});

test('what the twins differ in shows as soon as it is shared', async () => {
  const sharing = { arrange: async ({ sharing }: House, person: SpineId) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE);
  } };
  const [recorded, unrecorded] = await twinsOf(sharing);
  const query = aboutPerson(house.reachable.select('once'));
  const told = fieldsIn(await seen(house.house, recorded, { asker: 'isla', query })), bare = fieldsIn(await seen(house.house, unrecorded, { asker: 'isla', query }));
  const differ = [...house.reachable.fields.keys()].filter((name) => JSON.stringify(told[name]) !== JSON.stringify(bare[name]));
  // Consent's own fields are made of what both said alike; supporters.test.ts is about those.
  const ofConsent = ['id', 'sharing', 'supportTeam', 'household', 'householdLinks', 'grants', 'refusals', 'hold', 'exclusions', 'assignments', 'disclosures'];
  const agreed = [...house.reachable.fields].filter(([, needs]) => !overlaps(needs, maskOf('RISK_AND_SAFETY'))).map(([name]) => name);
  expect(differ).toEqual(agreed.filter((name) => !ofConsent.includes(name)));
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { maskOf, NOTHING, overlaps } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { somebody } from '../harness/twins.ts';
import { coded, GRANTABLE, openTwinHouse, type House, type Making } from './house.ts';
import { compare } from './compare.ts';
import { REASONS, UNKNOWN } from './reasons.ts';
import { makeTwins, type Arranged } from './twins.ts';
import { aboutPerson, fieldsIn, openIn, ownIn, seen, type Asking, type World } from './world.ts';

jest.setTimeout(60_000);

let house: House;
let compared = 0;
beforeAll(async () => { house = await openTwinHouse(); }, 240_000);
afterAll(async () => {
  process.stdout.write(`two worlds: ${house.reachable.coordinates.length} coordinates and ${house.reachable.arguments.length} arguments x ${REASONS.length + UNKNOWN.length} reasons; ${house.records.tables.length} tables; ${compared} pairs of answers compared\n`);
  await house.close();
});

async function expectSame(people: readonly SpineId[], asking: Asking): Promise<World> {
  const { world, comparisons, differences } = await compare(house.house, people, asking);
  expect(differences).toEqual([]);
  compared += comparisons;
  return world;
}

const twinsOf = async (arranged: Arranged): Promise<readonly [SpineId, SpineId]> => {
  const { recorded, unrecorded } = await makeTwins(house, arranged);
  return [recorded, unrecorded];
};

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
  const sharing = { arrange: async ({ sharing }: Making, person: SpineId) => {
    await sharing.support(person, 'isla');
    await sharing.agree(person, 'fife-works', GRANTABLE);
  } };
  const [recorded, unrecorded] = await twinsOf(sharing);
  const query = aboutPerson(house.reachable.select('once'));
  const told = fieldsIn(await seen(house.house, recorded, { asker: 'isla', query })), bare = fieldsIn(await seen(house.house, unrecorded, { asker: 'isla', query }));
  const differ = [...house.reachable.fields.keys()].filter((name) => JSON.stringify(told[name]) !== JSON.stringify(bare[name]));
  // What nobody shows to Isla, whoever agrees; what is the same for everybody; and what her own agency asked, which is no record of the person's.
  const never = maskOf('RISK_AND_SAFETY', 'MY_SHARING');
  const alike = [...house.reachable.fields].filter(([name, needs]) => needs === NOTHING || overlaps(needs, never) || name === 'asked').map(([name]) => name);
  expect([...house.reachable.fields.keys()].filter((name) => !differ.includes(name))).toEqual(alike);
});

import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { DOMAINS, type Domain } from '@thegither/vocabulary';
import { rewrite } from '../harness/faults.ts';
import type { Recorded } from '../harness/proxy.ts';
import { createRandom } from '../harness/random.ts';
import { identifiers } from '../harness/twins.ts';
import { openTwinHouse, type House } from './house.ts';
import { eachAlone } from './proof/alone.ts';
import { oneCategory } from './proof/oneCategory.ts';
import { recordOfLooks } from './proof/record.ts';
import { wholeQuestion } from './proof/wholeQuestion.ts';
import { makeWorlds, type Worlds } from './proof/worlds.ts';
import { faultsIn } from './table.ts';

jest.setTimeout(180_000);

/*
 * The comparison, against rooms and a gateway that tell more than they may: one that cannot fail says nothing.
 */
let house: House, worlds: readonly Worlds[];
beforeAll(async () => {
  house = await openTwinHouse();
  worlds = await makeWorlds(house, ['nobody ever asked', 'the person stopped all sharing', 'nobody is assigned']);
});
afterAll(() => house.close());
afterEach(() => {
  for (const name of [...DOMAINS, 'decisions']) house.house.proxy(name).mend();
});

const whole = async () => (await wholeQuestion({ house, random: createRandom(1), percent: 100 }, worlds))[0];
const looked = () => recordOfLooks({ house, random: createRandom(1), percent: 100 }, worlds);

/** Is it about one of those who have a record, by the id that this service knows them by? */
const isRecorded = (audience: string) => ({ text }: Recorded): boolean => worlds.some(({ people: [recorded] }) => text.includes(identifiers.issue(audience, recorded!)));

/** A room whose answer about what is open depends on what is not. */
const whispers = (room: Domain, was: string | RegExp, is: string): void =>
  house.house.proxy(room).always(rewrite((data) => JSON.parse(JSON.stringify(data).replace(was, is)) as unknown), isRecorded(room));

test('where nothing leaks nothing is found', async () => {
  const part = await whole();
  expect(part.differences).toEqual([]);
  expect(part.comparisons).toBe(4);
  expect(faultsIn([part], [])).toBe(0);
});

test('one letter more in what is open is found, and where', async () => {
  whispers('people', /"knownAs":"/, '"knownAs":"*');
  const { differences } = await whole();
  expect(differences).toEqual(['nobody ever asked: answer.data.person.name.knownAs', 'the person stopped all sharing: answer.data.person.name.knownAs']);
  expect(faultsIn([{ title: '', comparisons: 0, differences }], [])).toBe(2);
});

test('one letter in a field that is asked alone is found, among all that are', async () => {
  whispers('people', /"knownAs":"/, '"knownAs":"*');
  const { differences } = await oneCategory({ house, random: createRandom(1), percent: 100 }, worlds.slice(0, 1));
  expect(differences).toEqual(['nobody ever asked, NAME_AND_CONTACT: answer.data.person.name.knownAs']);
});

test('an error about somebody with a record is found', async () => {
  whispers('people', /^\{/, '{"errors":[{"message":"not yours","path":["_entities",0,"name"]}],');
  expect((await whole()).differences).toEqual(expect.arrayContaining([expect.stringContaining('nobody ever asked: answer.errors')]));
});

test('a question to a room because there is a record is found, though nothing of it is told', async () => {
  const decisions = house.house.proxy('decisions'), { url } = house.house.proxy('housing');
  decisions.always(async (_, passOn) => {
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
    return passOn();
  }, (asked) => asked.path === '/decide' && isRecorded('consent')(asked));
  expect((await whole()).differences).toEqual([
    ...worlds.map(({ reason: { title } }) => `${title}: asked`),
    // Of somebody whom nobody may know no room is asked at all.
    'nobody is assigned: the answer does not call open what this reason leaves open',
  ]);
});

test('a decision that is asked for twice because there is a record is found', async () => {
  const decisions = house.house.proxy('decisions');
  decisions.always(async (_, passOn) => {
    await fetch(`${decisions.url}/decide`, { method: 'POST', body: '{}' });
    return passOn();
  }, (asked) => asked.path === '/decide' && isRecorded('consent')(asked));
  expect((await whole()).differences).toEqual(worlds.map(({ reason: { title } }) => `${title}: decided`));
});

test('each coordinate that is asked alone is held against the other world', async () => {
  const { comparisons, differences } = await eachAlone({ house, random: createRandom(1), percent: 2 }, worlds);
  expect(differences).toEqual([]);
  expect(comparisons).toBeGreaterThan(10);
});

test('reasons that leave the same open read the same, whatever the rooms are told of whose rows are shared', async () => {
  const limited = await makeWorlds(house, ['the person agreed to the rows of another controller alone', 'the person agreed to the rows of earlier days alone']);
  const [, words] = await wholeQuestion({ house, random: createRandom(1), percent: 100 }, limited);
  expect(words).toMatchObject({ comparisons: 1, differences: [] });
});

test('the record says the same of a look at either, and a line that says more of one is found', async () => {
  expect(await looked()).toMatchObject({ comparisons: 3, differences: [] });
  whispers('consent', '"kind":"LOOK"', '"kind":"LIST"');
  expect((await looked()).differences.toSorted()).toEqual(['nobody ever asked: answer.0.kind', 'the person stopped all sharing: answer.0.kind']);
});

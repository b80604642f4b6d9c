import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { AGENCIES, workerNamed } from '@thegither/synthetic';
import { REGISTER, type SpineId } from '@thegither/vocabulary';
import { coded, ELSEWHERE, GRANTABLE, openTwinHouse, type House } from './house.ts';
import { idFor, identifiers, somebody } from '../harness/twins.ts';
import { fieldsIn, noticed, seen, type Asking, type World } from './world.ts';

jest.setTimeout(60_000);

let house: House;
let compared = 0;
beforeAll(async () => { house = await openTwinHouse(); });
afterAll(async () => {
  process.stdout.write(`two worlds: what the ledger itself holds, and the doors beside person(id:); ${compared} pairs of answers compared\n`);
  await house.close();
});

/** Something that stands about the person in the ledger, and that is not between them and Isla. */
type Known = (person: SpineId) => Promise<unknown>;

const nothing: Known = async () => undefined;

/** Somebody who shares these categories with Isla's agency, and of whom more is known. */
async function sharer(categories: readonly string[], known: Known): Promise<SpineId> {
  const person = somebody();
  await house.sharing.support(person, 'isla');
  await known(person);
  await house.sharing.agree(person, 'fife-works', categories);
  return person;
}

const ask = (person: SpineId): Promise<World> => seen(house.house, person, { asker: 'isla', query: house.everything });

async function expectSame(a: SpineId, b: SpineId, asking?: Asking): Promise<World> {
  const worlds = [a, b].map((person) => () => (asking ? seen(house.house, person, asking) : ask(person)));
  const [recorded, unrecorded] = [await worlds[0]!(), await worlds[1]!()];
  expect(noticed(recorded)).toEqual(noticed(unrecorded));
  compared += 1;
  return recorded;
}

/** A row in every table. */
async function recorded(person: SpineId): Promise<SpineId> {
  await house.records.writeAll(house.records.tables, { person, controller: ELSEWHERE });
  return person;
}

/** A row in those tables alone that these categories show. */
async function unrecorded(person: SpineId, open: readonly string[]): Promise<SpineId> {
  const hidden = new Set(house.tablesBeside(open));
  await house.records.writeAll(house.records.tables.filter((table) => !hidden.has(table)), { person, controller: ELSEWHERE });
  return person;
}

const twins = async () => [await recorded(await sharer([], nothing)), await unrecorded(await sharer([], nothing), coded('S1'))] as const;

const whole = (): string => house.reachable.select('every');
const supportedBy = (worker: string): Known => (person) => house.sharing.support(person, worker);
const joins = (household: string): Known => (person) => house.sharing.ledger.joinHousehold({ ...house.sharing.by(person), household });

describe('who else supports the person', () => {
  const HELPERS = ['ruaridh', 'niamh', 'ewan', 'una', 'catriona', 'gordon'].map((worker) => ({ worker, domain: AGENCIES.find(({ id }) => id === workerNamed(worker)!.agency)!.domain }));

  test.each(HELPERS)('tells nothing of $worker while nothing of $domain is shared', async ({ worker, domain }) => {
    // "Free to work from Monday" does not say that a justice worker helps: J1 alone does.
    const telling = domain === 'justice' ? ['JUSTICE_SUPPORT'] : REGISTER.filter(({ owner }) => owner === domain).map(({ name }) => name);
    const rest = GRANTABLE.filter((name) => !telling.includes(name));
    await expectSame(await sharer(rest, supportedBy(worker)), await sharer(rest, nothing));
    const shown = fieldsIn(await ask(await sharer(GRANTABLE, supportedBy(worker)))).supportTeam;
    expect(shown).toEqual(expect.arrayContaining([expect.objectContaining({ worker: workerNamed(worker)!.name })]));
  });

  test.each(HELPERS)('tells nothing of $worker while the support team is not shared', async ({ worker }) => {
    const rest = GRANTABLE.filter((name) => name !== 'SUPPORT_TEAM');
    await expectSame(await sharer(rest, supportedBy(worker)), await sharer(rest, nothing));
  });

  test.each(HELPERS)('tells nothing of $worker before the person has confirmed', async ({ worker }) => {
    const asked: Known = (person) => house.sharing.ledger.assignKeyWorker({ ...house.sharing.by(person), actor: { kind: 'worker', id: worker }, worker, reason: 'Supports this person.' });
    await expectSame(await sharer(GRANTABLE, asked), await sharer(GRANTABLE, nothing));
  });
});

describe('whom the person lives with', () => {
  const REST = GRANTABLE.filter((name) => name !== 'HOUSEHOLD_LINK');

  test.each([['not shared with this worker', GRANTABLE, REST], ['shared by the other alone', REST, GRANTABLE], ['shared by neither', REST, REST]])('is not told while it is %s', async (_, own, others) => {
    const household = randomUUID();
    await sharer(others, joins(household));
    const together = await sharer(own, joins(household)), alone = await sharer(own, joins(randomUUID()));
    const world = await expectSame(together, alone);
    await expectSame(together, await sharer(own, nothing));
    if (own === GRANTABLE) expect(fieldsIn(world).household).toMatchObject({ members: [] });
    else expect(fieldsIn(world).household).toBeNull();
  });

  test('is told as soon as both share it', async () => {
    const household = randomUUID();
    const other = await sharer(GRANTABLE, joins(household));
    expect(fieldsIn(await ask(await sharer(GRANTABLE, joins(household)))).household).toMatchObject({ members: [idFor('isla', other)] });
  });
});

describe('what is between the person and others', () => {
  const ABOUT_OTHERS: readonly { readonly title: string; readonly known: Known }[] = [
    { title: 'a grant to another agency', known: (person) => house.sharing.agree(person, 'fife-housing', GRANTABLE) },
    { title: 'a grant to another worker of the agency', known: (person) => house.sharing.ledger.giveGrant({ ...house.sharing.by(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: GRANTABLE, recipient: { worker: 'kirsty' } }) },
    { title: 'a grant for another purpose', known: (person) => house.sharing.agree(person, 'fife-works', GRANTABLE, { purpose: 'REFERRAL' }) },
    { title: 'a refusal to another agency', known: (person) => house.sharing.ledger.refuse({ ...house.sharing.by(person), categories: GRANTABLE, recipient: { agency: 'fife-housing' } }) },
    { title: 'that another worker is kept out', known: (person) => house.sharing.ledger.exclude({ ...house.sharing.by(person), recipient: { worker: 'ewan' } }) },
    { title: 'a stop that was taken back', known: async (person) => { await house.sharing.ledger.stopAll(house.sharing.by(person)); await house.sharing.ledger.resumeSharing(house.sharing.by(person)); } },
    { title: 'that others have looked', known: async (person) => {
      await house.sharing.ledger.assignKeyWorker({ ...house.sharing.by(person), actor: { kind: 'worker', id: 'ewan' }, worker: 'ewan', reason: 'Supports this person.', ran: { from: Date.now() - 1000, to: null } })
        .then(({ subject }) => house.sharing.ledger.confirmAssignment({ ...house.sharing.by(person), assignment: subject }));
      for (let looks = 0; looks < 3; looks++) await seen(house.house, person, { asker: 'ewan', query: house.everything });
    } },
  ];
  // Somebody who supports the person may stand in the support team: what is asked here is whether the rest tells.
  const SHARED = [['nothing', []], ['everything but who supports them', GRANTABLE.filter((name) => name !== 'SUPPORT_TEAM')]] as const;

  test.each(ABOUT_OTHERS.flatMap(({ title, known }) => SHARED.map(([what, shared]) => ({ title, known, what, shared }))))('$title is not to be noticed where the person shares $what', async ({ known, shared }) => {
    await expectSame(await sharer(shared, known), await sharer(shared, nothing));
  });
});

describe('by another door', () => {
  test('a list of people tells no more than one person does', async () => {
    const [a, b] = await twins();
    await expectSame(a, b, { asker: 'isla', query: `query ($ids: [PersonId!]!) { people(ids: $ids) { ${whole()} } }`, variables: (id) => ({ ids: [id, id] }) });
  });

  test('the caseload has the same line for both', async () => {
    const open = coded('S* E1 E2 O*');
    const unas = async (): Promise<SpineId> => {
      const person = somebody();
      await house.sharing.support(person, 'una');
      await house.sharing.agree(person, 'glasgow-housing', GRANTABLE);
      return person;
    };
    const people = [await recorded(await unas()), await unrecorded(await unas(), open)];
    const { answer, sharing } = await seen(house.house, people[0]!, { asker: 'una', query: `{ caseload(first: 25) { edges { person { ${whole()} } } } }`, variables: () => ({}) });
    const { data } = JSON.parse(answer) as { data: { caseload: { edges: { person: { id: string } }[] } } };
    const [first, second] = ['THE PERSON', idFor('una', people[1]!)].map((id) => {
      const { person } = data.caseload.edges.find((edge) => edge.person.id === id)!;
      return { ...person, id: 'THE PERSON' };
    });
    expect(first).toEqual(second);
    const [ofFirst, ofSecond] = people.map((person) => sharing.filter((entry) => entry.person === idFor('una', person)).map(({ category, state, next }) => ({ category, state, next })));
    expect(ofFirst).toEqual(ofSecond);
    expect(ofFirst!.filter(({ state }) => state === 'SHARED').map(({ category }) => category)).toEqual(open);
    compared += 1;
  });

  const WRITES = [
    ['refuse', 'RefuseInput', { categories: ['SKILLS'], recipient: { agency: 'fife-works' } }],
    ['stopAll', 'StopAllInput', {}],
    ['exclude', 'ExcludeInput', { recipient: { worker: 'ewan' } }],
    ['exclude', 'ExcludeInput', { recipient: { worker: 'isla' } }],
  ] as const;
  test.each(WRITES)('%s is done for both alike, and shows nothing beside (%s)', async (verb, input, more) => {
    const [a, b] = await twins();
    const world = await expectSame(a, b, {
      asker: 'isla', query: `mutation ($input: ${input}!) { ${verb}(input: $input) { person { ${whole()} } } }`,
      variables: (person) => ({ input: { key: `once ${person}`, person, ...more } }),
    });
    expect(world.asked.filter((call) => call.includes('mutation'))).toHaveLength(1);
    expect(JSON.parse(world.answer)).toMatchObject({ data: { [verb]: {} } });
  });

  test('an id that nobody ever had, one of another audience and no id at all are the same nobody', async () => {
    const known = await recorded(await sharer(GRANTABLE, nothing));
    const strangers = [identifiers.issue('agency:nhs-fife', known), identifiers.issue('people', known), identifiers.issue('agency:fife-works', somebody()), `9${idFor('isla', known).slice(1)}`, `${idFor('isla', known)}A`, '__proto__', ''];
    const worlds = [];
    for (const id of strangers) worlds.push(noticed(await seen(house.house, known, { asker: 'isla', query: house.everything, variables: () => ({ id }) })));
    for (const world of worlds) expect(world.answer).toBe(worlds[0]!.answer);
    for (const world of worlds) expect(world.asked).toEqual([]);
    expect(JSON.parse(worlds[0]!.answer)).toMatchObject({ data: { person: null }, errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] });
  });
});

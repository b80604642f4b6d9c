import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@thegither/identity';
import { personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { ISLA, entityQuestion, openRoom, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { seedHousing } from '../prisma/seed.ts';
import { createHousing } from './housing.ts';

const EWAN: ClaimedCaller = { kind: 'worker', worker: 'ewan', agency: 'fife-housing', roles: ['HOUSING_OFFICER'] };
const ALL = ['WHERE_I_LIVE', 'HOMELESSNESS_HELP', 'HOUSING_MONEY'];

let room: RoomUnderTest;
let fiona: PersonId;
let jean: PersonId;
let callum: PersonId;

beforeAll(async () => {
  room = await openRoom('housing', createHousing, { migrations: new URL('../prisma/migrations', import.meta.url), seed: seedHousing });
  const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);
  [fiona, jean, callum] = [idOf('fiona'), idOf('jean'), idOf('callum')];
}, 60_000);
afterAll(() => room?.close());

const FIELDS = `
  id tenancies { kind startedOn endedOn uprn controller } housingSituations { tenure area since note controller } whereILiveTimeline { on kind title by controller }
  noFixedAddress { since until staying } housingApproaches { reasonCode reasonLabel activities outcomeCode outcomeLabel controller }
  homelessApplications { stage assessedOn decisionCode decisionLabel contactKept noFixedAddress controller } askedAboutHousing { body by done controller }
  homelessnessHelpTimeline { kind title controller } rentAccounts { standing planAgreedOn benefitCheckDone benefitCheckOn } housingMoneyTimeline { kind title }
`;

/** Each field with the category that opens it. */
const NEEDS = {
  tenancies: 'WHERE_I_LIVE', housingSituations: 'WHERE_I_LIVE', whereILiveTimeline: 'WHERE_I_LIVE',
  noFixedAddress: 'HOMELESSNESS_HELP', housingApproaches: 'HOMELESSNESS_HELP', homelessApplications: 'HOMELESSNESS_HELP', askedAboutHousing: 'HOMELESSNESS_HELP',
  homelessnessHelpTimeline: 'HOMELESSNESS_HELP', rentAccounts: 'HOUSING_MONEY', housingMoneyTimeline: 'HOUSING_MONEY',
} as const;

const everyField = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.keys(NEEDS).map((field) => [field, value]));

/** What housing says of one person who shares this with the caller. */
const seen = async (person: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<Record<string, unknown>> =>
  (await room.entities(FIELDS, { [person]: shares }, { caller }))[0]!;

describe('a person by representation', () => {
  test('everything shared is shown, latest first', async () => {
    const { id, housingSituations } = await seen(fiona, { granted: ALL });
    expect(id).toBe(fiona);
    expect(housingSituations).toMatchObject([{ area: 'Glenrothes' }, { area: 'Glasgow' }, { area: 'Govan' }]);
  });

  test('a day is written as a day', async () => {
    const { housingSituations } = await seen(fiona, { granted: ALL });
    expect(housingSituations).toEqual(expect.arrayContaining([expect.objectContaining({ since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })]));
  });

  test('nobody to know of and nothing shared are the same answer', async () => {
    const nothing = everyField(null);
    expect(await seen(fiona, {})).toEqual({ id: fiona, ...nothing });
    expect(await room.entities(FIELDS, {}, { variables: { representations: [{ __typename: 'Person', id: fiona }] } })).toEqual([{ id: fiona, ...nothing }]);
  });

  test('not shared says nothing of whether there is a record', async () => {
    const [withRecord, without] = await room.entities(FIELDS, { [fiona]: {}, [jean]: {} });
    expect({ ...withRecord, id: '' }).toEqual({ ...without, id: '' });
  });

  test('shared and nothing there is an empty list', async () => {
    expect(await seen(jean, { granted: ALL })).toEqual({ id: jean, ...everyField([]) });
  });

  test('people who share differently each get their own answer in one question', async () => {
    const people = { [fiona]: { granted: ['WHERE_I_LIVE', 'HOMELESSNESS_HELP'] }, [callum]: { granted: ['HOMELESSNESS_HELP'] }, [jean]: {} };
    const [first, second, third] = await room.entities(FIELDS, people);
    expect(first).toMatchObject({ id: fiona, housingSituations: { length: 3 }, rentAccounts: null });
    expect(second).toMatchObject({ id: callum, housingSituations: null, homelessApplications: [{ noFixedAddress: true }] });
    expect(third).toMatchObject({ id: jean, housingSituations: null, homelessApplications: null });
  });
});

describe('each field needs its category', () => {
  const table = Object.entries(NEEDS).flatMap(([field, needed]) => [...ALL, 'RISK_AND_SAFETY', 'MY_SHARING'].map((shared) => ({ field, shared, shown: shared === needed })));

  test.each(table)('$field with $shared: shown is $shown', async ({ field, shared, shown }) => {
    for (const shares of [{ granted: [shared] }, { own: [shared] }]) {
      expect((await seen(jean, shares, EWAN))[field]).toEqual(shown ? [] : null);
    }
  });
});

describe('two controllers in one room stay apart', () => {
  const table: { who: string; shares: Shares; caller: ClaimedCaller; controllers: string[] }[] = [
    { who: 'own rows of Fife', shares: { own: ALL }, caller: EWAN, controllers: ['fife-housing'] },
    { who: 'own rows of Glasgow', shares: { own: ALL }, caller: { ...EWAN, worker: 'una', agency: 'glasgow-housing' }, controllers: ['glasgow-housing'] },
    { who: 'own rows of an agency without any', shares: { own: ALL }, caller: ISLA, controllers: [] },
    { who: 'a grant for any controller', shares: { granted: ALL }, caller: ISLA, controllers: ['fife-housing', 'glasgow-housing'] },
    { who: 'a grant for Glasgow alone', shares: { granted: ALL, sources: { WHERE_I_LIVE: ['glasgow-housing'] } }, caller: ISLA, controllers: ['glasgow-housing'] },
    { who: 'a grant for Glasgow, and own rows', shares: { granted: ALL, own: ALL, sources: { WHERE_I_LIVE: ['glasgow-housing'] } }, caller: EWAN, controllers: ['fife-housing', 'glasgow-housing'] },
    { who: 'own masks on the person themselves', shares: { own: ALL }, caller: { kind: 'person', person: '' }, controllers: [] },
  ];
  test.each(table)('$who', async ({ shares, caller, controllers }) => {
    const asked = caller.kind === 'person' ? { kind: 'person' as const, person: fiona } : caller;
    const { housingSituations, tenancies, whereILiveTimeline } = await seen(fiona, shares, asked);
    for (const rows of [housingSituations, tenancies, whereILiveTimeline]) {
      expect([...new Set((rows as { controller: string }[]).map(({ controller }) => controller))].toSorted()).toEqual(controllers);
    }
  });
});

describe('free text is there only for who may see what it tells', () => {
  test.each([
    { granted: ['WHERE_I_LIVE'], areas: ['Glenrothes', 'Glasgow'] },
    { granted: ['WHERE_I_LIVE', 'HOUSING_MONEY'], areas: ['Glenrothes', 'Glasgow'] },
    { granted: ['WHERE_I_LIVE', 'HOMELESSNESS_HELP'], areas: ['Glenrothes', 'Glasgow', 'Govan'] },
  ])('with $granted: $areas', async ({ granted, areas }) => {
    expect((await seen(fiona, { granted })).housingSituations).toMatchObject(areas.map((area) => ({ area })));
  });
});

const valid = () => ({ ...entityQuestion(FIELDS, [fiona]), people: { [fiona]: { granted: ALL } } });

describe('asked directly', () => {
  const REFUSED = { status: 403, errors: [{ message: expect.any(String), extensions: { code: 'DECISION_REFUSED' } }] };
  const past = Math.floor(Date.now() / 1000) - 600;

  test.each([
    ['without a decision', { tamper: (body: string) => JSON.stringify({ ...JSON.parse(body), extensions: {} }) }],
    ['with an expired decision', { claims: { iat: past, exp: past + 30 } }],
    ['with a decision for another room', { claims: { aud: 'justice' } }],
    ['with a decision of another issuer', { claims: { iss: 'https://elsewhere.test' } }],
    ['with a forged decision', { decisionKey: generateSigningKey() }],
    ['by another gateway than the decision names', { requestKey: generateSigningKey() }],
    ['with another body than was signed', { tamper: (body: string) => `${body} ` }],
    ['with a decision for root fields', { use: 'query' as const }],
    ['with a decision for a mutation', { use: 'mutation' as const }],
  ])('%s: nothing', async (_how, changed) => {
    expect(await room.ask({ ...valid(), ...changed })).toEqual(REFUSED);
  });

  test.each(['labels', 'person', 'id'])('%s of a row is in no answer, whatever is shared', async (column) => {
    const question = { ...valid(), ...entityQuestion(`housingSituations { ${column} }`, [fiona]) };
    expect(await room.ask(question)).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_OPERATION' } }] });
  });

  test('the same request again: nothing', async () => {
    const signed = room.sign(valid());
    expect(await room.post(signed)).toMatchObject({ status: 200 });
    expect(await room.post(signed)).toEqual(REFUSED);
  });

  test('its schema is read only with a decision', async () => {
    const asked = { query: '{ _service { sdl } }', use: 'query' as const };
    expect(await room.ask(asked)).toMatchObject({ status: 200, data: { _service: { sdl: expect.stringContaining('housingSituations') } } });
    expect(await room.ask({ ...asked, decisionKey: generateSigningKey() })).toEqual(REFUSED);
  });
});

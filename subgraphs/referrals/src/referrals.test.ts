import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@thegither/identity';
import { SERVICES, personaNamed } from '@thegither/synthetic';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { Client } from 'pg';
import { ISLA, entityQuestion, openRoom, type Answer, type RoomUnderTest, type Shares } from '@thegither/subgraph/testing';
import { countQueries } from '@thegither/subgraph/testing';
import { seedReferrals } from '../prisma/seed.ts';
import { createReferrals } from './referrals.ts';

const PROVIDER: ClaimedCaller = { kind: 'worker', worker: 'somebody', agency: 'fife-pathways', roles: ['KEY_WORKER'] };
const migrations = new URL('../prisma/migrations', import.meta.url);

let room: RoomUnderTest;
const idOf = (key: string): PersonId => room.idOf(personaNamed(key)!.spine);

beforeAll(async () => {
  room = await openRoom('referrals', createReferrals, { migrations, seed: seedReferrals });
});
afterAll(() => room?.close());

interface Page {
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly next: string | null;
}

const SERVICES_QUERY = 'query ($need: String, $area: String, $first: Int, $after: String) { services(need: $need, area: $area, first: $first, after: $after) { services { id name organisation needs area waitWeeks summary } next } }';
const askServices = (variables: Record<string, unknown>, caller: ClaimedCaller = ISLA): Promise<Answer> =>
  room.ask({ query: SERVICES_QUERY, variables, use: 'query', caller });
const page = async (variables: Record<string, unknown>): Promise<Page> => (await askServices(variables)).data?.['services'] as Page;
const idsOf = ({ services }: Page): string[] => services.map(({ id }) => id);

describe('the directory of services is open', () => {
  test.each([
    ['a key worker', ISLA],
    ['an analyst', { ...ISLA, worker: 'priya', agency: 'fife-lep', roles: ['LEP_ANALYST'] } as const],
    ['a person', undefined],
  ])('%s reads all of it, by name', async (_who, caller) => {
    const { status, data } = await askServices({}, caller ?? { kind: 'person', person: idOf('jean') });
    expect(status).toBe(200);
    expect(idsOf(data?.['services'] as Page)).toEqual(SERVICES.map(({ id }) => id));
  });

  test('but nobody without a decision', async () => {
    expect(await room.ask({ query: SERVICES_QUERY, use: 'query', decisionKey: generateSigningKey() })).toMatchObject({ status: 403 });
  });

  test.each([
    [{ need: 'MONEY_ADVICE' }, ['kirkcaldy-rent-and-bills']],
    [{ need: 'HOMELESSNESS' }, ['clydeside-housing-options', 'fife-housing-options']],
    [{ need: 'HOMELESSNESS', area: 'S12000049' }, ['clydeside-housing-options']],
    [{ area: 'S12000049' }, ['clydeside-housing-options', 'clydeside-job-club']],
    [{ need: 'NO_SUCH_NEED' }, []],
  ])('%j: %j', async (search, ids) => {
    expect(idsOf(await page(search))).toEqual(ids);
  });

  test('page after page gives each service once, and then no further page', async () => {
    const found: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const got: Page = await page({ first: 3, after });
      found.push(...idsOf(got));
      ({ next: after } = got);
      pages += 1;
    } while (after !== null);
    expect(found).toEqual(SERVICES.map(({ id }) => id));
    expect(pages).toBe(4);
  });

  test('a last page that is full says that it is the last', async () => {
    expect((await page({ first: SERVICES.length })).next).toBeNull();
    expect((await page({ first: SERVICES.length - 1 })).next).not.toBeNull();
  });

  test.each([
    ['no service', { first: 0 }], ['more than a hundred', { first: 101 }], ['a place that is none', { after: 'somewhere' }],
    ['a place of something else', { after: Buffer.from('{"name":"a"}').toString('base64url') }],
    ['a place with text that no column holds', { after: Buffer.from('["\\u0000","a"]').toString('base64url') }],
    ['a need that no column holds', { need: '\0' }],
  ])('%s: refused with one code, and no value repeated', async (_what, variables) => {
    const { errors } = await askServices(variables);
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }]);
    expect(errors![0]!.message).not.toMatch(/somewhere|101/);
  });

  test.each([['fife-college-bridge', { id: 'fife-college-bridge', name: 'College Bridge' }], ['no-such-service', null], ['\0', null]])('service %j', async (id, service) => {
    const { data } = await room.ask({ query: 'query ($id: ID!) { service(id: $id) { id name } }', variables: { id }, use: 'query' });
    expect(data).toEqual({ service });
  });

  test('what a service tells of whoever is referred there is in no answer', async () => {
    expect(await room.ask({ query: '{ services { services { tells } } }', use: 'query' })).toMatchObject({ status: 400 });
  });
});

describe('services by representation', () => {
  const representations = [{ __typename: 'Service', id: 'wheels-to-work-fife' }, { __typename: 'Service', id: 'no-such-service' }, { __typename: 'Service', id: 'fife-college-bridge' }];
  const query = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Service { id name } } }';

  test('come in the order asked, each once, an unknown one as nothing', async () => {
    expect(await room.ask({ query, variables: { representations } })).toMatchObject({
      data: { _entities: [{ name: 'Wheels to Work Fife' }, null, { name: 'College Bridge' }] },
    });
  });

  test('are one query however many they are', async () => {
    const other = await openRoom('referrals', createReferrals, { migrations, seed: seedReferrals });
    const { count, close } = await countQueries(other.databaseUrl, 'Service');
    const { data } = await other.ask({ query, variables: { representations: SERVICES.map(({ id }) => ({ __typename: 'Service', id })) } });
    expect(data?.['_entities']).toEqual(SERVICES.map(({ id, name }) => ({ id, name })));
    expect(await count()).toBe(1);
    await close();
    await other.close();
  });
});

const FIELDS = 'referrals { service { id name } sentOn state declinedBecause note controller }';

/** What is said of one person's referrals, who shares this with the caller: null, or the services. */
const referredTo = async (key: string, shares: Shares, caller: ClaimedCaller = ISLA): Promise<string[] | null> => {
  const [person] = await room.entities(FIELDS, { [idOf(key)]: shares }, { caller });
  return (person!['referrals'] as { service: { id: string } }[] | null)?.map(({ service }) => service.id) ?? null;
};

describe('a person\'s referrals', () => {
  const [PHYSIO, RENT, EVENING] = ['back-to-work-physiotherapy', 'kirkcaldy-rent-and-bills', 'levenmouth-evening-learning'];

  test.each([
    [[], null],
    [['HEALTH_AND_WORK', 'HOUSING_MONEY'], null],
    [['SUPPORT_RECEIVED'], [EVENING]],
    [['SUPPORT_RECEIVED', 'HEALTH_AND_WORK'], [EVENING, PHYSIO]],
    [['SUPPORT_RECEIVED', 'HOUSING_MONEY'], [RENT, EVENING]],
    [['SUPPORT_RECEIVED', 'HEALTH_AND_WORK', 'HOUSING_MONEY'], [RENT, EVENING, PHYSIO]],
    [['SUPPORT_RECEIVED', 'CONDITIONS', 'WHERE_I_LIVE'], [EVENING]],
  ])('Morag with %j: %j', async (granted, services) => {
    expect(await referredTo('morag', { granted })).toEqual(services);
  });

  test.each([
    [['SUPPORT_RECEIVED', 'JUSTICE_LIMITS', 'HOMELESSNESS_HELP'], ['fife-housing-options']],
    [['SUPPORT_RECEIVED', 'JUSTICE_SUPPORT'], ['fresh-start-throughcare']],
    [['SUPPORT_RECEIVED', 'CONVICTIONS'], []],
  ])('Callum with %j: %j', async (granted, services) => {
    expect(await referredTo('callum', { granted })).toEqual(services);
  });

  test('shared and nothing to show is an empty list, whether there is none or none that may be seen', async () => {
    const shares = { granted: ['SUPPORT_RECEIVED'] };
    const [callum, jean] = await room.entities(FIELDS, { [idOf('callum')]: shares, [idOf('jean')]: shares });
    expect([callum, jean]).toEqual([{ referrals: [] }, { referrals: [] }]);
  });

  test('the agency that wrote them reads its own, where their labels are its own too', async () => {
    const own = ['SUPPORT_RECEIVED', 'ACTION_PLAN', 'BARRIERS', 'WORK_SINCE'];
    expect(await referredTo('morag', { own }, PROVIDER)).toEqual([EVENING]);
    expect(await referredTo('morag', { own }, ISLA)).toEqual([]);
  });

  test('a referral comes whole, with its service', async () => {
    const [person] = await room.entities(FIELDS, { [idOf('aisha')]: { granted: ['SUPPORT_RECEIVED', 'CAREER_PLANS'] } });
    expect(person).toEqual({
      referrals: [{
        service: { id: 'fife-college-bridge', name: 'College Bridge' }, sentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        state: 'ENDED', declinedBecause: null, note: null, controller: 'fife-pathways',
      }],
    });
  });

  test.each(['referrals { labels }', 'referrals { tells }', 'referrals { id }'])('%s is in no answer', async (field) => {
    expect(await room.ask({ ...entityQuestion(field, [idOf('morag')]), people: { [idOf('morag')]: { granted: ['SUPPORT_RECEIVED'] } } })).toMatchObject({ status: 400 });
  });
});

describe('the tables refuse', () => {
  let db: Client;
  beforeAll(async () => {
    db = new Client({ connectionString: room.databaseUrl });
    await db.connect();
  });
  afterAll(() => db?.end());

  test.each([
    ['a referral without the label of what its service tells', `UPDATE "Referral" SET "labels" = '{SUPPORT_RECEIVED}' WHERE "tells" = 'JUSTICE_SUPPORT'`, /Referral_labels_said/],
    ['a referral that says another thing than its service', `UPDATE "Referral" SET "tells" = 'SKILLS', "labels" = '{SKILLS}'`, /Referral_serviceId_tells_fkey/],
    ['a service that begins to tell more, while referrals to it do not say so', `UPDATE "Service" SET "tells" = 'CONVICTIONS'`, /Referral_labels_said/],
    ['an area that is not a code', `UPDATE "Service" SET "area" = 'Fife'`, /Service_area_written/],
  ])('%s', async (_what, sql, constraint) => {
    await expect(db.query(sql)).rejects.toThrow(constraint);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@thegither/identity';
import { ISLA, countQueries, type Answer } from '@thegither/subgraph/testing';
import { SERVICES } from '@thegither/synthetic';
import type { ClaimedCaller } from '@thegither/vocabulary';
import { openReferrals, type ReferralsUnderTest } from './testing/openReferrals.ts';

let room: ReferralsUnderTest;
beforeAll(async () => { room = await openReferrals(); });
afterAll(() => room?.close());

interface Page {
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly next: string | null;
}

const SERVICES_QUERY = 'query ($need: String, $place: String, $specialism: String, $first: Int, $after: String) { services(need: $need, place: $place, specialism: $specialism, first: $first, after: $after) { services { id name } next } }';
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
    const { status, data } = await askServices({}, caller ?? { kind: 'person', person: room.persona('jean') });
    expect(status).toBe(200);
    expect(idsOf(data?.['services'] as Page)).toEqual(SERVICES.map(({ id }) => id));
  });

  test('but nobody without a decision', async () => {
    expect(await room.ask({ query: SERVICES_QUERY, use: 'query', decisionKey: generateSigningKey() })).toMatchObject({ status: 403 });
  });

  test.each([
    [{ need: 'MONEY_ADVICE' }, ['kirkcaldy-rent-and-bills']],
    [{ need: 'HOMELESSNESS' }, ['clydeside-housing-options', 'fife-housing-options']],
    [{ need: 'HOMELESSNESS', place: 'S12000049' }, ['clydeside-housing-options']],
    [{ need: 'debt advice' }, ['kirkcaldy-rent-and-bills']],
    [{ need: 'Money, debt and benefits' }, ['kirkcaldy-rent-and-bills']],
    [{ need: 'NO_SUCH_NEED' }, []],
    [{ need: '' }, []],
    [{ specialism: 'RURAL' }, ['levenmouth-evening-learning', 'wheels-to-work-fife']],
    [{ specialism: 'gàidhlig' }, ['scotland-careers-line']],
    [{ specialism: 'rural', need: 'transport' }, ['wheels-to-work-fife']],
    [{ specialism: 'RURAL', place: 'Glasgow' }, []],
  ])('%j: %j', async (search, ids) => {
    expect(idsOf(await page(search))).toEqual(ids);
  });

  test.each([
    ['its code', 'S12000049'], ['the code before', 'S12000046'], ['the code before that', 's12000043'], ['the three digits of HL1', '260'], ['its name', 'Glasgow City'], ['what it is called', 'glasgow'],
    ['its council', 'Glasgow City Council'], ['its partnership', 'lep-glasgow-city'], ['its partnership by name', 'Glasgow City Local Employability Partnership'],
  ])('Glasgow by %s: its services, and those for all of Scotland', async (_what, place) => {
    expect(idsOf(await page({ place }))).toEqual(['clydeside-housing-options', 'clydeside-job-club', 'scotland-careers-line']);
  });

  test('a partnership of several councils finds the services of each', async () => {
    expect(idsOf(await page({ place: 'EmployabiliTAY' }))).toEqual(['scotland-careers-line']);
    await room.sql(`UPDATE "Service" SET "councils" = '{S12000041}' WHERE "id" = 'clydeside-job-club'`);
    expect(idsOf(await page({ place: 'EmployabiliTAY' }))).toEqual(['clydeside-job-club', 'scotland-careers-line']);
    await room.sql(`UPDATE "Service" SET "councils" = '{S12000049}' WHERE "id" = 'clydeside-job-club'`);
  });

  test.each([
    [`"status" = 'INACTIVE'`, false], [`"status" = 'DEFUNCT'`, false], [`"withdrawnOn" = '2026-11-01'`, false], [`"status" = 'TEMPORARILY_CLOSED'`, true],
  ])('a service with %s is found: %s; by its id it is always there', async (change, found) => {
    await room.sql(`UPDATE "Service" SET ${change} WHERE "id" = 'clydeside-job-club'`);
    expect(idsOf(await page({ need: 'JOB_SEARCH' })).includes('clydeside-job-club')).toBe(found);
    const { data } = await room.ask({ query: '{ service(id: "clydeside-job-club") { id } }', use: 'query' });
    expect(data).toEqual({ service: { id: 'clydeside-job-club' } });
    await room.sql(`UPDATE "Service" SET "status" = 'ACTIVE', "withdrawnOn" = NULL WHERE "id" = 'clydeside-job-club'`);
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
    ['a specialism that no column holds', { specialism: '\0' }], ['a place that no column holds', { place: '\0' }], ['a place that nobody knows', { place: 'somewhere' }], ['no place', { place: '' }],
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
    const other = await openReferrals();
    const { count, close } = await countQueries(other.databaseUrl, 'Service');
    const { data } = await other.ask({ query, variables: { representations: SERVICES.map(({ id }) => ({ __typename: 'Service', id })) } });
    expect(data?.['_entities']).toEqual(SERVICES.map(({ id, name }) => ({ id, name })));
    expect(await count()).toBe(1);
    await close();
    await other.close();
  });
});

describe('a service comes whole', () => {
  const WHOLE = `{ name organisation { id name } status needs specialisms terms { name } national areas minimumAge maximumAge waitWeeks places placesFree withdrawnOn
    locations { kind name town latitude longitude uprn council } schedules { days } costs { pence } }`;
  const whole = async (id: string): Promise<unknown> => (await room.ask({ query: `query ($id: ID!) { service(id: $id) ${WHOLE} }`, variables: { id }, use: 'query' })).data?.['service'];

  test('with who offers it, where and for whom', async () => {
    expect(await whole('fife-college-bridge')).toMatchObject({
      organisation: { id: 'my-world-careers', name: 'My World Careers' }, status: 'ACTIVE', needs: ['LEARNING', 'COLLEGE'], specialisms: ['YOUNG_PEOPLE'], national: false,
      areas: ['S12000047'],
      minimumAge: 16, maximumAge: 24, places: 12, placesFree: 0, withdrawnOn: null,
      locations: [{ kind: 'PHYSICAL', town: 'Kirkcaldy', latitude: 56_118_500, longitude: -3_155_000, uprn: null, council: 'S12000047' }],
    });
  });

  test('for all of Scotland it names no area', async () => {
    expect(await whole('scotland-careers-line')).toMatchObject({ national: true, areas: [], locations: [] });
  });

  test('what stands below a page of services is one query for each kind', async () => {
    const other = await openReferrals();
    const [locations, organisations] = [await countQueries(other.databaseUrl, 'ServiceLocation'), await countQueries(other.databaseUrl, 'Organisation')];
    const { data } = await other.ask({ query: '{ services { services { organisation { name } locations { town council } } } }', use: 'query' });
    expect(data).toMatchObject({ services: { services: SERVICES.map(() => ({ organisation: { name: expect.any(String) } })) } });
    expect([await locations.count(), await organisations.count()]).toEqual([1, 1]);
    await locations.close();
    await organisations.close();
    await other.close();
  });
});

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS, ERRORS } from '@thegither/vocabulary';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

const HOUR = 3_600;
const LOOK = 'query ($id: PersonId!) { person(id: $id) { name { knownAs } } }';
const LIST = '{ caseload(first: 200) { edges { person { name { knownAs } } } } }';

const perHour = (points = 100_000) => ({ points, seconds: HOUR });

/** Opens a house in which this is how often somebody may ask in an hour. */
async function opened(rates: { questions?: number; people?: number; looks?: number; schema?: number }): Promise<{ house: TestHouse; logged: string[] }> {
  const logged: string[] = [];
  const house = await startHouse({
    through: 'all', logTo: (line) => logged.push(line),
    patience: { ...PATIENT, rates: { questions: perHour(rates.questions), people: perHour(rates.people), looks: perHour(rates.looks), schema: perHour(rates.schema) } },
  });
  return { house, logged };
}

/** Asks with all that can be seen of the answer. */
async function send(house: TestHouse, account: string | null, query: string, variables: object = {}) {
  const response = await fetch(house.gatewayUrl, {
    method: 'POST', body: JSON.stringify({ query, variables }),
    headers: { 'content-type': 'application/json', purpose: 'EMPLOYABILITY_SUPPORT', ...(account === null ? {} : { authorization: `Bearer ${await house.tokenFor(account)}` }) },
  });
  return { status: response.status, retryAfter: Number(response.headers.get('retry-after')), body: await response.json() };
}
const asked = (house: TestHouse): string[] => [...DOMAINS, 'decisions'].filter((name) => house.proxy(name).asked.length > 0);
const forget = (house: TestHouse) => { for (const name of [...DOMAINS, 'decisions']) house.proxy(name).forget(); };

function expectRefusal({ status, retryAfter, body }: Awaited<ReturnType<typeof send>>): void {
  expect([status, body]).toEqual([429, { errors: [{ message: ERRORS.RATE_LIMITED.meaning, extensions: { code: 'RATE_LIMITED' } }] }]);
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(HOUR);
}

describe('a worker who looks at one person again and again', () => {
  let house: TestHouse, logged: string[], morag: string, callum: string;
  const look = (account: string, id: string) => send(house, account, LOOK, { id });
  beforeAll(async () => {
    ({ house, logged } = await opened({ looks: 3 }));
    morag = house.personIdFor('isla', 'morag');
    callum = house.personIdFor('isla', 'callum');
    for (let time = 0; time < 3; time++) expect((await look('isla', morag)).status).toBe(200);
  });
  afterAll(() => house.stop());

  test('is refused, and nobody is asked anything about that person', async () => {
    forget(house);
    expectRefusal(await look('isla', morag));
    expect(asked(house)).toEqual([]);
  });

  test('is refused the list that the person stands in, and nothing of it is told', async () => expectRefusal(await send(house, 'isla', LIST)));

  test('may look at somebody else, and somebody else may look', async () => {
    expect((await look('isla', callum)).status).toBe(200);
    expect((await send(house, 'morag', '{ me { name { knownAs } } }')).status).toBe(200);
  });

  test('is refused for somebody unknown in the same way, so that a refusal tells of nobody', async () => {
    const nobody = house.personIdFor('una', 'morag');
    for (let time = 0; time < 3; time++) expect(await look('isla', nobody)).toMatchObject({ status: 200, body: { errors: [{ extensions: { code: 'UNKNOWN_PERSON' } }] } });
    expectRefusal(await look('isla', nobody));
  });

  test('is refused a change to that person before it is sent', async () => {
    const stop = () => send(house, 'tam', 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', { input: { key: 'a key', person: house.personIdFor('tam', 'tam') } });
    for (let time = 0; time < 3; time++) await stop();
    forget(house);
    expectRefusal(await stop());
    expect(asked(house)).toEqual([]);
  });

  test('stands in no line of any log', () => {
    expect(logged.filter((line) => line.includes(morag) || line.includes('isla'))).toEqual([]);
  });
});

describe('a caller who asks', () => {
  let house: TestHouse;
  beforeAll(async () => { ({ house } = await opened({ questions: 15, schema: 1 })); });
  afterAll(() => house.stop());

  test('too often is refused, whatever is asked; others are answered', async () => {
    // Planned once, which counts ten.
    for (let time = 0; time < 6; time++) expect((await send(house, 'isla', LIST)).status).toBe(200);
    expectRefusal(await send(house, 'isla', LIST));
    expectRefusal(await send(house, 'isla', '{ services { services { name } } }'));
    expect((await send(house, 'morag', '{ me { id } }')).status).toBe(200);
  });

  test('without a token uses up nobody\'s: it is refused for that', async () => {
    for (let time = 0; time < 20; time++) expect((await send(house, null, LIST)).status).toBe(401);
    expect((await send(house, 'morag', '{ me { id } }')).status).toBe(200);
  });

  test('about the schema is answered as often as it is the same question', async () => {
    const types = '{ __schema { queryType { name } } }';
    for (let time = 0; time < 5; time++) expect((await send(house, null, types)).body).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
    expectRefusal(await send(house, null, '{ __schema { mutationType { name } } }'));
    expect((await send(house, null, types)).status).toBe(200);
  });
});

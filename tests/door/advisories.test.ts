import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { DOMAINS } from '@thegither/vocabulary';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(60_000);

let house: TestHouse, morag: string;
beforeAll(async () => {
  house = await startHouse({ through: 'all', patience: PATIENT });
  morag = house.personIdFor('isla', 'morag');
});
afterAll(() => house.stop());

const many = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join(' ');
const asked = (): string[] => [...DOMAINS, 'decisions'].filter((name) => house.proxy(name).asked.length > 0);
const look = () => house.ask<{ person: { name: { knownAs: string } } }>('isla', 'query ($id: PersonId!) { person(id: $id) { name { knownAs } } }', { id: morag });

/** Nobody is asked, it is refused by code, and the next question is answered. */
async function expectRefusal(account: string | null, query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<void> {
  for (const name of [...DOMAINS, 'decisions']) house.proxy(name).forget();
  const { status, body } = await house.ask(account, query, { id: morag, ...variables });
  expect([status, body]).toEqual([400, { errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] }]);
  expect(asked()).toEqual([]);
  expect((await look()).body.data!.person.name.knownAs).toBe('Morag');
}

describe('GHSA-q2f9-x4p4-7xmh', () => {
  // The planner wrote a named fragment out once for each place where it was used, so that a few that used each other twice unfolded without end.
  const doubling = (levels: number, last: string) => `query ($id: PersonId!) { person(id: $id) { ...F0 } } ${many(levels, (at) => `fragment F${at} on Person { ...F${at + 1} ...F${at + 1} }`)} fragment F${levels} on Person { ${last} }`;

  test.each<[string, string | null, string]>([
    ['twice in each other', 'isla', doubling(18, 'name { knownAs }')],
    ['twice in each other, with nothing in the last', 'isla', doubling(18, '__typename')],
    ['twice in each other, with a token of nobody', null, doubling(18, 'id')],
    ['under two names in each other', 'isla', `query ($id: PersonId!) { person(id: $id) { ...F0 } } ${many(12, (at) => `fragment F${at} on Person { ... { ...F${at + 1} } ... on Person { ...F${at + 1} } }`)} fragment F12 on Person { id }`],
    ['about the schema, which anybody may ask', null, `{ __schema { types { ...F0 } } } ${many(18, (at) => `fragment F${at} on __Type { a${at}: ofType { ...F${at + 1} } b${at}: ofType { ...F${at + 1} } }`)} fragment F18 on __Type { name }`],
  ])('fragments that are used %s are refused before anything is planned', (_, account, query) => expectRefusal(account, query));

  test('fragments that are used again and again, and do not unfold much, are answered', async () => {
    const { body } = await house.ask('isla', `query ($id: PersonId!) { person(id: $id) { ...F0 } } ${many(5, (at) => `fragment F${at} on Person { ...F${at + 1} ...F${at + 1} }`)} fragment F5 on Person { name { knownAs } }`, { id: morag });
    expect(body.data).toEqual({ person: { name: { knownAs: 'Morag' } } });
  });
});

describe('CVE-2026-32621', () => {
  // Aliases and variables of a caller that are named like what every object inherits wrote into Object.prototype.
  test.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', '__defineSetter__'])('%s is refused at the door as an alias, as a variable and inside what a variable holds nothing is written', async (name) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await expectRefusalOfName(`query ($id: PersonId!) { ${name}: person(id: $id) { id } }`);
    await expectRefusalOfName(`query ($${name}: PersonId!) { person(id: $${name}) { id } }`);
    await house.ask('isla', 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', { input: JSON.parse(`{"key":"k","person":"x","${name}":{"polluted":true}}`) as object });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

async function expectRefusalOfName(query: string): Promise<void> {
  const { status, body } = await house.ask('isla', query, { id: morag });
  expect([status, body.errors]).toEqual([400, [{ message: 'The operation uses a reserved name for an alias or a variable.', extensions: { code: 'BAD_REQUEST' } }]]);
}

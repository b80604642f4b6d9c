import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PersonId } from '@thegither/vocabulary';
import { grantCode } from '../grantCode.ts';
import { ISLA, agree, byPerson, openConsent, themselves, type ConsentUnderTest } from '../testing/openConsent.ts';

let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

interface Recorded { readonly grant: string; readonly code: string; readonly person: { readonly id: string }; readonly eventId: string; readonly at: string }
const TO = { recipient: { agency: 'fife-works' } };
const record = async (person: PersonId, key?: string): Promise<Recorded> => {
  const { data, errors } = await house.does('recordGrant', ISLA, { person, ...TO, categories: ['SKILLS'], channel: 'ON_PAPER', words: 'Signed.', ...(key !== undefined && { key }) });
  expect(errors).toBeUndefined();
  return data!['recordGrant'] as Recorded;
};
const codeFor = (grant: string) => house.asks(`grantCode(grant: "${grant}")`, ISLA);

/** What a person said before a worker records something. */
const BEFORE: Readonly<Record<string, (person: PersonId) => Promise<unknown>>> = {
  nothing: async () => undefined,
  yes: (person) => agree(house.ledger, person, 'SKILLS'),
  no: (person) => house.ledger.refuse({ ...byPerson(person), ...TO, categories: ['SKILLS'] }),
  'that all of it stops': (person) => house.ledger.stopAll(byPerson(person)),
  'that they took it back': async (person) => house.ledger.withdrawGrant({ ...byPerson(person), grant: await agree(house.ledger, person, 'SKILLS') }),
  'of the same that it is right': async (person) => house.ledger.confirmGrant({ ...byPerson(person), grant: (await record(person)).grant }),
  'of the same that it is not right': async (person) => house.ledger.invalidateGrant({ ...byPerson(person), grant: (await record(person)).grant }),
};

test.each(Object.entries(BEFORE))('who records is answered alike where the person had said %s', async (_, happens) => {
  const person = await house.supported();
  await happens(person);
  const told = await record(person);
  expect(told).toEqual({ person: { id: person }, eventId: expect.any(String), at: expect.any(String), grant: expect.stringMatching(/^[0-9a-f-]{36}$/), code: grantCode(told.grant) });
});

test('the person reads the same code, and who wrote it down', async () => {
  const person = await house.supported(), { grant, code } = await record(person);
  const [read] = await house.room.entities('grants { id code evidence { capturedBy { worker name within } } }', { [person]: { granted: ['MY_SHARING'] } }, { caller: themselves(person) });
  expect(read).toEqual({ grants: [{ id: grant, code, evidence: { capturedBy: { worker: 'isla', name: 'Isla', within: 'Fife Works' } } }] });
});

test('sent twice it is recorded once, under one code', async () => {
  const person = await house.supported();
  expect(await record(person, 'the same')).toEqual(await record(person, 'the same'));
});

test('a worker reads the code again, the same whatever became of it, and of a grant that there never was', async () => {
  const person = await house.supported(), { grant, code } = await record(person);
  expect((await codeFor(grant)).data).toEqual({ grantCode: code });
  await house.ledger.invalidateGrant({ ...byPerson(person), grant });
  expect((await codeFor(grant)).data).toEqual({ grantCode: code });
  expect((await codeFor('7e570000-0000-4000-8000-000000000000')).data).toEqual({ grantCode: 'ZSKX-9V3F' });
});

test('a person is told no code but their own', async () => {
  const { grant } = await record(await house.supported());
  expect((await house.asks(`grantCode(grant: "${grant}")`, themselves(house.somebody()))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

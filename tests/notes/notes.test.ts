import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';

jest.setTimeout(120_000);

/* What workers write down about talks, seen from outside: who may, and who reads it. */
let house: TestHouse;
beforeAll(async () => { house = await startHouse({ patience: PATIENT, through: ['employability'] }); });
afterAll(() => house?.stop());

interface Answer { readonly writeSupportContact: { readonly eventId: string; readonly person?: { readonly supportContacts: readonly { readonly agreed: string }[] | null } | null } | null }

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
const talk = (worker: string, person: string, change: object = {}) =>
  ({ key: randomUUID(), person: house.personIdFor(worker, person), on: today, mode: 'VIDEO', agreed: 'To ring the college.', labels: ['SUPPORT_RECEIVED'], ...change });
const write = (worker: string, input: object, purpose?: string) =>
  house.ask<Answer>(worker, 'mutation ($input: WriteSupportContactInput!) { writeSupportContact(input: $input) { eventId person { supportContacts { agreed } } } }', { input }, purpose === undefined ? {} : { purpose });
const codeOf = async (...asked: Parameters<typeof write>): Promise<string> => (await write(...asked)).body.errors?.[0]?.extensions.code ?? 'done';
const wordsFor = async (reader: string, person: string): Promise<readonly string[] | undefined> =>
  (await house.ask<{ person: { supportContacts: { agreed: string }[] | null } | null }>(reader, 'query ($id: PersonId!) { person(id: $id) { supportContacts { agreed } } }', { id: house.personIdFor(reader, person) })).body.data?.person?.supportContacts?.map(({ agreed }) => agreed);
const ownWords = async (person: string): Promise<readonly string[]> =>
  (await house.ask<{ me: { supportContacts: { agreed: string }[] } }>(person, '{ me { supportContacts { agreed } } }')).body.data!.me.supportContacts.map(({ agreed }) => agreed);

test('the writer reads it in the answer, by a decision made after the writing', async () => {
  const { body } = await write('isla', talk('isla', 'morag', { agreed: 'To meet at the library.' }));
  expect(body.errors).toBeUndefined();
  expect(body.data!.writeSupportContact!.person!.supportContacts!.map(({ agreed }) => agreed)).toContain('To meet at the library.');
});

describe('nobody writes', () => {
  test.each<[string, string, string, string | undefined, string]>([
    ['of support that is not shared', 'isla', 'tam', undefined, 'FORBIDDEN'],
    ['for a purpose by which they see nothing of it', 'isla', 'morag', 'REFERRAL', 'FORBIDDEN'],
    ['whose agency never sees of it but what it wrote itself', 'ewan', 'fiona', undefined, 'FORBIDDEN'],
    ['of whom they do not support any more', 'isla', 'hamish', undefined, 'UNKNOWN_PERSON'],
    ['of somebody who keeps them out', 'ewan', 'derek', undefined, 'UNKNOWN_PERSON'],
    ['who leads, and supports nobody', 'kirsty', 'morag', undefined, 'FORBIDDEN'],
    ['about themselves', 'morag', 'morag', undefined, 'FORBIDDEN'],
  ])('%s', async (_, writer, person, purpose, code) => {
    const before = await ownWords(person);
    expect(await codeOf(writer, talk(writer, person), purpose)).toBe(code);
    expect(await ownWords(person)).toEqual(before);
  });
});

test('a note that tells of what is not shared with its writer is kept, and closed to them', async () => {
  expect(await codeOf('isla', talk('isla', 'morag', { agreed: 'To tell the doctor.', labels: ['SUPPORT_RECEIVED', 'CONDITIONS'] }))).toBe('done');
  expect(await wordsFor('isla', 'morag')).not.toContain('To tell the doctor.');
  expect(await ownWords('morag')).toContain('To tell the doctor.');
});

test('a note goes with what its labels say: it is there while the reader sees all of it, and not a moment longer', async () => {
  expect(await codeOf('isla', talk('isla', 'aisha', { agreed: 'To look at debts.', labels: ['SUPPORT_RECEIVED', 'BARRIERS'] }))).toBe('done');
  expect(await wordsFor('isla', 'aisha')).toContain('To look at debts.');
  const refused = await house.ask('aisha', 'mutation ($input: RefuseInput!) { refuse(input: $input) { at } }', {
    input: { key: randomUUID(), person: house.personIdFor('aisha', 'aisha'), categories: ['BARRIERS'], recipient: { agency: 'fife-works' } },
  });
  expect(refused.body.errors).toBeUndefined();
  const after = await wordsFor('isla', 'aisha');
  expect(after).not.toContain('To look at debts.');
  expect(after!.length).toBeGreaterThan(0);
  expect(await ownWords('aisha')).toContain('To look at debts.');
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ISLA, type Answer, type Shares } from '@thegither/subgraph/testing';
import type { ClaimedCaller } from '@thegither/vocabulary';
import { Client } from 'pg';
import { PROVIDER, openEmployability, type OpenEmployability } from './testing/openEmployability.ts';

let open: OpenEmployability, db: Client;
beforeAll(async () => {
  open = await openEmployability();
  db = new Client({ connectionString: open.room.databaseUrl });
  await db.connect();
});
afterAll(async () => {
  await db?.end();
  await open?.room.close();
});

const SUPPORTS: Shares = { supported: true, sees: ['SUPPORT_RECEIVED', 'CONDITIONS', 'SKILLS'] };
const WRITE = 'mutation ($input: WriteSupportContactInput!) { writeSupportContact(input: $input) { person { id } record eventId at } }';

interface Written { readonly person: { readonly id: string }; readonly record: string; readonly eventId: string; readonly at: string }
interface How { readonly shares?: Shares; readonly caller?: ClaimedCaller; readonly whose?: string; readonly named?: boolean }

const talk = (changed: object = {}): Record<string, unknown> =>
  ({ key: randomUUID(), on: open.on(0), mode: 'PHONE', agreed: 'Bring the CV on Monday.', nextStep: 'Read it together', nextOn: open.on(3), labels: ['SUPPORT_RECEIVED'], ...changed });

/** Writes a valid talk down with one fact changed, as Isla who supports Hamish, of whom nothing is written yet. */
const write = (input: Record<string, unknown>, { shares = SUPPORTS, caller = ISLA, whose = 'hamish', named = true }: How = {}): Promise<Answer> =>
  open.room.ask({ query: WRITE, variables: { input: { person: open.idOf(whose), ...input } }, use: 'mutation', caller, people: named ? { [open.idOf(whose)]: shares } : {} });
const written = async (...asked: Parameters<typeof write>): Promise<Written> => {
  const { data, errors } = await write(...asked);
  expect(errors).toBeUndefined();
  return data?.['writeSupportContact'] as Written;
};
const codeOf = async (...asked: Parameters<typeof write>): Promise<string> => (await write(...asked)).errors?.[0]?.extensions.code ?? 'done';
const rows = async (): Promise<number> => Number((await db.query<{ count: string }>('SELECT (SELECT count(*) FROM "SupportContact") + (SELECT count(*) FROM "SupportContactAct") AS count')).rows[0]!.count);

const read = async (granted: readonly string[], whose = 'hamish', caller: ClaimedCaller = ISLA): Promise<readonly string[] | undefined> =>
  (await open.see<{ supportContacts: { agreed: string }[] | null }>(whose, 'supportContacts { agreed }', { granted }, caller)).supportContacts?.map(({ agreed }) => agreed);

describe('a talk that is written down', () => {
  test('is the agency\'s of the worker who wrote it, with the words, days and mode as they were given', async () => {
    const { person, record, eventId, at } = await written(talk({ agreed: '  Ring the college.\r\nAsk about Tuesdays. ' }), { whose: 'mairi' });
    expect(person).toEqual({ id: open.idOf('mairi') });
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(await open.see('mairi', 'supportContacts { on mode agreed nextStep nextOn controller }', { granted: ['SUPPORT_RECEIVED'] })).toEqual({ supportContacts: [
      { on: open.on(0), mode: 'PHONE', agreed: 'Ring the college.\nAsk about Tuesdays.', nextStep: 'Read it together', nextOn: open.on(3), controller: 'fife-works' },
    ] });
    const act = await db.query('SELECT record, worker FROM "SupportContactAct" WHERE id = $1', [eventId]);
    expect(act.rows).toEqual([{ record, worker: 'isla' }]);
  });

  test('is not there for a reader who does not see everything that its words tell', async () => {
    await written(talk({ agreed: 'After the clinic.', labels: ['CONDITIONS', 'SUPPORT_RECEIVED'] }), { whose: 'tam' });
    await written(talk({ agreed: 'Bring the CV.' }), { whose: 'tam' });
    expect((await read(['SUPPORT_RECEIVED', 'CONDITIONS'], 'tam'))?.toSorted()).toEqual(['After the clinic.', 'Bring the CV.']);
    expect(await read(['SUPPORT_RECEIVED'], 'tam')).toEqual(['Bring the CV.']);
    expect(await read(['SUPPORT_RECEIVED', 'SKILLS'], 'tam', PROVIDER)).toEqual(['Bring the CV.']);
    expect(await read(['CONDITIONS'], 'tam')).toBeUndefined();
  });

  test('is written once, however often it is sent, and answers the same when sharing has ended since', async () => {
    const input = talk(), first = await written(input), after = await rows();
    expect(await Promise.all([written(input), written(input)])).toEqual([first, first]);
    expect(await written(input, { shares: { supported: true } })).toEqual(first);
    expect(await rows()).toBe(after);
  });

  test('sent twice at once is written once', async () => {
    const input = talk(), before = await rows();
    const answers = await Promise.all([written(input), written(input), written(input)]);
    expect(new Set(answers.map(({ record }) => record)).size).toBe(1);
    expect(await rows()).toBe(before + 2);
  });

  test('under a key that another talk has is refused, and under one of another worker is another talk', async () => {
    const input = talk(), { record } = await written(input);
    for (const changed of [{ agreed: 'Something else.' }, { on: open.on(-1) }, { mode: 'LETTER' }, { nextStep: 'Else' }, { nextOn: null }, { labels: ['SUPPORT_RECEIVED', 'SKILLS'] }]) expect(await codeOf({ ...input, ...changed })).toBe('KEY_REUSED');
    expect(await codeOf(input, { whose: 'mairi' })).toBe('KEY_REUSED');
    expect((await written(input, { caller: PROVIDER })).record).not.toBe(record);
  });

  test('stands as it was written: who wrote it is never changed', async () => {
    await written(talk());
    for (const change of ['UPDATE "SupportContactAct" SET worker = \'somebody\'', 'DELETE FROM "SupportContactAct"', 'TRUNCATE "SupportContactAct"']) await expect(db.query(change)).rejects.toThrow('never changed');
  });
});

describe('nothing is written', () => {
  test.each<[string, string, How]>([
    ['by whoever does not support the person', 'FORBIDDEN', { shares: { sees: ['SUPPORT_RECEIVED'] } }],
    ['by whoever sees nothing of the support', 'FORBIDDEN', { shares: { supported: true, sees: ['SKILLS', 'CONDITIONS'] } }],
    ['by whom the decision lets read, and says nothing of what they see', 'FORBIDDEN', { shares: { supported: true, granted: ['SUPPORT_RECEIVED'] } }],
    ['by a worker to whom the person is unknown', 'UNKNOWN_PERSON', { named: false }],
    ['by an analyst', 'FORBIDDEN', { caller: { kind: 'worker', worker: 'priya', agency: 'fife-lep', roles: ['LEP_ANALYST'] } }],
    ['by a worker without a role', 'FORBIDDEN', { caller: { kind: 'worker', worker: 'isla', agency: 'fife-works', roles: [] } }],
  ])('%s: %s', async (_who, code, how) => {
    const before = await rows();
    expect(await codeOf(talk(), how)).toBe(code);
    expect(await rows()).toBe(before);
  });

  test('by the person about themselves', async () => {
    const before = await rows();
    expect(await codeOf(talk(), { caller: { kind: 'person', person: open.idOf('hamish') } })).toBe('FORBIDDEN');
    expect(await rows()).toBe(before);
  });

  test.each<[string, () => object]>([
    ['of a day to come', () => ({ on: open.on(1) })],
    ['without words', () => ({ agreed: '  ' })],
    ['with a control character in its words', () => ({ agreed: 'Bring\u0000it' })],
    ['with more words than a note has', () => ({ agreed: 'x'.repeat(2001) })],
    ['with a next step without words', () => ({ nextStep: ' ' })],
    ['with a next step that is a story', () => ({ nextStep: 'x'.repeat(501) })],
    ['with a next day and no next step', () => ({ nextStep: null })],
    ['with a next day before the talk', () => ({ nextOn: open.on(-1) })],
    ['without labels', () => ({ labels: [] })],
    ['without the label of the note itself', () => ({ labels: ['SKILLS'] })],
    ['with a label that is no category', () => ({ labels: ['SUPPORT_RECEIVED', 'SHOE_SIZE'] })],
    ['under a key of no letters', () => ({ key: ' ' })],
  ])('%s', async (_what, changed) => {
    const before = await rows();
    expect(await codeOf(talk(changed()))).toBe('INVALID_INPUT');
    expect(await rows()).toBe(before);
  });
});

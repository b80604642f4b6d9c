import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { publishNotice } from '../publishNotice.ts';
import { byPerson, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';

const LONG_AGO = '2020-01-01T00:00:00Z';
const first = { id: 'sharing', language: 'en', version: 1, text: 'You choose what we share – às leat fhèin.', effectiveFrom: LONG_AGO };
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await publishNotice(house.pool, first);
});
afterAll(() => house.close());

const codeOf = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: unknown) => (cause instanceof HouseError ? cause.code : String(cause)));
const shown = { id: 'sharing', language: 'en', version: 1, hash: hashOf(first.text), shown: ['ACTION_PLAN', 'SKILLS'] };
const agree = (person: string, notice: object) => house.ledger.giveGrant({
  ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-works' }, notice: { ...shown, ...notice },
});

describe('a notice', () => {
  test('is read with the hash of its very text', async () => {
    expect(await house.ledger.readNotices()).toEqual([{ id: 'sharing', language: 'en', version: 1, text: first.text, hash: hashOf(first.text), since: Date.parse(LONG_AGO) }]);
  });

  test('is published once, and never changed', async () => {
    expect(await publishNotice(house.pool, { ...first, text: 'Something else.' })).toBe(false);
    await expect(house.pool.query(`UPDATE notice SET text = 'x', hash = sha256('x')`)).rejects.toThrow(/never changed/);
    await expect(house.pool.query('DELETE FROM notice')).rejects.toThrow(/never changed/);
    await expect(house.pool.query(`INSERT INTO notice VALUES ('other', 1, 'en', 'a text', sha256('another'), now())`)).rejects.toThrow(/notice_hash_of_text/);
  });

  test('stands in the history of whoever agreed to it, word for word and tick for tick', async () => {
    const person = somebody();
    await agree(person, {});
    const [event] = await house.ledger.readEvents(person);
    expect(event!.body).toMatchObject({ grant: { categories: ['SKILLS'], notice: shown } });
  });

  test.each<[string, object]>([
    ['another text', { hash: hashOf('You have no choice.') }],
    ['a version that is not there', { version: 2 }],
    ['a language that it is not in', { language: 'gd' }],
    ['a notice that nobody published', { id: 'nothing' }],
    ['no hash', { hash: 'sha256' }],
    ['something agreed to that it did not show', { shown: ['ACTION_PLAN'] }],
    ['a category that is none', { shown: ['SKILLS', 'EVERYTHING'] }],
  ])('that is %s is no ground to agree on, and nothing is written', async (_, change) => {
    const person = somebody();
    expect(await codeOf(agree(person, change))).toBe('INVALID_INPUT');
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test('that was replaced is agreed to no more; what was agreed to it before stands', async () => {
    const before = somebody(), after = somebody();
    await agree(before, {});
    await publishNotice(house.pool, { ...first, version: 2, text: 'A clearer text.' });
    await publishNotice(house.pool, { ...first, version: 3, text: 'One for next century.', effectiveFrom: '2100-01-01T00:00:00Z' });
    expect(await codeOf(agree(after, {}))).toBe('INVALID_INPUT');
    expect(await codeOf(agree(after, { version: 3, hash: hashOf('One for next century.') }))).toBe('INVALID_INPUT');
    expect(await codeOf(agree(after, { version: 2, hash: hashOf('A clearer text.') }))).toBe('done');
    expect((await house.ledger.readSharing([before])).get(before)!.grants).toMatchObject([{ state: 'ACTIVE' }]);
    expect((await house.ledger.readNotices()).map(({ version }) => version)).toEqual([2]);
  });
});

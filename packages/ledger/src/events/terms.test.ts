import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Limit } from '@thegither/consent';
import { readProjection } from '../projection/readProjection.ts';
import { replay } from '../projection/replay.ts';
import { agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const TO = { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } } as const;
const SINCE = { dataFrom: '2026-03-01' }, MARCH = { dataFrom: '2026-03-01', dataTo: '2026-03-31' };
const give = (person: string, terms: object) => house.ledger.giveGrant({ ...byPerson(person), ...TO, ...terms });
const recordIt = (person: string, more: object = {}) => house.ledger.recordGrant({ ...byWorker('isla', person), categories: ['ACTION_PLAN'], recipient: TO.recipient, channel: 'IN_PERSON', words: 'Said yes.', ...more });
const limits = async (person: string): Promise<readonly Limit[] | undefined> =>
  (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision.limits.get('ACTION_PLAN');
const grantsOf = async (person: string) => (await house.ledger.readSharing([person])).get(person)!.grants;
const supported = async (): Promise<string> => {
  const person = somebody();
  await support(house.ledger, person);
  return person;
};

describe('the days of what is shared', () => {
  test.each<[string, object, Limit]>([
    ['from a day on', SINCE, { from: '2026-03-01' }],
    ['up to a day', { dataTo: '2026-03-31' }, { to: '2026-03-31' }],
    ['of one day', { dataFrom: '2026-03-01', dataTo: '2026-03-01' }, { from: '2026-03-01', to: '2026-03-01' }],
    ['of a month, from one agency', { ...MARCH, sources: ['fife-housing'] }, { sources: ['fife-housing'], from: '2026-03-01', to: '2026-03-31' }],
  ])('are kept: %s', async (_, terms, expected) => {
    const person = await supported();
    await give(person, terms);
    expect(await limits(person)).toEqual([expected]);
    expect((await grantsOf(person))[0]).toMatchObject({ dataFrom: expected.from ?? null, dataTo: expected.to ?? null, mode: 'VIEW' });
  });

  test('a grant of every day beside it opens every row', async () => {
    const person = await supported();
    await give(person, SINCE);
    await agree(house.ledger, person, 'ACTION_PLAN');
    expect(await limits(person)).toBeUndefined();
  });

  test('go on with what a worker recorded, before and after the person confirms it', async () => {
    const person = await supported();
    const { subject } = await recordIt(person, SINCE);
    expect(await limits(person)).toEqual([{ from: '2026-03-01' }]);
    await house.ledger.confirmGrant({ ...byPerson(person), grant: subject });
    expect(await limits(person)).toEqual([{ from: '2026-03-01' }]);
  });

  test('and what may be done with it go on with a grant that is renewed', async () => {
    const person = await supported();
    const { subject } = await give(person, { ...MARCH, mode: 'COPY' });
    await house.ledger.renewGrant({ ...byPerson(person), grant: subject });
    expect((await grantsOf(person)).filter(({ state }) => state === 'ACTIVE')).toMatchObject([{ ...MARCH, mode: 'COPY', renews: subject }]);
  });

  test('and what may be done with it go on with what is left of a grant that is narrowed', async () => {
    const person = await supported();
    await house.ledger.giveGrant({ ...byPerson(person), ...TO, categories: ['ACTION_PLAN', 'SKILLS'], ...MARCH, mode: 'COPY' });
    await house.ledger.refuse({ ...byPerson(person), categories: ['ACTION_PLAN'], recipient: TO.recipient });
    await give(person, {});
    expect((await grantsOf(person)).filter(({ state, mode }) => state === 'ACTIVE' && mode === 'COPY')).toMatchObject([{ ...MARCH, sources: [] }]);
    expect(await limits(person)).toBeUndefined();
  });

  test('follow from the events', async () => {
    const person = await supported();
    await give(person, { ...MARCH, mode: 'COPY' });
    await recordIt(person, SINCE);
    expect(await readProjection(house.pool, person)).toEqual(replay(await house.ledger.readEvents(person)));
  });

  test('of a grant that says nothing of them are in no event', async () => {
    const person = await supported();
    await give(person, { dataFrom: null, dataTo: null, mode: 'VIEW' });
    const [event] = (await house.ledger.readEvents(person)).filter(({ kind }) => kind === 'GRANT_GIVEN');
    expect(Object.keys((event!.body as { grant: object }).grant)).not.toEqual(expect.arrayContaining([expect.stringMatching(/data|mode/)]));
  });
});

describe('what cannot be so is refused, and nothing is written', () => {
  const days: [string, object][] = [
    ['days that end before they begin', { dataFrom: '2026-03-02', dataTo: '2026-03-01' }], ['a first day that is none', { dataFrom: '2026-02-30' }], ['a last day that is none', { dataTo: 'soon' }],
  ];
  test.each([...days, ['a mode that is none', { mode: 'PRINT' }], ['a notice that was shown in no known way', { notice: { id: 'n', language: 'en', version: 1, hash: 'ab'.repeat(32), shown: ['ACTION_PLAN'], format: 'DREAM' } }]])('a grant with %s', async (_, terms) => {
    const person = somebody();
    await expect(give(person, terms)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test.each([
    ...days, ['boxes without what was agreed to', { shown: ['SKILLS'] }], ['a box that is none', { shown: ['SHOE_SIZE'] }], ['no box', { shown: [] }], ['a witness by name', { witness: 'Mairi Reid' }],
    ['a language that is none', { language: 'the one we speak' }], ['a form that is none', { format: 'DREAM' }], ['words of two lines', { words: 'Said\nyes.' }],
  ])('what a worker records with %s', async (_, more) => {
    const person = somebody();
    await expect(recordIt(person, more)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test('the table refuses days that are none, whoever writes them', async () => {
    const person = await supported();
    await give(person, MARCH);
    for (const change of [`data_from = '2026-04-01'`, `data_to = 'soon'`, `mode = 'PRINT'`, 'mode = NULL']) {
      await expect(house.pool.query(`UPDATE sharing_grant SET ${change} WHERE person = $1`, [person])).rejects.toMatchObject({ code: expect.stringMatching(/^235/) });
    }
  });
});

describe('what shows that the person agreed', () => {
  test('is what the worker wrote down, and who they are', async () => {
    const person = somebody();
    const evidence = { witness: 'INTERPRETER', shown: ['ACTION_PLAN', 'SKILLS'], language: 'pl', format: 'SPOKEN' } as const;
    await recordIt(person, evidence);
    expect((await grantsOf(person))[0]!.agreedBy).toEqual({ capturedBy: 'isla', notice: null, evidence: { channel: 'IN_PERSON', words: 'Said yes.', capturedBy: 'isla', ticked: ['ACTION_PLAN'], ...evidence } });
  });

  test('is nothing more than was said', async () => {
    const person = somebody();
    await recordIt(person);
    expect((await grantsOf(person))[0]!.agreedBy!.evidence).toEqual({ channel: 'IN_PERSON', words: 'Said yes.', capturedBy: 'isla' });
  });

  test('is nobody\'s where the person agreed without a notice', async () => {
    const person = somebody();
    await give(person, {});
    expect((await grantsOf(person))[0]!.agreedBy).toBeNull();
  });

  test('of another grant is never shown for what is left of one', async () => {
    const person = somebody();
    const { subject } = await recordIt(person, { categories: ['ACTION_PLAN', 'SKILLS'] });
    await house.ledger.confirmGrant({ ...byPerson(person), grant: subject });
    await house.ledger.refuse({ ...byPerson(person), categories: ['ACTION_PLAN'], recipient: TO.recipient });
    await give(person, {});
    const left = (await grantsOf(person)).filter(({ state }) => state === 'ACTIVE');
    expect(left.map(({ agreedBy }) => agreedBy)).toEqual([null, null]);
  });
});

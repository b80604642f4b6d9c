import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { look } from '../testing/everyEvent.ts';
import { addOverseers, inAMonth } from '../testing/overseers.ts';
import { byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
});
afterAll(() => house.close());

const said = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: unknown) => (cause instanceof HouseError ? `${cause.code}: ${cause.message}` : String(cause)));
const codeOf = async (act: Promise<unknown>): Promise<string> => (await said(act)).split(':')[0]!;
const lookAt = async (person: string): Promise<string> => {
  await look(house.ledger, person);
  return (await house.ledger.readDisclosures(person, { first: 1 }))[0]!.id;
};
const challenge = (person: string, disclosure: string, change: object = {}) => house.ledger.challengeLook({ ...byPerson(person), disclosure, ...change });
const answer = (person: string, id: string, change: object = {}) =>
  house.ledger.closeChallenge({ ...byWorker('shona', person), challenge: id, outcome: 'MISUSE', words: 'It should not have happened.', ...change });
const challengesOf = async (person: string) => (await house.ledger.readChallenges([person])).get(person)!;
const isWaiting = async (id: string, lead = 'shona'): Promise<boolean> => (await house.ledger.readChallengesOpen(lead)).some((one) => one.challenge === id);

/** Isla looked, and the person does not know why. */
async function challenged(): Promise<{ person: string; disclosure: string; id: string }> {
  const person = somebody();
  await support(house.ledger, person);
  const disclosure = await lookAt(person);
  return { person, disclosure, id: (await challenge(person, disclosure, { words: 'I have never met them.' })).subject };
}

describe('a challenge', () => {
  test('says which look it is about and what the person says of it, and waits', async () => {
    const { person, disclosure, id } = await challenged();
    expect(await challengesOf(person)).toEqual([{
      id, disclosure, worker: 'isla', agency: 'Fife Works', account: 'isla', lookedAt: expect.any(Number), words: 'I have never met them.', since: expect.any(Number), state: 'OPEN', outcome: null, answer: null, answered: null,
    }]);
    expect((await house.ledger.readChallengesOpen('shona')).find((one) => one.challenge === id)).toEqual({ challenge: id, person, since: expect.any(Number), overdue: false });
  });

  test('is answered once, in words for the person', async () => {
    const { person, id } = await challenged();
    await answer(person, id);
    expect(await challengesOf(person)).toMatchObject([{ state: 'CLOSED', outcome: 'MISUSE', answer: 'It should not have happened.', answered: expect.any(Number) }]);
    expect(await isWaiting(id)).toBe(false);
    expect(await said(answer(person, id))).toBe('INVALID_INPUT: That has been answered already.');
  });

  test('is overdue when a month has passed', async () => {
    const { id } = await challenged();
    await house.pool.query('ALTER TABLE event DISABLE TRIGGER USER');
    await house.pool.query(`UPDATE event SET at = at - interval '32 days' WHERE id = (SELECT opened_event FROM challenge WHERE id = $1)`, [id]);
    await house.pool.query('ALTER TABLE event ENABLE TRIGGER USER');
    expect((await house.ledger.readChallengesOpen('shona'))[0]).toMatchObject({ challenge: id, overdue: true });
  });

  test('of one line waits once; after its answer the person may ask again', async () => {
    const { person, disclosure, id } = await challenged();
    expect(await said(challenge(person, disclosure))).toMatch(/^INVALID_INPUT: You have asked about that look already/);
    await answer(person, id);
    expect(await codeOf(challenge(person, disclosure))).toBe('done');
    expect(await codeOf(challenge(person, await lookAt(person)))).toBe('done');
  });

  test('of one list stands for the worker\'s whole day', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const [first, second] = [await lookAt(person), await lookAt(person)];
    await house.pool.query('ALTER TABLE disclosure DISABLE TRIGGER USER');
    await house.pool.query(`UPDATE disclosure SET kind = 'LIST' WHERE person = $1`, [person]);
    await house.pool.query('ALTER TABLE disclosure ENABLE TRIGGER USER');
    await challenge(person, first);
    expect(await codeOf(challenge(person, second))).toBe('INVALID_INPUT');
  });

  test('two at once about one look: one stands', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const disclosure = await lookAt(person);
    const both = await Promise.all([codeOf(challenge(person, disclosure)), codeOf(challenge(person, disclosure))]);
    expect(both.toSorted()).toEqual(['INVALID_INPUT', 'done']);
  });

  test('is the person\'s own act', async () => {
    const { person, disclosure } = await challenged();
    for (const act of [byWorker('isla', person), byWorker('shona', person), { ...byPerson(person), actor: { kind: 'person', id: somebody() } }]) expect(await codeOf(challenge(person, disclosure, act))).toBe('FORBIDDEN');
  });

  test('of somebody else\'s look, of none, and of one that is held back is refused in the same words', async () => {
    const { disclosure } = await challenged(), person = somebody();
    await support(house.ledger, person);
    const { subject: suppression } = await house.ledger.proposeSuppression({ ...byWorker('shona', person), recipient: { worker: 'isla' }, ground: 'THIRD_PARTY', reason: 'Somebody else.', until: inAMonth() });
    await house.ledger.approveSuppression({ ...byWorker('fergus', person), suppression });
    await look(house.ledger, person);
    const { rows } = await house.pool.query<{ id: string }>('SELECT id FROM disclosure WHERE person = $1', [person]);
    const words = await Promise.all([disclosure, randomUUID(), 'no id', rows[0]!.id].map((id) => said(challenge(person, id))));
    expect(new Set(words)).toEqual(new Set(['INVALID_INPUT: There is no such look.']));
    expect(await challengesOf(person)).toEqual([]);
  });
});

describe('an answer', () => {
  test.each(['isla', 'rory', 'kirsty', 'nobody'])('is not %s\'s to give', async (worker) => {
    const { person, id } = await challenged();
    expect(await codeOf(answer(person, id, byWorker(worker, person)))).toBe('FORBIDDEN');
    expect(await isWaiting(id)).toBe(true);
  });

  test('is not the person\'s to give', async () => {
    const { person, id } = await challenged();
    expect(await codeOf(answer(person, id, byPerson(person)))).toBe('FORBIDDEN');
  });

  test('is not given by the one whose look it was, to whom there is no challenge', async () => {
    const { person, id } = await challenged();
    await house.pool.query(`UPDATE challenge SET worker = 'shona' WHERE id = $1`, [id]);
    expect(await isWaiting(id)).toBe(false);
    expect(await isWaiting(id, 'fergus')).toBe(true);
    expect(await said(answer(person, id))).toBe(await said(answer(person, randomUUID())));
    expect(await codeOf(answer(person, id, byWorker('fergus', person)))).toBe('done');
  });

  test.each<[string, object]>([['no outcome that there is', { outcome: 'FINE' }], ['no words', { words: '' }], ['somebody else\'s challenge', { ...byWorker('shona', somebody()) }]])('of %s is refused', async (_, change) => {
    const { person, id } = await challenged();
    expect(await codeOf(answer(person, id, change))).toBe('INVALID_INPUT');
    expect(await challengesOf(person)).toMatchObject([{ state: 'OPEN' }]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { addOverseers, inAMonth } from '../testing/overseers.ts';
import { byPerson, byWorker, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
});
afterAll(() => house.close());

const said = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: unknown) => (cause instanceof HouseError ? `${cause.code}: ${cause.message}` : String(cause)));
const codeOf = async (act: Promise<unknown>): Promise<string> => (await said(act)).split(':')[0]!;
const lastDay = (days: number): string => new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const propose = (person: string, change: object = {}) => house.ledger.proposeSuppression({
  ...byWorker('shona', person), recipient: { worker: 'isla' }, ground: 'THIRD_PARTY', reason: 'Somebody else would be at risk.', until: inAMonth(), ...change,
});
const approve = (person: string, suppression: string, worker = 'fergus') => house.ledger.approveSuppression({ ...byWorker(worker, person), suppression });
const end = (person: string, suppression: string, worker = 'fergus') => house.ledger.endSuppression({ ...byWorker(worker, person), suppression, reason: 'Nobody is at risk any more.' });
const linesOf = async (person: string) => (await house.ledger.readSuppressions()).filter((line) => line.person === person);

/** Proposed by Shona, and in force by Fergus. */
async function inForce(): Promise<{ person: string; id: string }> {
  const person = somebody(), { subject: id } = await propose(person);
  await approve(person, id);
  return { person, id };
}

describe('a suppression', () => {
  test('is proposed with its reason, and holds nothing back before another one approves it', async () => {
    const person = somebody(), { subject: id } = await propose(person, { purposes: ['KEEP_SAFE', 'KEEP_SAFE'] });
    expect(await linesOf(person)).toEqual([{
      id, person, recipient: { kind: 'worker', worker: 'isla' }, purposes: ['KEEP_SAFE'], ground: 'THIRD_PARTY', reason: 'Somebody else would be at risk.', proposedBy: 'shona', approvedBy: null,
      state: 'PROPOSED', since: expect.any(Number), covers: null, until: expect.any(Number), renews: null,
    }]);
    await approve(person, id);
    const [line] = await linesOf(person);
    expect(line).toMatchObject({ state: 'APPROVED', approvedBy: 'fergus', covers: expect.any(Number) });
    expect(line!.covers).toBeGreaterThanOrEqual(Math.floor(line!.since));
  });

  test('is not approved by the one who proposed it, nor twice, nor after its end', async () => {
    const person = somebody(), { subject: id } = await propose(person);
    expect(await said(approve(person, id, 'shona'))).toBe('INVALID_INPUT: Another data protection lead approves it: nobody is their own second one.');
    await approve(person, id);
    expect(await said(approve(person, id))).toBe('INVALID_INPUT: That has been approved already.');
    const { subject: second } = await propose(person);
    await end(person, second, 'shona');
    expect(await said(approve(person, second))).toBe('INVALID_INPUT: That has ended already.');
  });

  test('is ended by one alone, once, and is gone from what is held back', async () => {
    const { person, id } = await inForce();
    await end(person, id, 'shona');
    expect(await linesOf(person)).toEqual([]);
    expect(await said(end(person, id))).toBe('INVALID_INPUT: That has ended already.');
  });

  test('goes on by another one from where it began, while it is in force', async () => {
    const { person, id } = await inForce(), covers = (await linesOf(person))[0]!.covers;
    const { subject: next } = await propose(person, { renews: id });
    await approve(person, next);
    expect((await linesOf(person)).map((line) => line.covers)).toEqual([covers, covers]);
    const { subject: late } = await propose(person, { renews: next });
    await end(person, id);
    await end(person, next);
    expect(await said(approve(person, late))).toBe('INVALID_INPUT: The one that it goes on from is not in force.');
    expect(await codeOf(propose(person, { renews: id }))).toBe('INVALID_INPUT');
  });

  test.each<[string, () => object]>([
    ['a team', () => ({ recipient: { team: 'east' } })], ['nobody', () => ({ recipient: {} })], ['a worker who does not exist', () => ({ recipient: { worker: 'nobody' } })],
    ['a ground that there is not', () => ({ ground: 'BECAUSE' })], ['no reason', () => ({ reason: '' })], ['more than ninety days', () => ({ until: lastDay(91) })], ['a day that is over', () => ({ until: '2018-03-01' })],
    ['meetings that the person agreed to', () => ({ purposes: ['ONE_MEETING'] })], ['looks of whoever checks', () => ({ purposes: ['AUDIT'] })], ['going on from none', () => ({ renews: randomUUID() })], ['going on from no id', () => ({ renews: 'first' })],
    ['looks of their own', () => ({ recipient: { worker: 'shona' } })],
  ])('of %s is refused, and nothing is written', async (_, change) => {
    const person = somebody();
    expect(await codeOf(propose(person, change()))).toBe('INVALID_INPUT');
    expect(await linesOf(person)).toEqual([]);
  });

  test('of looks of one\'s own is not approved', async () => {
    const person = somebody(), { subject: id } = await propose(person, { recipient: { worker: 'fergus' } });
    expect(await codeOf(approve(person, id))).toBe('INVALID_INPUT');
  });

  test.each(['isla', 'kirsty', 'nobody'])('is not %s\'s to propose, approve or end', async (worker) => {
    const { person, id } = await inForce(), { subject: waits } = await propose(person);
    expect([await codeOf(propose(person, byWorker(worker, person))), await codeOf(approve(person, waits, worker)), await codeOf(end(person, id, worker))]).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await codeOf(propose(person, byPerson(person)))).toBe('FORBIDDEN');
  });

  test('of another person is none', async () => {
    const { id } = await inForce(), other = somebody();
    expect([await codeOf(approve(other, id)), await codeOf(end(other, id)), await codeOf(propose(other, { renews: id }))]).toEqual(['INVALID_INPUT', 'INVALID_INPUT', 'INVALID_INPUT']);
  });

  test('leaves nothing on the person\'s own history, of whatever happened to it', async () => {
    const { person, id } = await inForce();
    await end(person, id);
    expect(await house.ledger.readEvents(person)).toEqual([]);
    const { subject } = await house.ledger.stopAll(byPerson(person));
    expect(await house.ledger.readEvents(person)).toMatchObject([{ position: 1, body: { hold: subject } }]);
  });

  test('sent again answers the same, and another wish under its key is refused', async () => {
    const person = somebody(), wish = { key: `once ${randomUUID()}` };
    const first = await propose(person, wish);
    expect(await propose(person, wish)).toEqual(first);
    expect(await codeOf(propose(person, { ...wish, reason: 'Another.' }))).toBe('KEY_REUSED');
    expect(await linesOf(person)).toHaveLength(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const asked = (person: string) => ({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Knows the person.' });
const decided = async (person: string, worker = 'isla') => (await house.ledger.decide(asWorker(worker), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!;
const codeOf = async (person: string) => (await house.ledger.readSharing([person])).get(person)!.assignments[0]!.code!;
async function pending(): Promise<{ person: ReturnType<typeof somebody>; assignment: string }> {
  const person = somebody();
  return { person, assignment: (await house.ledger.assignKeyWorker(asked(person))).subject };
}

describe('an assignment', () => {
  test('opens nothing before it is confirmed, and then what the person agreed to', async () => {
    const { person, assignment } = await pending();
    await agree(house.ledger, person);
    expect(await decided(person)).toMatchObject({ known: false, addressable: true, decision: { granted: 0n } });
    await house.ledger.confirmAssignment({ ...byPerson(person), assignment });
    expect(await decided(person)).toMatchObject({ known: true });
  });

  test('that ended before it was recorded opens nothing, and its team sees that a handover is due', async () => {
    const person = somebody();
    const now = Date.now();
    const { subject } = await house.ledger.assignKeyWorker({ ...asked(person), ran: { from: now - 9e8, to: now - 9e7 } });
    await house.ledger.confirmAssignment({ ...byPerson(person), assignment: subject });
    expect(await decided(person)).toMatchObject({ known: false, addressable: false });
    expect(await decided(person, 'kirsty')).toMatchObject({ known: false, addressable: true });
    expect(await house.ledger.readHandoversDue('kirsty')).toEqual([{ assignment: subject, person, worker: 'isla', endedAt: now - 9e7 }]);
    expect(await house.ledger.readHandoversDue('isla')).toEqual([]);
    await support(house.ledger, person, 'rory');
    expect(await house.ledger.readHandoversDue('kirsty')).toEqual([]);
  });

  test.each([
    ['a worker of another agency', { worker: 'ewan' }],
    ['nobody that exists', { worker: 'nobody' }],
    ['somebody who supports nobody', { worker: 'priya' }],
    ['a purpose that nobody agrees to', { purposes: ['AUDIT'] }],
    ['no purpose at all', { purposes: [] }],
    ['a reason of nothing', { reason: '' }],
    ['a last day that is over', { until: '2020-01-01' }],
  ])('of %s is refused', async (_, change) => {
    await expect(house.ledger.assignKeyWorker({ ...asked(somebody()), ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('is not asked for by a person or by somebody without an account', async () => {
    const person = somebody();
    await expect(house.ledger.assignKeyWorker({ ...asked(person), ...byPerson(person) })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(house.ledger.assignKeyWorker({ ...asked(person), ...byWorker('nobody', person) })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

const asks = async (person: string) => (await house.ledger.readSharing([person])).get(person)!.assignments.map((one) => one.asks);

/** Isla asks for herself. */
const own = async (person = somebody()) => ({ person, assignment: (await house.ledger.assignKeyWorker({ ...asked(person), ...byWorker('isla', person) })).subject });

describe('an assignment that a worker asked for themselves', () => {
  test('opens nothing before it is confirmed', async () => {
    const { person } = await own();
    await agree(house.ledger, person);
    expect(await decided(person)).toMatchObject({ known: false, addressable: true, decision: { granted: 0n } });
  });

  test('says why in their words, which the person reads; the words of a lead are not for the person', async () => {
    expect(await asks((await own()).person)).toEqual(['Knows the person.']);
    expect(await asks((await pending()).person)).toEqual([null]);
  });

  test('is not for somebody who supports nobody', async () => {
    await expect(house.ledger.assignKeyWorker({ ...asked(somebody()), worker: 'kirsty' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each([
    ['themselves, with a reason', 'isla', { reason: 'I know them.' }, 'FORBIDDEN'],
    ['themselves, without the code', 'isla', {}, 'INVALID_INPUT'],
    ['a second worker with a reason', 'rory', { reason: 'Met the person today.' }, undefined],
  ])('is confirmed by %s: %p', async (_, worker, how, code) => {
    const { person, assignment } = await own();
    const confirmed = house.ledger.confirmAssignment({ ...byWorker(worker, person), assignment, ...how });
    await (code === undefined ? expect(confirmed).resolves.toMatchObject({ subject: assignment }) : expect(confirmed).rejects.toMatchObject({ code }));
    expect((await decided(person)).known).toBe(code === undefined);
  });

  test('is confirmed by the code that the person read out to them', async () => {
    const { person, assignment } = await own();
    await house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment, code: await codeOf(person) });
    expect(await decided(person)).toMatchObject({ known: true });
  });

  test('waits alike where the person keeps them out, who then see nothing though it is confirmed', async () => {
    const out = somebody(), nobody = somebody();
    await house.ledger.exclude({ ...byPerson(out), recipient: { worker: 'isla' } });
    const [theirs, other] = [await own(out), await own(nobody)];
    expect(await decided(out)).toMatchObject({ known: false, addressable: true, decision: { standing: 'PENDING' } });
    expect(await decided(nobody)).toMatchObject({ known: false, addressable: true, decision: { standing: 'PENDING' } });
    await house.ledger.confirmAssignment({ ...byPerson(out), assignment: theirs.assignment });
    expect(await decided(out)).toMatchObject({ known: false, addressable: false });
    expect(other.assignment).not.toBe(theirs.assignment);
  });
});

describe('a confirmation', () => {
  test('by the code that the person read out, which is then gone', async () => {
    const { person, assignment } = await pending();
    const code = await codeOf(person);
    expect(code).toMatch(/^\d{6}$/);
    await house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment, code });
    expect(await decided(person)).toMatchObject({ known: true });
    expect(await codeOf(person)).toBeNull();
  });

  test('by guessing ends after five wrong codes, each of them on the record', async () => {
    const { person, assignment } = await pending();
    const right = await codeOf(person);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) {
      const guess = { ...byWorker('isla', person), assignment, code: wrong };
      await expect(house.ledger.confirmAssignment(guess)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      await expect(house.ledger.confirmAssignment(guess)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    await expect(house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment, code: right })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await house.ledger.readEvents(person)).filter(({ kind }) => kind === 'ASSIGNMENT_CODE_WRONG')).toHaveLength(5);
    await house.ledger.confirmAssignment({ ...byPerson(person), assignment });
    expect(await decided(person)).toMatchObject({ known: true });
  });

  test('and to ask again, or often beforehand, is no way to guess more', async () => {
    const person = somebody(), itself = () => ({ ...byWorker('isla', person), worker: 'isla', reason: 'I met them.' });
    const first = (await house.ledger.assignKeyWorker(itself())).subject, second = (await house.ledger.assignKeyWorker(itself())).subject;
    const codes = new Map((await house.ledger.readSharing([person])).get(person)!.assignments.map(({ id, code }) => [id, code!]));
    const wrong = [...codes.values()].includes('000000') ? '000001' : '000000';
    for (let n = 0; n < 3; n++) await expect(house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment: first, code: wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    for (let n = 0; n < 2; n++) await expect(house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment: second, code: wrong })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(house.ledger.confirmAssignment({ ...byWorker('isla', person), assignment: second, code: codes.get(second)! })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const third = (await house.ledger.assignKeyWorker(itself())).subject;
    expect((await house.ledger.readSharing([person])).get(person)!.assignments.find(({ id }) => id === third)!.code).toBeNull();
    await house.ledger.assignKeyWorker({ ...itself(), worker: 'rory', actor: { kind: 'worker', id: 'kirsty' } });
    expect((await house.ledger.readSharing([person])).get(person)!.assignments.filter(({ code }) => code !== null).length).toBeGreaterThan(0);
    await house.ledger.confirmAssignment({ ...byPerson(person), assignment: third });
    expect(await decided(person)).toMatchObject({ known: true });
  });

  test.each([
    ['a second worker with a reason', 'rory', { reason: 'Met the person today.' }, undefined],
    ['a second worker without a reason', 'rory', {}, 'INVALID_INPUT'],
    ['the assigned worker with a reason', 'isla', { reason: 'It is me.' }, 'FORBIDDEN'],
    ['the one who assigned', 'kirsty', { reason: 'I said so.' }, 'FORBIDDEN'],
    ['a worker of another agency', 'ewan', { reason: 'Met the person today.' }, 'FORBIDDEN'],
    ['somebody who supports nobody', 'priya', { reason: 'Met the person today.' }, 'FORBIDDEN'],
    ['somebody without an account', 'nobody', { reason: 'Met the person today.' }, 'FORBIDDEN'],
  ])('by %s', async (_, worker, how, code) => {
    const { person, assignment } = await pending();
    const confirmed = house.ledger.confirmAssignment({ ...byWorker(worker, person), assignment, ...how });
    await (code === undefined ? expect(confirmed).resolves.toMatchObject({ subject: assignment }) : expect(confirmed).rejects.toMatchObject({ code }));
    expect((await decided(person)).known).toBe(code === undefined);
  });

  test('is not another person\'s, not of another assignment, and not done twice', async () => {
    const { person, assignment } = await pending();
    await expect(house.ledger.confirmAssignment({ ...byPerson(somebody()), person, assignment })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = somebody();
    await expect(house.ledger.confirmAssignment({ ...byPerson(other), assignment })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await house.ledger.confirmAssignment({ ...byPerson(person), assignment });
    await expect(house.ledger.confirmAssignment({ ...byPerson(person), assignment })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf } from '@thegither/consent';
import { SEALS, agree, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const sharing = async (person: string) => (await house.ledger.readSharing([person])).get(person)!;

describe('what a person reads of their own sharing', () => {
  test('is everything that stands, latest first, and what ended of the grants', async () => {
    const person = somebody();
    const first = await agree(house.ledger, person, 'SKILLS');
    const second = await agree(house.ledger, person, 'ACTION_PLAN');
    const refused = await house.ledger.refuse({ ...byPerson(person), categories: ['CONVICTIONS'], recipient: { worker: 'rory' } });
    await house.ledger.exclude({ ...byPerson(person), recipient: { worker: 'ewan' } });
    const stopped = await house.ledger.stopAll(byPerson(person));
    const withdrawn = await house.ledger.withdrawGrant({ ...byPerson(person), grant: first });
    await house.pool.query('UPDATE sharing_grant SET access_to = now() WHERE id = $1', [second]);
    expect(await sharing(person)).toMatchObject({
      grants: [{ id: second, state: 'EXPIRED', endedBy: 'TIME' }, { id: first, state: 'WITHDRAWN', endedAt: withdrawn.at, endedBy: 'PERSON' }],
      refusals: [{ id: refused.subject, since: refused.at, categories: maskOf('CONVICTIONS') }],
      hold: { id: stopped.subject, since: stopped.at }, exclusions: [{ recipient: { kind: 'worker', worker: 'ewan' } }],
    });
    await house.ledger.resumeSharing(byPerson(person));
    expect((await sharing(person)).hold).toBeNull();
  });

  test('tells when each agreement ended and who did it: what they are, never who', async () => {
    const person = somebody(), { ledger } = house;
    await support(ledger, person);
    const own = await agree(ledger, person), given = (await ledger.giveGrant({ ...byPerson(person), purpose: 'REFERRAL', categories: ['SKILLS'], recipient: { worker: 'isla' } })).subject, renewed = await agree(ledger, person, 'CAREER_PLANS');
    const ends = [await ledger.withdrawGrant({ ...byWorker('isla', person), grant: own }), await ledger.renounceGrant({ ...byWorker('isla', person), grant: given }), await ledger.renewGrant({ ...byPerson(person), grant: renewed })];
    const closed = new Map((await sharing(person)).grants.map(({ id, state, endedAt, endedBy }) => [id, [state, endedAt, endedBy]]));
    expect([own, given, renewed, ends[2]!.subject].map((id) => closed.get(id))).toEqual([
      ['WITHDRAWN', ends[0]!.at, 'WORKER'], ['RENOUNCED', ends[1]!.at, 'WORKER'], ['SUPERSEDED', ends[2]!.at, 'PERSON'], ['ACTIVE', null, null],
    ]);
  });

  test('tells how each assignment stands', async () => {
    const person = somebody(), now = Date.now();
    const over = await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Knew the person.', ran: { from: now - 2e6, to: now - 1e6 } });
    const confirmed = await support(house.ledger, person, 'rory');
    const waiting = await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'eilidh', reason: 'Knows the person.' });
    expect((await sharing(person)).assignments.map(({ id, state, code }) => [id, state, typeof code])).toEqual([
      [waiting.subject, 'PENDING', 'string'], [confirmed, 'CONFIRMED', 'object'], [over.subject, 'ENDED', 'object'],
    ]);
  });

  test('is a fault and not a shorter list when a row cannot be read', async () => {
    const person = somebody();
    const id = await agree(house.ledger, person);
    await house.pool.query(`UPDATE sharing_grant SET purpose = 'CURIOSITY' WHERE id = $1`, [id]);
    await expect(house.ledger.readSharing([person])).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

async function wholeCaseload(worker: string, size: number): Promise<string[]> {
  const people: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await house.ledger.readCaseload(worker, { first: size, after });
    if (page.length === 0) return people;
    people.push(...page.map(({ person }) => person));
    after = page.at(-1)!.cursor;
  }
}

describe('a caseload', () => {
  test('has whom the worker supports now, longest first, each once, in pages without gap or repetition', async () => {
    const people = [somebody(), somebody(), somebody(), somebody(), somebody()];
    for (const person of people) await support(house.ledger, person, 'eilidh');
    await support(house.ledger, people[0]!, 'eilidh');
    await house.ledger.exclude({ ...byPerson(people[1]!), recipient: { team: 'west' } });
    await house.pool.query('UPDATE assignment SET access_to = now() WHERE person = $1', [people[2]]);
    await house.ledger.assignKeyWorker({ ...byWorker('eilidh', somebody()), worker: 'eilidh', reason: 'Not confirmed yet.' });
    const now = [people[0], people[3], people[4]];
    expect(await wholeCaseload('eilidh', 50)).toEqual(now);
    expect(await wholeCaseload('eilidh', 2)).toEqual(now);
    expect(await wholeCaseload('eilidh', 1)).toEqual(now);
  });

  test.each(['', 'next', '2026-11-22T00:00:00.000Z x', `2026-11-22T00:00:00.000000Z x' OR true --`])('is refused from the place %j', async (after) => {
    await expect(house.ledger.readCaseload('isla', { first: 1, after })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('who looked', () => {
  test('is read in pages, latest first, also where two looked at the same moment', async () => {
    const person = somebody(), at = new Date(), SKILLS = maskOf('SKILLS');
    for (let n = 0; n < 5; n++) {
      const to = { id: randomUUID(), person, request: randomUUID(), attempt: 1 };
      await house.pool.query(
        `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
         VALUES ($1, $2, 1, $3, 0, $4, 'isla', 'fife-works', '{}', 'REFERRAL', $5, '{}', '\\x00', '1', 'LOOK', 'k')`,
        [to.id, to.request, person, new Date(at.getTime() - (n >> 1)), SEALS.seal(to, { asked: SKILLS, released: SKILLS, releasedOwn: NOTHING })]);
    }
    const whole = await house.ledger.readDisclosures(person, { first: 50 });
    expect(whole.map((line) => line.at)).toEqual(whole.map((line) => line.at).toSorted((a, b) => b - a));
    const paged = [];
    for (let page = await house.ledger.readDisclosures(person, { first: 2 }); page.length > 0; page = await house.ledger.readDisclosures(person, { first: 2, after: page.at(-1)!.cursor })) paged.push(...page);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(5);
  });
});

describe('who is around a person', () => {
  test('supporters are those who support them now, with what naming them gives away', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await support(house.ledger, person, 'ewan');
    await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'rory', reason: 'Not confirmed yet.' });
    expect((await house.ledger.readSupporters([person])).get(person)).toEqual([
      { worker: 'isla', agency: 'Fife Works', domain: 'employability', role: 'KEY_WORKER' }, { worker: 'ewan', agency: 'Fife Housing', domain: 'housing', role: 'HOUSING_OFFICER' },
    ]);
  });

  test('a household has those who agreed themselves, and nobody learns that another was named', async () => {
    const [mairi, tam, jean] = [somebody(), somebody(), somebody()];
    const household = randomUUID();
    await house.ledger.joinHousehold({ ...byPerson(mairi), household });
    expect(await house.ledger.readHouseholds([mairi, tam])).toEqual(new Map([[mairi, []]]));
    await house.ledger.joinHousehold({ ...byPerson(tam), household });
    await house.ledger.joinHousehold({ ...byPerson(jean), household: randomUUID() });
    expect(await house.ledger.readHouseholds([mairi, tam, jean])).toEqual(new Map([[mairi, [tam]], [tam, [mairi]], [jean, []]]));
  });
});

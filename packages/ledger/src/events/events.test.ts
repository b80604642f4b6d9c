import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { namesIn } from '@thegither/consent';
import { agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const granted = async (person: string, worker = 'isla') =>
  namesIn((await house.ledger.decide(asWorker(worker), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision.granted);
const grant = (person: string) => ({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });
const refusal = (person: string) => ({ ...byPerson(person), categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });

describe('what a person says takes effect at once', () => {
  test('a grant opens what it names, and a withdrawn grant withholds from that moment', async () => {
    const person = somebody();
    await support(house.ledger, person);
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT']);
    const id = await agree(house.ledger, person);
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT', 'ACTION_PLAN', 'SKILLS']);
    await house.ledger.withdrawGrant({ ...byPerson(person), grant: id });
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT']);
  });

  test('a stop holds until the person resumes, and stopping twice needs one resuming', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await agree(house.ledger, person);
    const first = await house.ledger.stopAll(byPerson(person));
    const second = await house.ledger.stopAll(byWorker('isla', person));
    expect(second.subject).toBe(first.subject);
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT']);
    await house.ledger.resumeSharing(byPerson(person));
    expect(await granted(person)).toContain('ACTION_PLAN');
  });

  test('somebody kept out does not know the person any more', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.exclude({ ...byPerson(person), recipient: { team: 'east' } });
    const [decided] = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people;
    expect(decided).toMatchObject({ known: false, addressable: false });
  });

  test('a grant ends at midnight in Scotland after its last day', async () => {
    const person = somebody();
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await house.ledger.giveGrant({ ...grant(person), until: day });
    const [given] = (await house.ledger.readSharing([person])).get(person)!.grants;
    const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium', hour12: false }).format(given!.to - 1000);
    expect(local.startsWith(day)).toBe(true);
    expect(local).toMatch(/23:59:59$/);
  });

  test('a grant that names sources keeps them', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.giveGrant({ ...grant(person), categories: ['WHERE_I_LIVE'], sources: ['fife-housing'] });
    const [decided] = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people;
    expect(decided!.decision.limits).toEqual(new Map([['WHERE_I_LIVE', [{ sources: ['fife-housing'] }]]]));
  });
});

describe('an agreement after a refusal', () => {
  test('takes back, by name, what it overlaps, and leaves the rest refused', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await agree(house.ledger, person, 'SKILLS');
    const refused = await house.ledger.refuse({ ...refusal(person), categories: ['ACTION_PLAN', 'SKILLS'] });
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT']);
    await house.ledger.giveGrant(grant(person));
    expect(await granted(person)).toEqual(['NAME_AND_CONTACT', 'ACTION_PLAN']);
    const last = (await house.ledger.readEvents(person)).at(-1)!;
    expect(last.body).toMatchObject({ supersedes: { refusals: [refused.subject] } });
  });

  test('for another purpose or another agency is not undone', async () => {
    const person = somebody();
    const elsewhere = await house.ledger.refuse({ ...refusal(person), recipient: { agency: 'fife-housing' } });
    const otherwise = await house.ledger.refuse({ ...refusal(person), purpose: 'REFERRAL' });
    await house.ledger.giveGrant(grant(person));
    const { refusals } = (await house.ledger.readSharing([person])).get(person)!;
    expect(refusals.map(({ id }) => id).toSorted()).toEqual([elsewhere.subject, otherwise.subject].toSorted());
  });

  test('for one worker of a refused agency opens nothing to their colleagues, not even by an older grant', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await support(house.ledger, person, 'rory');
    await agree(house.ledger, person);
    await house.ledger.refuse(refusal(person));
    await house.ledger.giveGrant({ ...grant(person), recipient: { worker: 'isla' } });
    expect(await granted(person, 'isla')).toEqual(['NAME_AND_CONTACT', 'ACTION_PLAN', 'SKILLS']);
    expect(await granted(person, 'rory')).toEqual(['NAME_AND_CONTACT', 'SKILLS']);
  });
});

describe('nothing is half done', () => {
  const inThePast = '2020-01-31';
  const tooFar = new Date(Date.now() + 370 * 86_400_000).toISOString().slice(0, 10);
  test.each([
    ['an unknown category', { categories: ['SHOE_SIZE'] }],
    ['a name of every object', { categories: ['__proto__'] }],
    ['no category', { categories: [] }],
    ['risk and safety', { categories: ['RISK_AND_SAFETY'] }],
    ['who looked', { categories: ['MY_SHARING'] }],
    ['a purpose that nobody agrees to', { purpose: 'KEEP_SAFE' }],
    ['an unknown purpose', { purpose: 'CURIOSITY' }],
    ['an unknown agency', { recipient: { agency: 'nowhere' } }],
    ['an unknown team', { recipient: { team: 'fife-works' } }],
    ['an unknown worker', { recipient: { worker: 'nobody' } }],
    ['two recipients', { recipient: { agency: 'fife-works', worker: 'isla' } }],
    ['no recipient', { recipient: {} }],
    ['a recipient that no database keeps', { recipient: { worker: 'isla\0' } }],
    ['unknown sources', { sources: ['nowhere'] }],
    ['an empty list of sources', { sources: [] }],
    ['a last day that is over', { until: inThePast }],
    ['a last day more than twelve months away', { until: tooFar }],
    ['a day that the calendar does not have', { until: '2027-02-30' }],
    ['a day that is none', { until: 'soon' }],
    ['an empty key', { key: '' }],
    ['a key with a line break', { key: 'a\nb' }],
  ])('a grant with %s is refused and leaves no event', async (_, change) => {
    const person = somebody();
    await expect(house.ledger.giveGrant({ ...grant(person), ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test('what has ended is not withdrawn again, nor what is another person\'s', async () => {
    const person = somebody();
    const id = await agree(house.ledger, person);
    await house.ledger.withdrawGrant({ ...byPerson(person), grant: id });
    const again = house.ledger.withdrawGrant({ ...byPerson(person), grant: id });
    await expect(again).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const other = somebody();
    await expect(house.ledger.withdrawGrant({ ...byPerson(other), grant: id })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(house.ledger.resumeSharing(byPerson(other))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each([
    ['a worker agrees for the person', 'giveGrant', (person: string) => ({ ...grant(person), ...byWorker('isla', person) })],
    ['another person agrees for the person', 'giveGrant', (person: string) => ({ ...grant(person), ...byPerson(somebody()), person })],
    ['a worker ends the person\'s stop', 'resumeSharing', (person: string) => byWorker('isla', person)],
    ['a worker links the person with a household', 'joinHousehold', (person: string) => ({ ...byWorker('isla', person), household: '7e570000-0000-4000-8000-000000000001' })],
    ['another person links the person with their household', 'joinHousehold', (person: string) => ({ ...byPerson(somebody()), person, household: '7e570000-0000-4000-8000-000000000001' })],
    ['a worker takes the person out of a household', 'leaveHousehold', (person: string) => byWorker('isla', person)],
    ['another person takes the person out of a household', 'leaveHousehold', (person: string) => ({ ...byPerson(somebody()), person })],
    ['another person stops the sharing', 'stopAll', (person: string) => ({ ...byPerson(somebody()), person })],
    ['another person refuses', 'refuse', (person: string) => ({ ...refusal(person), ...byPerson(somebody()), person })],
  ] as const)('when %s it is forbidden', async (_, verb, act) => {
    const person = somebody();
    const input = act(person) as Parameters<typeof house.ledger.giveGrant>[0] & Parameters<typeof house.ledger.joinHousehold>[0];
    await expect(house.ledger[verb](input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });
});

describe('a key', () => {
  test('does it once, however often it is sent, also at the same time', async () => {
    const person = somebody();
    const same = grant(person);
    const answers = await Promise.all(Array.from({ length: 6 }, () => house.ledger.giveGrant(same)));
    expect(new Set(answers.map(({ eventId }) => eventId)).size).toBe(1);
    expect(await house.ledger.readEvents(person)).toHaveLength(1);
  });

  test('with another input is refused, and the first one stands', async () => {
    const person = somebody();
    const first = grant(person);
    await house.ledger.giveGrant(first);
    await expect(house.ledger.giveGrant({ ...first, categories: ['SKILLS'] })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    await expect(house.ledger.stopAll(first)).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('about two people at the same moment happens to one of them', async () => {
    const act = byWorker('isla', somebody());
    const both = await Promise.allSettled([house.ledger.stopAll(act), house.ledger.stopAll({ ...act, person: somebody() })]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: 'KEY_REUSED' });
  });

  test('of another actor is another key', async () => {
    const person = somebody();
    const act = byWorker('isla', person);
    const first = await house.ledger.stopAll(act);
    const second = await house.ledger.stopAll({ ...act, actor: { kind: 'worker', id: 'rory' } });
    expect(second.eventId).not.toBe(first.eventId);
  });
});

describe('history', () => {
  test('is only added to', async () => {
    const person = somebody();
    await agree(house.ledger, person);
    await expect(house.pool.query('UPDATE event SET kind = kind WHERE person = $1', [person])).rejects.toThrow(/never changed/);
    await expect(house.pool.query('DELETE FROM event')).rejects.toThrow(/never changed/);
    await expect(house.pool.query('TRUNCATE disclosure')).rejects.toThrow(/never changed/);
  });

  test.each([
    ['an event was altered', `UPDATE event SET body = jsonb_set(body, '{grant,purpose}', '"REFERRAL"') WHERE person = $1 AND position = 1`],
    ['an event was lost', 'DELETE FROM event WHERE person = $1 AND position = 1'],
    ['another did it', `UPDATE event SET actor = '{"id":"isla","kind":"worker"}' WHERE person = $1 AND position = 1`],
  ])('shows that %s', async (_, damage) => {
    const person = somebody();
    await agree(house.ledger, person);
    await house.ledger.stopAll(byPerson(person));
    const client = await house.pool.connect();
    await client.query('BEGIN; SET LOCAL session_replication_role = replica');
    await client.query(damage, [person]);
    await client.query('COMMIT');
    client.release();
    await expect(house.ledger.readEvents(person)).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

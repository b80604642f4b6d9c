import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { namesIn } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import { agree, asWorker, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const PLAN = ['NAME_AND_CONTACT', 'ACTION_PLAN'], ALONE = ['NAME_AND_CONTACT'];
const seen = async (person: string, worker = 'isla') => namesIn((await house.ledger.decide(asWorker(worker), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision.granted);
const grantsOf = async (person: string) => (await house.ledger.readSharing([person])).get(person)!.grants;
const stateOf = async (person: string, grant: string) => (await grantsOf(person)).find(({ id }) => id === grant)!.state;
const codeOf = (act: Promise<unknown>): Promise<string> => act.then(() => 'done', (cause: unknown) => (cause instanceof HouseError ? cause.code : String(cause)));

/** Somebody whom Isla supports, and who shares their action plan with Fife Works. */
async function sharing(...categories: string[]): Promise<{ person: string; grant: string }> {
  const person = somebody();
  await support(house.ledger, person);
  return { person, grant: await agree(house.ledger, person, ...(categories.length > 0 ? categories : ['ACTION_PLAN'])) };
}
const recordPlan = (person: string, change: object = {}) => house.ledger.recordGrant({
  ...byWorker('isla', person), categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' }, channel: 'IN_PERSON', words: 'Said yes at our meeting.', ...change,
});

describe('a pause', () => {
  test('withholds until the person lets it go on, and the days go on running', async () => {
    const { person, grant } = await sharing();
    const [before] = await grantsOf(person);
    await house.ledger.pauseGrant({ ...byWorker('isla', person), grant });
    expect([await seen(person), await stateOf(person, grant)]).toEqual([ALONE, 'PAUSED']);
    await house.ledger.resumeGrant({ ...byPerson(person), grant });
    expect([await seen(person), await stateOf(person, grant)]).toEqual([PLAN, 'ACTIVE']);
    expect((await grantsOf(person))[0]!.to).toBe(before!.to);
  });

  test('is ended by nobody but the person', async () => {
    const { person, grant } = await sharing();
    await house.ledger.pauseGrant({ ...byPerson(person), grant });
    expect(await codeOf(house.ledger.resumeGrant({ ...byWorker('isla', person), grant }))).toBe('FORBIDDEN');
  });

  test.each(['pauseGrant', 'resumeGrant', 'confirmGrant', 'invalidateGrant'] as const)('%s of what is withdrawn does nothing', async (verb) => {
    const { person, grant } = await sharing();
    await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    expect(await codeOf(house.ledger[verb]({ ...byPerson(person), grant }))).toBe('INVALID_INPUT');
    expect(await stateOf(person, grant)).toBe('WITHDRAWN');
  });

  test('is of one that holds, and goes on from one that is paused', async () => {
    const { person, grant } = await sharing();
    expect(await codeOf(house.ledger.resumeGrant({ ...byPerson(person), grant }))).toBe('INVALID_INPUT');
    await house.ledger.pauseGrant({ ...byPerson(person), grant });
    expect(await codeOf(house.ledger.pauseGrant({ ...byPerson(person), grant }))).toBe('INVALID_INPUT');
  });
});

describe('a renewal', () => {
  test('is a new grant that names the old one, which ends', async () => {
    const { person, grant } = await sharing();
    const { subject } = await house.ledger.renewGrant({ ...byPerson(person), grant });
    expect([await stateOf(person, grant), await stateOf(person, subject), await seen(person)]).toEqual(['SUPERSEDED', 'ACTIVE', PLAN]);
    const { rows } = await house.pool.query('SELECT renews, categories::text, recipient_agency FROM sharing_grant WHERE id = $1', [subject]);
    const { rows: old } = await house.pool.query('SELECT categories::text, recipient_agency FROM sharing_grant WHERE id = $1', [grant]);
    expect(rows).toEqual([{ renews: grant, ...old[0] }]);
  });

  test('of one whose time is over opens it again, and leaves its past alone', async () => {
    const { person, grant } = await sharing();
    await house.pool.query(`UPDATE sharing_grant SET access_from = now() - interval '9 days', access_to = now() - interval '1 day' WHERE id = $1`, [grant]);
    expect(await seen(person)).toEqual(ALONE);
    await house.ledger.renewGrant({ ...byPerson(person), grant });
    expect([await seen(person), await stateOf(person, grant)]).toEqual([PLAN, 'EXPIRED']);
  });

  test('takes back no refusal: the dates are agreed to, and nothing else', async () => {
    const { person, grant } = await sharing();
    await house.ledger.refuse({ ...byPerson(person), categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });
    await house.ledger.renewGrant({ ...byPerson(person), grant });
    expect(await seen(person)).toEqual(ALONE);
  });

  test('of what the person took back is refused, and it is theirs alone', async () => {
    const { person, grant } = await sharing();
    expect(await codeOf(house.ledger.renewGrant({ ...byWorker('isla', person), grant }))).toBe('FORBIDDEN');
    await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    expect(await codeOf(house.ledger.renewGrant({ ...byPerson(person), grant }))).toBe('INVALID_INPUT');
  });

  test('lasts twelve months at most', async () => {
    const { person, grant } = await sharing();
    for (const until of ['2999-01-01', '0000-01-01', '2027-02-30']) expect(await codeOf(house.ledger.renewGrant({ ...byPerson(person), grant, until }))).toBe('INVALID_INPUT');
  });
});

describe('what a worker records', () => {
  test('opens until the person says that it is not right', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const { subject } = await recordPlan(person);
    expect([await seen(person), await stateOf(person, subject)]).toEqual([PLAN, 'RECORDED_UNCONFIRMED']);
    await house.ledger.invalidateGrant({ ...byPerson(person), grant: subject });
    expect([await seen(person), await stateOf(person, subject)]).toEqual([ALONE, 'INVALIDATED']);
    // Said again, it opens nothing: only the person can agree to it now.
    await recordPlan(person);
    expect(await seen(person)).toEqual(ALONE);
  });

  test('is over after fourteen days, and no longer for being recorded again', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const { subject } = await recordPlan(person);
    await house.pool.query(`UPDATE sharing_grant SET access_from = now() - interval '14 days' WHERE id = $1`, [subject]);
    expect(await seen(person)).toEqual(ALONE);
    await recordPlan(person);
    expect(await seen(person)).toEqual(ALONE);
  });

  test('is the person\'s own once they confirm it, and takes back the refusal that it overlaps', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.refuse({ ...byPerson(person), categories: ['ACTION_PLAN', 'SKILLS'], recipient: { agency: 'fife-works' } });
    const { subject } = await recordPlan(person);
    expect(await seen(person)).toEqual(ALONE);
    await house.ledger.confirmGrant({ ...byPerson(person), grant: subject });
    expect([await seen(person), await stateOf(person, subject)]).toEqual([PLAN, 'ACTIVE']);
    expect((await house.ledger.readSharing([person])).get(person)!.refusals.map(({ categories }) => namesIn(categories))).toEqual(expect.arrayContaining([['SKILLS']]));
    expect(await codeOf(house.ledger.confirmGrant({ ...byPerson(person), grant: subject }))).toBe('INVALID_INPUT');
  });

  test('is answered alike whatever the person said before: the worker learns nothing', async () => {
    const refused = somebody(), stopped = somebody(), silent = somebody();
    for (const person of [refused, stopped, silent]) await support(house.ledger, person);
    await house.ledger.refuse({ ...byPerson(refused), categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });
    await house.ledger.stopAll(byPerson(stopped));
    expect(await Promise.all([refused, stopped, silent].map((person) => codeOf(recordPlan(person))))).toEqual(['done', 'done', 'done']);
  });

  test.each<[string, object]>([
    ['a category that needs an act of the person\'s own', { categories: ['CONVICTIONS'] }],
    ['a category that nobody agrees to', { categories: ['RISK_AND_SAFETY'] }],
    ['somebody who does not exist', { recipient: { worker: 'nobody' } }],
    ['more than a year', { until: '2999-01-01' }],
    ['no words', { words: '' }],
  ])('is refused with %s', async (_, change) => {
    const person = somebody();
    expect(await codeOf(recordPlan(person, change))).toBe('INVALID_INPUT');
    expect(await house.ledger.readEvents(person)).toEqual([]);
  });

  test('cannot be done in the person\'s name, nor confirmed or ended by the worker', async () => {
    const person = somebody();
    const { subject } = await recordPlan(person);
    expect(await codeOf(recordPlan(person, byPerson(person)))).toBe('FORBIDDEN');
    for (const verb of ['confirmGrant', 'invalidateGrant'] as const) expect(await codeOf(house.ledger[verb]({ ...byWorker('isla', person), grant: subject }))).toBe('FORBIDDEN');
  });

  test('by two workers at once is two records, one after the other, and opens once', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await Promise.all([recordPlan(person), recordPlan(person, byWorker('rory', person))]);
    expect((await house.ledger.readEvents(person)).slice(2).map(({ position, kind }) => [position, kind])).toEqual([[3, 'GRANT_RECORDED'], [4, 'GRANT_RECORDED']]);
    const [decided] = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people;
    expect(decided!.decision.findings.find(({ reason }) => reason === 'AGREED')!.grants).toHaveLength(1);
  });
});

describe('what is taken back from a recipient', () => {
  const shares = [{ agency: 'fife-works' }, { team: 'east' }, { team: 'west' }, { worker: 'isla' }, { worker: 'eilidh' }, { agency: 'fife-housing' }, { worker: 'ewan' }];
  test.each<[string, object, number[]]>([
    ['an agency: its teams and workers with it', { agency: 'fife-works' }, [5, 6]],
    ['a team: its workers with it, and not its agency', { team: 'east' }, [0, 2, 4, 5, 6]],
    ['a worker: nobody else', { worker: 'isla' }, [0, 1, 2, 4, 5, 6]],
  ])('is everything, from %s', async (_, recipient, left) => {
    const person = somebody(), grants: string[] = [];
    for (const one of shares) grants.push((await house.ledger.giveGrant({ ...byPerson(person), purpose: 'REFERRAL', categories: ['ACTION_PLAN'], recipient: one })).subject);
    await house.ledger.pauseGrant({ ...byPerson(person), grant: grants[0]! });
    await house.ledger.withdrawFrom({ ...byPerson(person), recipient });
    const states = new Map((await grantsOf(person)).map(({ id, state }) => [id, state]));
    expect(grants.map((id) => states.get(id) === 'WITHDRAWN')).toEqual(shares.map((__, index) => !left.includes(index)));
  });

  test('is answered alike where nothing was shared, and what is agreed to afterwards holds', async () => {
    const { person } = await sharing();
    expect(await codeOf(house.ledger.withdrawFrom({ ...byWorker('isla', person), recipient: { agency: 'fife-housing' } }))).toBe('done');
    await house.ledger.withdrawFrom({ ...byWorker('isla', person), recipient: { agency: 'fife-works' } });
    expect(await seen(person)).toEqual(ALONE);
    await agree(house.ledger, person, 'ACTION_PLAN');
    expect(await seen(person)).toEqual(PLAN);
  });

  test('is from somebody who is there', async () => {
    const person = somebody();
    expect(await codeOf(house.ledger.withdrawFrom({ ...byPerson(person), recipient: { agency: 'nowhere' } }))).toBe('INVALID_INPUT');
    expect(await codeOf(house.ledger.withdrawFrom({ ...byPerson(somebody()), person, recipient: { agency: 'fife-works' } }))).toBe('FORBIDDEN');
  });
});

describe('what is given up', () => {
  test.each<[string, object, string, string]>([
    ['a worker what is shared with them by name', { worker: 'isla' }, 'isla', 'done'],
    ['a colleague what is shared with a worker', { worker: 'isla' }, 'rory', 'FORBIDDEN'],
    ['a lead what is shared with the team', { team: 'east' }, 'kirsty', 'done'],
    ['a lead what is shared with the agency', { agency: 'fife-works' }, 'kirsty', 'done'],
    ['a key worker what is shared with the agency', { agency: 'fife-works' }, 'isla', 'FORBIDDEN'],
    ['a lead what is shared with another team', { team: 'west' }, 'kirsty', 'FORBIDDEN'],
    ['another agency\'s officer what is shared with the agency', { agency: 'fife-works' }, 'ewan', 'FORBIDDEN'],
  ])('%s: %#', async (_, recipient, by, expected) => {
    const person = somebody();
    const { subject } = await house.ledger.giveGrant({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], recipient });
    expect(await codeOf(house.ledger.renounceGrant({ ...byWorker(by, person), grant: subject }))).toBe(expected);
    expect(await stateOf(person, subject)).toBe(expected === 'done' ? 'RENOUNCED' : 'ACTIVE');
  });

  test('is never given up by the person, who withdraws it', async () => {
    const { person, grant } = await sharing();
    expect(await codeOf(house.ledger.renounceGrant({ ...byPerson(person), grant }))).toBe('FORBIDDEN');
  });
});

describe('who was kept out or supported the person', () => {
  test('is let in again by the person alone, and sees no more than was agreed', async () => {
    const { person } = await sharing();
    const { subject } = await house.ledger.exclude({ ...byPerson(person), recipient: { worker: 'isla' } });
    expect(await codeOf(house.ledger.endExclusion({ ...byWorker('isla', person), exclusion: subject }))).toBe('FORBIDDEN');
    expect(await seen(person)).toEqual([]);
    await house.ledger.endExclusion({ ...byPerson(person), exclusion: subject });
    expect(await seen(person)).toEqual(PLAN);
    expect(await codeOf(house.ledger.endExclusion({ ...byPerson(person), exclusion: subject }))).toBe('INVALID_INPUT');
  });

  test('supports them no more from the moment it ends', async () => {
    const { person } = await sharing();
    const [assignment] = (await house.ledger.readSharing([person])).get(person)!.assignments;
    expect(await codeOf(house.ledger.endAssignment({ ...byWorker('isla', person), assignment: assignment!.id }))).toBe('INVALID_INPUT');
    await house.ledger.endAssignment({ ...byWorker('isla', person), assignment: assignment!.id, reason: 'Moved to another team.' });
    expect((await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]).toMatchObject({ known: false });
    expect((await house.ledger.readSharing([person])).get(person)!.assignments[0]).toMatchObject({ state: 'ENDED' });
    expect(await house.ledger.readHandoversDue('kirsty')).toContainEqual(expect.objectContaining({ person, worker: 'isla' }));
    expect(await codeOf(house.ledger.endAssignment({ ...byPerson(person), assignment: assignment!.id }))).toBe('INVALID_INPUT');
  });

  test('who waits to be confirmed and is ended can be confirmed by nobody any more', async () => {
    const person = somebody();
    const { subject } = await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'isla', reason: 'Knows them.' });
    await house.ledger.endAssignment({ ...byPerson(person), assignment: subject });
    expect(await codeOf(house.ledger.confirmAssignment({ ...byPerson(person), assignment: subject }))).toBe('INVALID_INPUT');
    expect(await seen(person)).toEqual([]);
  });
});

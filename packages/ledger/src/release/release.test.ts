import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { NOTHING, intersection, maskOf, toHex, toInt8, union } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import type { PoolClient } from 'pg';
import { accountLock, holdStill } from '../connection/locks.ts';
import { createLedger } from '../ledger.ts';
import type { SealedTo } from '../seal/seals.ts';
import { SEALS, agree, asWorker, byPerson, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { Decided } from './decideAll.ts';
import type { ToRelease } from './release.ts';
import type { Shown } from './stillHolds.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house.close());

const PLAN = maskOf('ACTION_PLAN');
const shown = ({ person, known, fingerprint, decision: { granted, own } }: Decided): Shown => ({ person, known, fingerprint, granted, own, asked: maskOf('ACTION_PLAN', 'CONVICTIONS'), released: PLAN });

/** Isla asks about these people and has an answer ready: a release that may be committed. */
async function answerAbout(...people: string[]): Promise<ToRelease> {
  const decided = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', people)).people;
  return {
    caller: asWorker(), request: randomUUID(), attempt: 1, purpose: 'EMPLOYABILITY_SUPPORT', kind: 'LOOK', gatewayKey: 'thumbprint',
    operation: { hash: 'ab'.repeat(32), name: 'Whole' }, people: decided.map(shown),
  };
}

/** An answer that shows the action plan of whoever shares it now. */
async function whateverIsOpen(...people: string[]): Promise<ToRelease> {
  const answer = await answerAbout(...people);
  return { ...answer, people: answer.people.map((one) => ({ ...one, released: intersection(one.granted, PLAN) })) };
}

async function supported(...categories: string[]): Promise<{ person: string; grant: string }> {
  const person = somebody();
  await support(house.ledger, person);
  return { person, grant: await agree(house.ledger, person, ...categories) };
}

/** Who waits for somebody's lock in this database. */
const WAITING = `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND locktype = 'advisory' AND NOT granted`;

type Recorded = SealedTo & { readonly sealed: Buffer };

/** What is on the record about somebody, and what it says, opened. */
async function recorded(person: string) {
  const { rows } = await house.pool.query<Recorded>('SELECT * FROM disclosure WHERE person = $1 ORDER BY at', [person]);
  return rows.map((row) => ({ ...row, ...SEALS.open(row, row.sealed) }));
}

describe('a release', () => {
  test('commits one disclosure for each person, with who, why, what and by which grant', async () => {
    const a = await supported(), b = await supported();
    const answer = await answerAbout(a.person, b.person);
    const released = await house.ledger.release(answer);
    expect(released).toMatchObject({ status: 'RELEASED' });
    const [row] = await recorded(a.person);
    expect(row).toMatchObject({
      worker: 'isla', agency: 'fife-works', roles: ['KEY_WORKER'], purpose: 'EMPLOYABILITY_SUPPORT', kind: 'LOOK', grants: [a.grant], operation_name: 'Whole',
      asked: maskOf('ACTION_PLAN', 'CONVICTIONS'), released: PLAN, after_position: '3', gateway_key: 'thumbprint', decision_version: '3',
    });
    expect(await recorded(b.person)).toMatchObject([{ grants: [b.grant] }]);
    expect(await house.ledger.readDisclosures(a.person, { first: 10 })).toMatchObject([{ worker: 'isla', agency: 'Fife Works', released: PLAN }]);
  });

  test('leaves nothing in the database by which its topics are known: the same twice is two different texts', async () => {
    const { person, grant } = await supported('ACTION_PLAN');
    for (let times = 0; times < 2; times++) await house.ledger.release(await answerAbout(person));
    const [one, two] = await recorded(person);
    expect(one).toMatchObject({ asked: two!.asked, released: two!.released, grants: [grant] });
    expect(one!.sealed.subarray(1).equals(two!.sealed.subarray(1))).toBe(false);
    const { rows } = await house.pool.query<{ dump: string }>('SELECT string_agg(d::text, chr(10)) AS dump FROM disclosure d WHERE person = $1', [person]);
    for (const mask of [PLAN, maskOf('CONVICTIONS'), maskOf('ACTION_PLAN', 'CONVICTIONS')]) {
      // As a number of its own, or as its bytes.
      expect(rows[0]!.dump).not.toMatch(new RegExp(`(^|[,(])${toInt8(mask)}([,)]|$)|${toHex(mask)}`, 'm'));
    }
  });

  test('of nobody is released and leaves no record', async () => {
    expect(await house.ledger.release(await answerAbout())).toMatchObject({ status: 'RELEASED' });
  });

  test('about an unknown person shows nothing and is on the record all the same', async () => {
    const person = somebody();
    const answer = await answerAbout(person);
    expect(await house.ledger.release({ ...answer, people: answer.people.map((one) => ({ ...one, released: NOTHING })) })).toMatchObject({ status: 'RELEASED' });
    expect(await recorded(person)).toMatchObject([{ released: NOTHING, after_position: '0', grants: [] }]);
  });

  test('of what the person looks at themselves names no worker', async () => {
    const person = somebody();
    const caller = { kind: 'person', person } as const;
    const [decided] = (await house.ledger.decide(caller, undefined, [person])).people;
    const answer = { ...await answerAbout(), caller, purpose: undefined, people: [shown(decided!)] };
    expect(await house.ledger.release(answer)).toMatchObject({ status: 'RELEASED' });
    expect(await recorded(person)).toMatchObject([{ worker: null, agency: null, purpose: null }]);
  });

  test('that is repeated three times is written once, and says when it was', async () => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    const [first, second] = await Promise.all([house.ledger.release(answer), house.ledger.release(answer)]);
    await house.ledger.stopAll(byPerson(person));
    const third = await house.ledger.release(answer);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await recorded(person)).toHaveLength(1);
  });

  test.each<[string, (answer: ToRelease) => Partial<ToRelease>]>([
    ['other categories', ({ people }) => ({ people: people.map((one) => ({ ...one, released: NOTHING })) })],
    ['one person more', ({ people }) => ({ people: [...people, { ...people[0]!, person: somebody(), known: false, granted: NOTHING, own: NOTHING, released: NOTHING }] })],
    ['another operation', () => ({ operation: { hash: 'cd'.repeat(32), name: null } })],
  ])('under the same request and attempt with %s is refused', async (_, change) => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    await house.ledger.release(answer);
    await expect(house.ledger.release({ ...answer, ...change(answer) })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    expect(await recorded(person)).toHaveLength(1);
  });

  test('that is repeated after somebody changed what its record says is refused, and not said to be told', async () => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    await house.ledger.release(answer);
    const owner = await house.pool.connect();
    await owner.query('BEGIN');
    await owner.query('SET LOCAL session_replication_role = replica');
    await owner.query('UPDATE disclosure SET sealed = set_bit(sealed, 150, 1 - get_bit(sealed, 150)) WHERE person = $1', [person]);
    await owner.query('COMMIT');
    owner.release();
    await expect(house.ledger.release(answer)).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(house.ledger.readDisclosures(person, { first: 1 })).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  test('without keys is refused, and nothing is on the record', async () => {
    const { person } = await supported();
    const keyless = createLedger({ connectionString: house.url });
    await expect(keyless.release(await answerAbout(person))).rejects.toMatchObject({ code: 'CONFIGURATION' });
    await keyless.close();
    expect(await recorded(person)).toEqual([]);
  });

  test('under the same request and attempt about fewer people is refused', async () => {
    const a = await supported(), b = await supported();
    const answer = await answerAbout(a.person, b.person);
    await house.ledger.release(answer);
    await expect(house.ledger.release({ ...answer, people: [answer.people[0]!] })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  test('cites the grants that opened what it tells, and no other', async () => {
    const { person, grant } = await supported('ACTION_PLAN');
    await agree(house.ledger, person, 'WORK_SINCE');
    await house.ledger.release(await answerAbout(person));
    expect(await recorded(person)).toMatchObject([{ grants: [grant] }]);
  });

  test.each<[string, (one: Shown) => Shown[]]>([
    ['tells what was not asked', (one) => [{ ...one, asked: NOTHING }]],
    ['names somebody twice', (one) => [one, one]],
  ])('that %s is refused', async (_, change) => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    await expect(house.ledger.release({ ...answer, people: answer.people.flatMap(change) })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('by somebody without an account, or of another agency, is refused', async () => {
    const answer = await answerAbout();
    await expect(house.ledger.release({ ...answer, caller: asWorker('nobody') })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(house.ledger.release({ ...answer, caller: asWorker('isla', 'fife-housing') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a change between decision and release', () => {
  test.each<[string, (person: string, grant: string) => Promise<unknown>]>([
    ['a withdrawal', (person, grant) => house.ledger.withdrawGrant({ ...byPerson(person), grant })],
    ['a stop', (person) => house.ledger.stopAll(byPerson(person))],
    ['a refusal', (person) => house.ledger.refuse({ ...byPerson(person), categories: ['ACTION_PLAN'], recipient: { worker: 'isla' } })],
    ['an exclusion', (person) => house.ledger.exclude({ ...byPerson(person), recipient: { agency: 'fife-works' } })],
    ['the end of the grant by the clock', (person) => house.pool.query('UPDATE sharing_grant SET access_to = clock_timestamp() WHERE person = $1', [person])],
    ['the end of the assignment', (person) => house.pool.query('UPDATE assignment SET access_to = clock_timestamp() WHERE person = $1', [person])],
    ['a row that cannot be read', (person) => house.pool.query(`UPDATE sharing_grant SET state = 'MAYBE' WHERE person = $1`, [person])],
  ])('such as %s gives CHANGED for that person alone, and commits nothing for anybody', async (_, change) => {
    const { person, grant } = await supported(), other = await supported();
    const answer = await answerAbout(other.person, person);
    await change(person, grant);
    const released = await house.ledger.release(answer);
    if (released.status !== 'CHANGED') throw new Error('it was released');
    expect(released.decisions.people.map((one) => one.person)).toEqual([person]);
    expect(released.decisions.people[0]!.decision.granted & PLAN).toBe(0n);
    expect([...await recorded(person), ...await recorded(other.person)]).toEqual([]);
    expect(await house.ledger.release({ ...answer, attempt: 2, people: [answer.people[0]!, { ...shown(released.decisions.people[0]!), released: NOTHING }] })).toMatchObject({ status: 'RELEASED' });
  });

  test.each<[string, string]>([
    ['role', `UPDATE worker SET roles = '{LEP_ANALYST}' WHERE id = 'eilidh'`],
    ['agreement', `UPDATE agreement SET effective_to = clock_timestamp()`],
  ])('of the worker\'s %s counts as well', async (_, sql) => {
    const own = await testLedger();
    try {
      const person = somebody();
      await support(own.ledger, person, 'eilidh');
      await agree(own.ledger, person, 'ACTION_PLAN');
      const [decided] = (await own.ledger.decide(asWorker('eilidh'), 'EMPLOYABILITY_SUPPORT', [person])).people;
      const answer = { ...await answerAbout(), caller: asWorker('eilidh'), people: [shown(decided!)] };
      await own.pool.query(sql);
      expect(await own.ledger.release(answer)).toMatchObject({ status: 'CHANGED' });
    } finally {
      await own.close();
    }
  });

  test('that opens more is no hindrance', async () => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    await agree(house.ledger, person, 'WORK_SINCE');
    expect(await house.ledger.release(answer)).toMatchObject({ status: 'RELEASED' });
  });

  test('to named sources counts, although the masks are the same', async () => {
    const { person, grant } = await supported('ACTION_PLAN');
    const answer = await answerAbout(person);
    await house.pool.query(`UPDATE sharing_grant SET sources = '{fife-housing}' WHERE id = $1`, [grant]);
    expect(await house.ledger.release(answer)).toMatchObject({ status: 'CHANGED' });
  });

  test('to rows of some days counts, although the masks are the same', async () => {
    const { person, grant } = await supported('ACTION_PLAN');
    const answer = await answerAbout(person);
    await house.pool.query(`UPDATE sharing_grant SET data_from = '2026-03-01' WHERE id = $1`, [grant]);
    expect(await house.ledger.release(answer)).toMatchObject({ status: 'CHANGED' });
  });

  test('is seen whatever masks the gateway says its answer was made with', async () => {
    const { person, grant } = await supported();
    const answer = await answerAbout(person);
    await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    const [now] = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people;
    expect(await house.ledger.release({ ...answer, people: [{ ...shown(now!), released: PLAN }] })).toMatchObject({ status: 'CHANGED' });
    expect(await recorded(person)).toEqual([]);
  });
});

describe('stopped means stopped', () => {
  test('a withdrawal waits for a release that holds the person, and comes after its disclosure', async () => {
    const { person, grant } = await supported();
    const holder = await house.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [person]);
    let stopped = false;
    const withdrawal = house.ledger.withdrawGrant({ ...byPerson(person), grant }).then((done) => { stopped = true; return done; });
    await waitFor(async () => (await house.pool.query(WAITING)).rowCount === 1);
    const [row] = (await holder.query('SELECT max(position) AS last FROM event WHERE person = $1', [person])).rows;
    expect(stopped).toBe(false);
    await holder.query('COMMIT');
    holder.release();
    const { eventId } = await withdrawal;
    const event = (await house.ledger.readEvents(person)).find(({ id }) => id === eventId)!;
    expect(Number(row.last)).toBeLessThan(event.position);
  });

  test('a release that meets a change in progress counts it as a change of everybody, and is not on the record', async () => {
    const { person } = await supported(), other = await supported();
    const answer = await answerAbout(person, other.person);
    const holder = await house.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [person]);
    const released = await house.ledger.release(answer);
    await holder.query('ROLLBACK');
    holder.release();
    expect(released).toMatchObject({ status: 'CHANGED', decisions: { people: [{ person }, { person: other.person }] } });
    expect(await recorded(other.person)).toEqual([]);
  });

  describe('beside a release that holds a worker', () => {
    let own: TestLedger, holder: PoolClient;
    beforeEach(async () => {
      own = await testLedger();
      holder = await own.pool.connect();
      await holder.query('BEGIN');
      await holdStill(holder, [accountLock('eilidh')]);
    });
    afterEach(async () => {
      holder.release();
      await own.close();
    });

    test.each([
      ['team', `UPDATE worker SET team = NULL WHERE id = 'eilidh'`],
      ['roles', `UPDATE worker SET roles = '{LEP_ANALYST}' WHERE id = 'eilidh'`],
    ])('a change of their %s waits, by whomever it is made', async (_, sql) => {
      let changed = false;
      const change = own.pool.query(sql).finally(() => { changed = true; });
      await waitFor(async () => (await own.pool.query(WAITING)).rowCount === 1);
      expect(changed).toBe(false);
      await holder.query('COMMIT');
      await change;
    });

    test('a change of another worker goes on', async () => {
      expect(await own.pool.query(`UPDATE worker SET team = NULL WHERE id = 'isla'`)).toMatchObject({ rowCount: 1 });
    });
  });

  test('a release that meets a change of the worker\'s team counts it as a change of everybody', async () => {
    const { person } = await supported();
    const answer = await answerAbout(person);
    const holder = await house.pool.connect();
    await holder.query('BEGIN');
    await holder.query(`UPDATE worker SET team = team WHERE id = 'isla'`);
    const released = await house.ledger.release(answer);
    await holder.query('ROLLBACK');
    holder.release();
    expect(released).toMatchObject({ status: 'CHANGED', decisions: { people: [{ person }] } });
    expect(await recorded(person)).toEqual([]);
  });

  test('24 readers and a stream of withdrawals do not hold each other up, and no disclosure cites a grant after its end', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, async () => (await supported('ACTION_PLAN')).person));
    const read = { on: true, released: 0 };
    const reader = async (order: string[]) => {
      for (let mine = 0; read.on || mine === 0;) {
        if ((await house.ledger.release(await whateverIsOpen(...order))).status === 'RELEASED') mine = ++read.released;
      }
    };
    const readers = Array.from({ length: 24 }, (_, n) => reader(n % 2 ? people : people.toReversed()));
    for (let n = 0; n < 6; n++) {
      const person = people[n % 3]!;
      const standing = (await house.ledger.readSharing([person])).get(person)!.grants.find(({ state }) => state === 'ACTIVE')!;
      await house.ledger.withdrawGrant({ ...byPerson(person), grant: standing.id });
      await agree(house.ledger, person, 'ACTION_PLAN');
    }
    read.on = false;
    await Promise.all(readers);
    expect(read.released).toBeGreaterThanOrEqual(24);
    const { rows } = await house.pool.query(
      `SELECT count(*)::int AS late FROM disclosure d CROSS JOIN unnest(d.grants) AS cited JOIN sharing_grant g ON g.id = cited
         LEFT JOIN event e ON e.id = g.ended_event WHERE d.person = ANY ($1) AND (e.position <= d.after_position OR d.at >= g.access_to)`, [people]);
    expect(rows).toEqual([{ late: 0 }]);
  }, 60_000);

  test('a stop is acknowledged only when no answer released before it may still be written', async () => {
    const patient = createLedger({ connectionString: house.url, acknowledgeAfterMs: 60 });
    const { person } = await supported();
    const committed = waitFor(async () => (await house.pool.query('SELECT FROM hold WHERE person = $1', [person])).rowCount === 1).then(() => 'committed');
    const acknowledged = patient.stopAll(byPerson(person)).then(() => 'acknowledged');
    expect(await Promise.race([committed, acknowledged])).toBe('committed');
    await acknowledged;
    await patient.close();
  });
});

describe('for one meeting', () => {
  test('a grant opens from the first look for two hours, and is then over, whoever looks', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.giveGrant({ actor: { kind: 'person', id: person }, key: randomUUID(), person, purpose: 'ONE_MEETING', categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' } });
    const look = async () => {
      const decided = (await house.ledger.decide(asWorker(), 'ONE_MEETING', [person])).people.map(shown);
      const released = await house.ledger.release({
        caller: asWorker(), request: randomUUID(), attempt: 1, purpose: 'ONE_MEETING', kind: 'LOOK', gatewayKey: 'thumbprint', operation: { hash: 'ab'.repeat(32), name: 'Whole' },
        people: decided.map((one) => ({ ...one, asked: PLAN, released: intersection(one.granted, PLAN) })),
      });
      return [released.status, intersection(decided[0]!.granted, PLAN) === PLAN];
    };
    expect(await look()).toEqual(['RELEASED', true]);
    expect(await look()).toEqual(['RELEASED', true]);
    // As time would leave it: only whoever owns the table can move what is on the record.
    await house.pool.query('ALTER TABLE disclosure DISABLE TRIGGER disclosure_append_only');
    await house.pool.query(`UPDATE disclosure SET at = at - interval '2 hours' WHERE person = $1`, [person]);
    await house.pool.query('ALTER TABLE disclosure ENABLE TRIGGER disclosure_append_only');
    expect(await look()).toEqual(['RELEASED', false]);
    expect((await house.ledger.readSharing([person])).get(person)!.grants).toMatchObject([{ state: 'EXPIRED' }]);
  });
});

describe('without a ledger', () => {
  test.each(['decide', 'release', 'stopAll', 'clock', 'readSharing'] as const)('%s says so, and never an empty answer', async (verb) => {
    const away = createLedger({ connectionString: 'postgresql://postgres@127.0.0.1:1/nowhere', connectWithinMs: 300 });
    const person = somebody();
    const questions = {
      decide: () => away.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person]),
      release: async () => away.release(await answerAbout()),
      stopAll: () => away.stopAll(byPerson(person)),
      clock: () => away.clock(),
      readSharing: () => away.readSharing([person]),
    };
    const answer = await questions[verb]().catch((cause: unknown) => cause);
    expect(answer).toBeInstanceOf(HouseError);
    expect(answer).toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    await away.close();
  });

  test('a connection that is cut does not end the process, and the next question is answered', async () => {
    const { person } = await supported();
    await house.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await waitFor(() => house.ledger.clock().then(() => true, (cause: unknown) => {
      expect(cause).toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
      return false;
    }));
    expect((await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people).toHaveLength(1);
  });
});

test('a person who looks at several decisions sees each of them with its own mark', async () => {
  const a = await supported('ACTION_PLAN'), b = await supported('ACTION_PLAN', 'SKILLS');
  const [one, two] = (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [a.person, b.person])).people;
  expect(one!.fingerprint).not.toBe(two!.fingerprint);
  expect(one!.decision.granted).toBe(union(PLAN, maskOf('NAME_AND_CONTACT')));
});

async function waitFor(happened: () => Promise<boolean>): Promise<void> {
  while (!await happened()) await new Promise((resolve) => { setImmediate(resolve); });
}

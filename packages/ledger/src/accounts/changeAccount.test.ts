import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Recipient } from '@thegither/consent';
import { accountLock, holdStill } from '../connection/locks.ts';
import { addOverseers } from '../testing/overseers.ts';
import { agree, asWorker, byPerson, byWorker, somebody, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
  await house.pool.query(`INSERT INTO team (id, agency, name) VALUES ('north', 'fife-housing', 'North')`);
  await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('wilma', 'fife-works', 'west', 'Wilma', '{TEAM_LEAD,KEY_WORKER}'), ('adrift', 'fife-works', NULL, 'Adrift', '{TEAM_LEAD}')`);
});
afterAll(() => house.close());
beforeEach(() => house.pool.query(`UPDATE worker SET team = 'east', roles = '{KEY_WORKER}' WHERE id IN ('isla', 'rory')`));

const by = (id: string) => ({ actor: { kind: 'worker', id } as const, key: randomUUID() });
const accountOf = async (id: string): Promise<unknown> => (await house.pool.query('SELECT team, roles FROM worker WHERE id = $1', [id])).rows[0];
const changesOf = async (id: string): Promise<unknown[]> => (await house.pool.query('SELECT actor, worker, agency, team_before, team_after, roles_before, roles_after FROM account_change WHERE worker = $1 ORDER BY at', [id])).rows;

const after = (account: object) => Object.fromEntries(Object.entries(account).map(([field, value]) => [`${field}_after`, value]));
const refused = (worker: string) => house.ledger.changeAccount({ ...by('kirsty'), worker, team: 'west' }).catch((cause: Error) => cause.message);

describe('a team\'s lead', () => {
  test.each<[string, string, object, object]>([
    ['moves a worker out of the team', 'kirsty', { worker: 'isla', team: 'west' }, { team: 'west', roles: ['KEY_WORKER'] }],
    ['moves one into it', 'wilma', { worker: 'isla', team: 'west' }, { team: 'west', roles: ['KEY_WORKER'] }],
    ['gives a role that they have themselves', 'kirsty', { worker: 'isla', roles: ['KEY_WORKER', 'TEAM_LEAD'] }, { team: 'east', roles: ['KEY_WORKER', 'TEAM_LEAD'] }],
    ['leaves a role that the worker has', 'kirsty', { worker: 'isla', roles: ['KEY_WORKER'] }, { team: 'east', roles: ['KEY_WORKER'] }],
    ['takes one away', 'wilma', { worker: 'rory', team: 'west', roles: ['TEAM_LEAD'] }, { team: 'west', roles: ['TEAM_LEAD'] }],
  ])('%s', async (_, lead, change, expected) => {
    const { worker } = change as { worker: string }, before = (await changesOf(worker)).length;
    const done = await house.ledger.changeAccount({ ...by(lead), ...change } as Parameters<typeof house.ledger.changeAccount>[0]);
    expect([await accountOf(worker), done]).toEqual([expected, { change: expect.any(String), at: expect.any(Number), worker }]);
    expect((await changesOf(worker)).slice(before)).toEqual([expect.objectContaining({ actor: lead, agency: 'fife-works', team_before: 'east', roles_before: ['KEY_WORKER'], ...after(expected) })]);
  });

  test.each<[string, string, object, string]>([
    ['who leads nothing', 'isla', { worker: 'rory', team: 'west' }, 'FORBIDDEN'],
    ['who is in no team', 'adrift', { worker: 'rory', team: 'west' }, 'FORBIDDEN'],
    ['who is unknown', 'nobody', { worker: 'rory', team: 'west' }, 'FORBIDDEN'],
    ['of another agency\'s worker', 'kirsty', { worker: 'ewan', team: 'east' }, 'INVALID_INPUT'],
    ['of a worker who does not exist', 'kirsty', { worker: 'nobody', team: 'east' }, 'INVALID_INPUT'],
    ['into another agency\'s team', 'kirsty', { worker: 'isla', team: 'north' }, 'INVALID_INPUT'],
    ['into a team that does not exist', 'kirsty', { worker: 'isla', team: 'south' }, 'INVALID_INPUT'],
    ['between teams of others', 'kirsty', { worker: 'eilidh', roles: ['KEY_WORKER'] }, 'INVALID_INPUT'],
    ['of their own account', 'kirsty', { worker: 'kirsty', roles: ['KEY_WORKER', 'TEAM_LEAD'] }, 'INVALID_INPUT'],
    ['of whoever checks that people look fairly', 'kirsty', { worker: 'shona', team: 'east' }, 'INVALID_INPUT'],
    ['that gives a role they do not have', 'kirsty', { worker: 'isla', roles: ['KEY_WORKER', 'JUSTICE_WORKER'] }, 'INVALID_INPUT'],
    ['that makes somebody check that people look fairly', 'kirsty', { worker: 'isla', roles: ['DATA_PROTECTION_LEAD'] }, 'INVALID_INPUT'],
    ['with a role that does not exist', 'kirsty', { worker: 'isla', roles: ['KING'] }, 'INVALID_INPUT'],
    ['that leaves no role', 'kirsty', { worker: 'isla', roles: [] }, 'INVALID_INPUT'],
    ['that changes nothing', 'kirsty', { worker: 'isla' }, 'INVALID_INPUT'],
    ['with a key of control characters', 'kirsty', { worker: 'isla', team: 'west', key: '\n' }, 'INVALID_INPUT'],
  ])('changes nothing %s', async (_, lead, change, code) => {
    const { worker } = change as { worker: string }, before = [await accountOf(worker), await changesOf(worker)];
    await expect(house.ledger.changeAccount({ ...by(lead), ...change } as Parameters<typeof house.ledger.changeAccount>[0])).rejects.toMatchObject({ code });
    expect([await accountOf(worker), await changesOf(worker)]).toEqual(before);
  });

  test('no person changes an account', async () => {
    await expect(house.ledger.changeAccount({ actor: { kind: 'person', id: 'kirsty' }, key: 'k', worker: 'isla', team: 'west' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a worker of another agency and one who does not exist are one answer', async () => {
    expect(await refused('ewan')).toBe(await refused('nobody'));
  });
});

test('the same key answers the same and does it once, however many send it at once; another wish under it is refused', async () => {
  const wish = { ...by('kirsty'), worker: 'isla', team: 'west' }, before = (await changesOf('isla')).length;
  const answers = await Promise.all([1, 2, 3].map(() => house.ledger.changeAccount(wish)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await changesOf('isla')).toHaveLength(before + 1);
  await expect(house.ledger.changeAccount({ ...wish, team: 'east' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('two leads who change each other at once both come to an end', async () => {
  const both = await Promise.allSettled([
    house.ledger.changeAccount({ ...by('kirsty'), worker: 'wilma', team: 'east' }), house.ledger.changeAccount({ ...by('wilma'), worker: 'kirsty', team: 'west' }),
  ]);
  await house.pool.query(`UPDATE worker SET team = CASE id WHEN 'kirsty' THEN 'east' ELSE 'west' END WHERE id IN ('kirsty', 'wilma')`);
  expect(both.map(({ status }) => status)).toContain('fulfilled');
});

test('from its commit on nothing is open that was open to the old team, and what is to the new one is', async () => {
  const person = somebody();
  await agree(house.ledger, person, 'SKILLS');
  const support = async (recipient: Recipient) => house.ledger.giveGrant({ ...byPerson(person), purpose: 'EMPLOYABILITY_SUPPORT', categories: ['ACTION_PLAN'], recipient: { [recipient.kind]: 'team' in recipient ? recipient.team : '' } });
  await support({ kind: 'team', team: 'east' });
  const { subject: assignment } = await house.ledger.assignKeyWorker({ ...byWorker('isla', person), worker: 'isla', reason: 'Supports this person.' });
  await house.ledger.confirmAssignment({ ...byPerson(person), assignment });
  const open = async () => (await house.ledger.decide(asWorker(), 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision.granted;
  const before = await open();
  await house.ledger.changeAccount({ ...by('kirsty'), worker: 'isla', team: 'west' });
  expect(await open()).not.toBe(before);
  await house.ledger.changeAccount({ ...by('wilma'), worker: 'isla', team: 'east' });
  expect(await open()).toBe(before);
});

test('it waits for the releases to the worker that are under way', async () => {
  const client = await house.pool.connect();
  try {
    await client.query('BEGIN');
    await holdStill(client, [accountLock('isla')]);
    let isDone = false;
    const changed = house.ledger.changeAccount({ ...by('kirsty'), worker: 'isla', team: 'west' }).finally(() => { isDone = true; });
    const waiting = async (): Promise<boolean> => (await house.pool.query<{ n: string }>(`SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`)).rows[0]!.n !== '0';
    while (!(await waiting())) expect(isDone).toBe(false);
    expect(isDone).toBe(false);
    await client.query('COMMIT');
    await changed;
    expect(await accountOf('isla')).toMatchObject({ team: 'west' });
  } finally {
    client.release();
  }
});

test('what became of an account is on the record and is never changed', async () => {
  await expect(house.pool.query(`UPDATE account_change SET team_after = 'east'`)).rejects.toThrow(/never changed/);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GRANTABLE_PURPOSES, REGISTER } from '@thegither/vocabulary';
import { agree, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { WhoCouldLook } from './readWhoCouldLook.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await house.pool.query(`INSERT INTO agency (id, name, kind, domain, holds) VALUES ('joint', 'Joint Controllers', 'board', NULL, 0)`);
  await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('shona', 'joint', NULL, 'Shona', '{DATA_PROTECTION_LEAD}')`);
});
afterAll(() => house.close());

const couldLook = async (person: string): Promise<WhoCouldLook> => (await house.ledger.readWhoCouldLook([person])).get(person)!;

/** Who could look at a category to support the person into work, by name and reason. */
const whoSees = async (person: string, category: string, purpose = 'EMPLOYABILITY_SUPPORT'): Promise<string[]> =>
  (await couldLook(person)).lines.filter((line) => line.category === category && line.purpose === purpose).map((line) => `${line.worker ?? line.team ?? line.agency} ${line.reason}`);

const toTeam = async (person: string, team: string): Promise<void> => {
  await support(house.ledger, person);
  await house.pool.query('UPDATE assignment SET recipient_worker = NULL, recipient_team = $2 WHERE person = $1', [person, team]);
};

/** Everybody in the west is a key worker: Eilidh, and Fraser for one test. */
async function withFraser<T>(work: () => Promise<T>): Promise<T> {
  await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('fraser', 'fife-works', 'west', 'Fraser', '{KEY_WORKER}')`);
  try {
    return await work();
  } finally {
    await house.pool.query(`DELETE FROM worker WHERE id = 'fraser'`);
  }
}

describe('who could look', () => {
  test('is whoever is assigned, by name, and for each category why, by which grant and until when', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const grant = await agree(house.ledger, person, 'SKILLS');
    const { lines, isWhole } = await couldLook(person);
    const { rows: [ends] } = await house.pool.query<{ to: Date; assigned: Date }>(
      'SELECT g.access_to AS to, a.access_to AS assigned FROM sharing_grant g JOIN assignment a ON a.person = g.person WHERE g.id = $1', [grant]);
    expect(isWhole).toBe(true);
    expect(lines.find(({ category, purpose }) => category === 'SKILLS' && purpose === 'EMPLOYABILITY_SUPPORT')).toEqual({
      category: 'SKILLS', purpose: 'EMPLOYABILITY_SUPPORT', reason: 'AGREED', worker: 'isla', team: null, agency: 'Fife Works', grants: [expect.objectContaining({ id: grant, byWorker: false })],
      until: Math.min(ends!.to.getTime(), ends!.assigned.getTime()),
    });
    expect(await whoSees(person, 'NAME_AND_CONTACT', 'REFERRAL')).toEqual(['isla ASSIGNED']);
    expect(await whoSees(person, 'SKILLS', 'REFERRAL')).toEqual([]);
    expect(await whoSees(person, 'MY_SHARING', 'AUDIT')).toEqual(['Shona OVERSIGHT']);
  });

  test('of a purpose that the assignment does not have nobody could', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const { rows: [assigned] } = await house.pool.query<{ purposes: string[] }>('SELECT purposes FROM assignment WHERE person = $1', [person]);
    expect([...new Set((await couldLook(person)).lines.map(({ purpose }) => purpose))].toSorted()).toEqual(['AUDIT', ...assigned!.purposes].toSorted());
    expect(GRANTABLE_PURPOSES).toEqual(expect.arrayContaining(assigned!.purposes));
  });

  test('is nobody but who oversees, of somebody whom nobody supports', async () => {
    const waits = somebody();
    await agree(house.ledger, waits, 'SKILLS');
    await house.ledger.assignKeyWorker({ ...byWorker('kirsty', waits), worker: 'isla', reason: 'Waits.' });
    expect((await couldLook(waits)).lines.map(({ worker, category }) => `${worker} ${category}`)).toEqual(['Shona MY_SHARING']);
  });

  test('changes with what the person chooses', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await agree(house.ledger, person, 'SKILLS');
    await house.ledger.stopAll(byPerson(person));
    expect(await whoSees(person, 'SKILLS')).toEqual([]);
    expect(await whoSees(person, 'NAME_AND_CONTACT')).toEqual(['isla ASSIGNED']);
    await house.ledger.exclude({ ...byPerson(person), recipient: { team: 'east' } });
    expect(await whoSees(person, 'NAME_AND_CONTACT')).toEqual([]);
  });

  test('an agency\'s own records are said to be its own', async () => {
    const person = somebody();
    await support(house.ledger, person, 'ewan');
    expect(await whoSees(person, 'WHERE_I_LIVE')).toEqual(['ewan OWN_RECORD']);
  });

  test('is the team where it is so for every account in it, and each worker where it is not', async () => {
    const [west, east] = [somebody(), somebody()];
    await toTeam(west, 'west');
    await toTeam(east, 'east');
    await withFraser(async () => {
      expect(await whoSees(west, 'NAME_AND_CONTACT')).toEqual(['West ASSIGNED']);
      // Kirsty leads the east and sees nothing.
      expect(await whoSees(east, 'NAME_AND_CONTACT')).toEqual(['isla ASSIGNED', 'rory ASSIGNED']);
      await house.ledger.exclude({ ...byPerson(west), recipient: { worker: 'fraser' } });
      expect(await whoSees(west, 'NAME_AND_CONTACT')).toEqual(['eilidh ASSIGNED']);
    });
    expect(await whoSees(east, 'NAME_AND_CONTACT')).toEqual(['isla ASSIGNED', 'rory ASSIGNED']);
  });

  test('an account that cannot be read sees nothing, and keeps the rest from being called a team', async () => {
    const person = somebody();
    await toTeam(person, 'west');
    await withFraser(async () => {
      await house.pool.query(`UPDATE worker SET roles = '{KEY_WORKER,WIZARD}' WHERE id = 'fraser'`);
      expect(await whoSees(person, 'NAME_AND_CONTACT')).toEqual(['eilidh ASSIGNED']);
    });
  });

  test('says so when there are more workers than are asked about, and never calls a part of a team the team', async () => {
    await house.pool.query(`INSERT INTO team (id, agency, name) VALUES ('crowd', 'fife-works', 'Crowd')`);
    await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) SELECT 'w' || n, 'fife-works', 'crowd', 'Worker ' || n, '{KEY_WORKER}' FROM generate_series(1, 101) AS n`);
    const person = somebody();
    await toTeam(person, 'crowd');
    const { lines, isWhole } = await couldLook(person);
    expect(isWhole).toBe(false);
    expect(new Set(lines.map(({ worker }) => worker)).size).toBe(100);
    expect(lines.some(({ team }) => team !== null)).toBe(false);
    await house.pool.query(`DELETE FROM worker WHERE id = 'w101'`);
    const whole = await couldLook(person);
    expect(whole.lines.filter(({ category }) => category === 'NAME_AND_CONTACT').every(({ team }) => team === 'Crowd')).toBe(true);
  });

  test('is nobody while a row cannot be read, for then everything is withheld', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const id = await agree(house.ledger, person, 'SKILLS');
    await house.pool.query(`UPDATE sharing_grant SET purpose = 'CURIOSITY' WHERE id = $1`, [id]);
    expect((await couldLook(person)).lines).toEqual([]);
  });

  test('of several people is about each', async () => {
    const [one, other] = [somebody(), somebody()];
    await support(house.ledger, one);
    await support(house.ledger, other, 'ewan');
    const both = await house.ledger.readWhoCouldLook([one, other]);
    expect([one, other].map((person) => [...new Set(both.get(person)!.lines.map(({ worker }) => worker))])).toEqual([['isla', 'Shona'], ['ewan', 'Shona']]);
  });
});

describe('what somebody would see', () => {
  test('is every category with its state, the reason and the grants', async () => {
    const person = somebody();
    await support(house.ledger, person);
    const grant = await agree(house.ledger, person, 'SKILLS');
    await house.ledger.refuse({ ...byPerson(person), categories: ['CONVICTIONS'], recipient: { agency: 'fife-works' } });
    const preview = await house.ledger.readPreview(person, 'isla', 'EMPLOYABILITY_SUPPORT');
    expect(preview).toMatchObject({ worker: 'isla', agency: 'Fife Works', purpose: 'EMPLOYABILITY_SUPPORT', known: true });
    expect(preview.lines.map(({ category }) => category)).toEqual(REGISTER.map(({ name }) => name));
    const line = (name: string) => preview.lines.find(({ category }) => category === name);
    expect(line('SKILLS')).toMatchObject({ state: 'SHARED', reason: 'AGREED', grants: [{ id: grant }] });
    expect(line('CONVICTIONS')).toMatchObject({ state: 'NOT_SHARED', reason: 'REFUSED', grants: [] });
    expect(line('NAME_AND_CONTACT')).toMatchObject({ state: 'SHARED', reason: 'ASSIGNED' });
    expect(line('RISK_AND_SAFETY')).toMatchObject({ state: 'ROLE_LIMIT', reason: 'ROLE_LIMIT' });
  });

  test.each<[string, string, Parameters<TestLedger['ledger']['readPreview']>[2], string]>([
    ['somebody who does not support them', 'ewan', 'EMPLOYABILITY_SUPPORT', 'NOT_ASSIGNED'],
    ['somebody whom they keep out', 'rory', 'EMPLOYABILITY_SUPPORT', 'EXCLUDED'],
    ['a purpose that is not the worker\'s', 'isla', 'AUDIT', 'NO_PURPOSE'],
  ])('%s would see nothing', async (_, worker, purpose, reason) => {
    const person = somebody();
    await support(house.ledger, person);
    await agree(house.ledger, person, 'SKILLS');
    await house.ledger.exclude({ ...byPerson(person), recipient: { worker: 'rory' } });
    const { lines } = await house.ledger.readPreview(person, worker, purpose);
    expect(lines.filter(({ state }) => state.startsWith('SHARED'))).toEqual([]);
    expect(lines.map((line) => line.reason)).toContain(reason);
  });

  test('nobody is put on the record by it', async () => {
    const person = somebody();
    await support(house.ledger, person);
    await house.ledger.readPreview(person, 'isla', 'EMPLOYABILITY_SUPPORT');
    expect(await house.ledger.readDisclosures(person, { first: 1 })).toEqual([]);
  });

  test.each(['nobody', '', '\u0000', 'x'.repeat(501)])('there is no worker called %j', async (worker) => {
    await expect(house.ledger.readPreview(somebody(), worker, 'REFERRAL')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

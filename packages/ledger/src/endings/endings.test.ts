import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { maskOf, namesIn } from '@thegither/consent';
import type { EndingNotice } from '../history/readEndingNotices.ts';
import { look } from '../testing/everyEvent.ts';
import { addOverseers, inAMonth } from '../testing/overseers.ts';
import { SEALS, agree, byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';

let house: TestLedger;
beforeAll(async () => {
  house = await testLedger();
  await addOverseers(house.pool);
  await house.pool.query(`INSERT INTO worker (id, agency, team, name, roles) VALUES ('wilma', 'fife-works', 'west', 'Wilma', '{TEAM_LEAD}'), ('hugh', 'fife-housing', NULL, 'Hugh', '{TEAM_LEAD}')`);
});
afterAll(() => house.close());

const by = (id: string) => ({ actor: { kind: 'worker', id } as const, key: randomUUID() });

/** Isla was told the person's action plan by a grant to Fife Works. */
async function told(): Promise<{ person: string; grant: string }> {
  const person = somebody();
  await support(house.ledger, person);
  const grant = await agree(house.ledger, person);
  await look(house.ledger, person);
  return { person, grant };
}

const noticesOf = async (person: string, lead = 'kirsty'): Promise<EndingNotice[]> => (await house.ledger.readEndingNotices(lead)).filter((notice) => notice.person === person);

/** The one notice of a grant that was withdrawn. */
async function noticed(): Promise<{ person: string; grant: string; ending: string }> {
  const { person, grant } = await told();
  await house.ledger.withdrawGrant({ ...byPerson(person), grant });
  await house.ledger.noteEndings();
  const [notice] = await noticesOf(person);
  return { person, grant, ending: notice!.id };
}

const endingsOf = async (person: string, all?: boolean) => (await house.ledger.readEndings([person], all)).get(person)!;

describe('the hourly run', () => {
  test('tells the agency who was told what, and when it ended, within a week to be read and thirty days to be answered', async () => {
    const { person, grant } = await told();
    const { at } = await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    await house.ledger.noteEndings();
    const [notice, ...more] = await noticesOf(person);
    expect([notice, more]).toEqual([expect.objectContaining({ person, workers: ['isla'], endedAt: at, acknowledgedAt: null }), []]);
    expect(namesIn(notice!.categories)).toEqual(['ACTION_PLAN']);
    expect([notice!.acknowledgeBy - notice!.noticedAt, notice!.attestBy - notice!.noticedAt].map((ms) => ms / 86_400_000)).toEqual([7, 30]);
    expect(Object.keys(notice!).toSorted()).toEqual(['acknowledgeBy', 'acknowledgedAt', 'attestBy', 'categories', 'endedAt', 'id', 'noticedAt', 'person', 'workers']);
  });

  test.each<[string, (person: string, grant: string) => Promise<unknown>, number]>([
    ['taken back from the whole agency', (person) => house.ledger.withdrawFrom({ ...byPerson(person), recipient: { agency: 'fife-works' } }), 1],
    ['given up', (person, grant) => house.ledger.renounceGrant({ ...byWorker('kirsty', person), grant }), 1],
    ['over by the clock, of which there is no event', (_, grant) => house.pool.query('UPDATE sharing_grant SET access_to = clock_timestamp() WHERE id = $1', [grant]), 1],
    ['stopped with everything', (person) => house.ledger.stopAll(byPerson(person)), 1],
    ['kept from the agency', (person) => house.ledger.exclude({ ...byPerson(person), recipient: { agency: 'fife-works' } }), 1],
    ['refused', (person) => house.ledger.refuse({ ...byPerson(person), recipient: { agency: 'fife-works' }, categories: ['ACTION_PLAN'] }), 1],
    ['paused', (person, grant) => house.ledger.pauseGrant({ ...byPerson(person), grant }), 0],
    ['renewed', (person, grant) => house.ledger.renewGrant({ ...byPerson(person), grant }), 0],
    ['going on', async () => undefined, 0],
  ])('of what is %s', async (_, end, expected) => {
    const { person, grant } = await told();
    await end(person, grant);
    await house.ledger.noteEndings();
    expect(await noticesOf(person)).toHaveLength(expected);
  });

  test('makes each once, however often and by however many it is run, and again when it was told again', async () => {
    const { person, grant } = await told();
    await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    await Promise.all([1, 2, 3].map(() => house.ledger.noteEndings()));
    expect(await house.ledger.noteEndings()).toEqual({ noted: 0, failed: 0 });
    expect(await noticesOf(person)).toHaveLength(1);
    const again = await agree(house.ledger, person);
    await look(house.ledger, person);
    await house.ledger.noteEndings();
    expect(await noticesOf(person)).toHaveLength(1);
    await house.ledger.withdrawGrant({ ...byPerson(person), grant: again });
    await house.ledger.noteEndings();
    expect(await noticesOf(person)).toHaveLength(2);
  });

  test('a renewal that ends leaves nothing of the first one with those whom it was told', async () => {
    const { person, grant } = await told();
    const { subject: renewed } = await house.ledger.renewGrant({ ...byPerson(person), grant });
    await house.ledger.noteEndings();
    const { at } = await house.ledger.withdrawGrant({ ...byPerson(person), grant: renewed });
    await house.ledger.noteEndings();
    expect(await noticesOf(person)).toMatchObject([{ endedAt: at }]);
  });

  test('whoever was told nothing hears nothing, not even that something ended', async () => {
    const person = somebody();
    await house.ledger.withdrawGrant({ ...byPerson(person), grant: await agree(house.ledger, person) });
    await house.ledger.noteEndings();
    expect(await noticesOf(person)).toEqual([]);
  });

  test('of what was the agency\'s own it hears nothing: that was never shared with it', async () => {
    const person = somebody(), grant = await agree(house.ledger, person), to = { id: randomUUID(), person, request: randomUUID(), attempt: 1 }, SKILLS = maskOf('SKILLS');
    await house.pool.query(
      `INSERT INTO disclosure (id, request, attempt, person, after_position, at, worker, agency, roles, purpose, sealed, grants, operation_hash, decision_version, kind, gateway_key)
       VALUES ($1, $2, 1, $3, 1, now(), 'isla', 'fife-works', '{}', 'EMPLOYABILITY_SUPPORT', $4, $5, '\\x00', '1', 'LOOK', 'k')`,
      [to.id, to.request, person, SEALS.seal(to, { asked: maskOf('SKILLS', 'ACTION_PLAN'), released: maskOf('SKILLS', 'ACTION_PLAN'), releasedOwn: SKILLS }), [grant]]);
    await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    await house.ledger.noteEndings();
    expect((await noticesOf(person)).map(({ categories }) => namesIn(categories))).toEqual([['ACTION_PLAN']]);
  });

  test('somebody who cannot be read keeps nobody waiting, is counted, and comes with the next run', async () => {
    const [broken, other] = [await told(), await told()];
    for (const { person, grant } of [broken, other]) await house.ledger.withdrawGrant({ ...byPerson(person), grant });
    await house.pool.query(`UPDATE sharing_grant SET purpose = 'CURIOSITY' WHERE id = $1`, [broken.grant]);
    expect(await house.ledger.noteEndings()).toEqual({ noted: 1, failed: 1 });
    expect([await noticesOf(broken.person), (await noticesOf(other.person)).length]).toEqual([[], 1]);
    await house.pool.query(`UPDATE sharing_grant SET purpose = 'EMPLOYABILITY_SUPPORT' WHERE id = $1`, [broken.grant]);
    expect(await house.ledger.noteEndings()).toEqual({ noted: 1, failed: 0 });
  });

  test('what was noticed is on the record and is never changed', async () => {
    await expect(house.pool.query('DELETE FROM ending_notice')).rejects.toThrow(/never changed/);
    await expect(house.pool.query('UPDATE ending_seen SET at = now()')).rejects.toThrow(/never changed/);
  });
});

describe('the agency answers', () => {
  test('that it was read, then what became of it: the person reads both, and the notice is done', async () => {
    const { person, grant, ending } = await noticed();
    const [asked] = await endingsOf(person);
    expect(asked).toMatchObject({ grant, agency: 'Fife Works', acknowledgedAt: null, attestedAt: null, outcome: null });
    const read = await house.ledger.acknowledgeEnding({ ...by('kirsty'), ending });
    expect([(await noticesOf(person))[0]!.acknowledgedAt, (await endingsOf(person))[0]!.acknowledgedAt]).toEqual([read.at, read.at]);
    const done = await house.ledger.attestErasure({ ...by('kirsty'), ending, outcome: 'KEPT_BY_DUTY', duty: 'Six years by the rules of the fund.' });
    expect(await endingsOf(person)).toEqual([{ ...asked, acknowledgedAt: read.at, attestedAt: done.at, outcome: 'KEPT_BY_DUTY', duty: 'Six years by the rules of the fund.' }]);
    expect(await noticesOf(person)).toEqual([]);
    expect((await house.ledger.readEvents(person)).slice(-2).map(({ kind, actor }) => [kind, actor.id])).toEqual([['ENDING_ACKNOWLEDGED', 'kirsty'], ['ERASURE_ATTESTED', 'kirsty']]);
  });

  test('by its data protection lead too, and at once: to attest is to acknowledge', async () => {
    const { person, ending } = await noticed();
    const { at } = await house.ledger.attestErasure({ ...by('shona'), ending, outcome: 'ERASED' });
    expect(await endingsOf(person)).toMatchObject([{ acknowledgedAt: at, attestedAt: at, outcome: 'ERASED', duty: null }]);
  });

  test('whoever was kept out, too: it is what is left', async () => {
    const { person, ending } = await noticed();
    await house.ledger.exclude({ ...byPerson(person), recipient: { agency: 'fife-works' } });
    expect(await house.ledger.acknowledgeEnding({ ...by('kirsty'), ending })).toMatchObject({ kind: 'ENDING_ACKNOWLEDGED', subject: ending });
  });

  test.each(['acknowledgeEnding', 'attestErasure'] as const)('%s: a notice to others and one that there is not are one answer', async (verb) => {
    const { person, ending } = await noticed(), events = await house.ledger.readEvents(person);
    const refused = (who: string, id: string) => house.ledger[verb]({ ...by(who), ending: id, outcome: 'ERASED' }).catch((cause: Error) => JSON.stringify([cause, cause.message]));
    const answers = await Promise.all([refused('wilma', ending), refused('hugh', ending), refused('hugh', randomUUID()), refused('kirsty', randomUUID()), refused('kirsty', 'no id')]);
    expect(new Set(answers)).toEqual(new Set([expect.stringContaining('There is no such notice to your agency.')]));
    expect(await house.ledger.readEvents(person)).toEqual(events);
  });

  test.each(['isla', 'nobody'])('never %s, who leads nothing', async (worker) => {
    const { ending } = await noticed();
    await expect(house.ledger.acknowledgeEnding({ ...by(worker), ending })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await house.ledger.readEndingNotices(worker)).toEqual([]);
  });

  test('the lead of another team reads nothing of it, but where nobody who was told is in a team any more', async () => {
    const { person } = await noticed();
    expect(await noticesOf(person, 'wilma')).toEqual([]);
    await house.pool.query(`UPDATE worker SET team = NULL WHERE id = 'isla'`);
    const seen = await noticesOf(person, 'wilma');
    await house.pool.query(`UPDATE worker SET team = 'east' WHERE id = 'isla'`);
    expect([seen.length, await noticesOf(person, 'hugh'), (await noticesOf(person, 'shona')).length]).toEqual([1, [], 1]);
  });

  test.each<[string, object]>([
    ['no such answer', { outcome: 'MAYBE' }], ['a duty for what is erased', { outcome: 'ERASED', duty: 'None.' }], ['no duty for what is kept', { outcome: 'KEPT_BY_DUTY' }],
  ])('is refused with %s, and nothing is written', async (_, said) => {
    const { person, ending } = await noticed(), before = await house.ledger.readEvents(person);
    await expect(house.ledger.attestErasure({ ...by('kirsty'), ending, outcome: 'ERASED', ...said })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.ledger.readEvents(person)).toEqual(before);
  });

  test('once each: the same key answers the same, and another finds it answered', async () => {
    const { ending } = await noticed(), read = { ...by('kirsty'), ending }, done = { ...by('kirsty'), ending, outcome: 'NOTHING_KEPT' };
    expect(await house.ledger.acknowledgeEnding(read)).toEqual(await house.ledger.acknowledgeEnding(read));
    await expect(house.ledger.acknowledgeEnding({ ...read, key: 'another' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await house.ledger.attestErasure(done)).toEqual(await house.ledger.attestErasure(done));
    await expect(house.ledger.attestErasure({ ...done, key: 'and another' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(house.ledger.attestErasure({ ...done, outcome: 'ERASED' })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });
});

test('who owes an answer is on the list from the day on that it is due, until it is given', async () => {
  const owed = async (person: string) => (await house.ledger.readEndingsOverdue()).filter((one) => one.person === person).map(({ agency, owes }) => [agency, owes]);
  const { person, grant } = await told();
  const late = async (days: number) => {
    const ending = randomUUID();
    await house.pool.query(
      `INSERT INTO ending_notice (id, person, grant_id, agency, workers, categories, held_back, ended_at, noticed_at, acknowledge_by, attest_by)
       SELECT $1, $2, $3, 'fife-works', '{isla}', 1, false, at, at, at + interval '7 days', at + interval '30 days' FROM (SELECT now() - make_interval(days => $4) AS at) AS begun`, [ending, person, grant, days]);
    return ending;
  };
  await late(6);
  expect(await owed(person)).toEqual([]);
  const week = await late(7);
  expect(await owed(person)).toEqual([['Fife Works', 'ACKNOWLEDGEMENT']]);
  await house.ledger.acknowledgeEnding({ ...by('kirsty'), ending: week });
  expect(await owed(person)).toEqual([]);
  const month = await late(30);
  await house.ledger.acknowledgeEnding({ ...by('kirsty'), ending: month });
  expect(await owed(person)).toEqual([['Fife Works', 'ATTESTATION']]);
  await house.ledger.attestErasure({ ...by('kirsty'), ending: month, outcome: 'ERASED' });
  expect(await owed(person)).toEqual([]);
});

test('what follows from looks that are held back from the person is held back too, history and all, until it is shown', async () => {
  const person = somebody();
  await support(house.ledger, person);
  const grant = await agree(house.ledger, person);
  const { subject: suppression } = await house.ledger.proposeSuppression({ ...byWorker('shona', person), recipient: { worker: 'isla' }, ground: 'COVERT_STATUTORY', reason: 'A court order.', until: inAMonth() });
  await house.ledger.approveSuppression({ ...byWorker('fergus', person), suppression });
  await look(house.ledger, person);
  await house.ledger.withdrawGrant({ ...byPerson(person), grant });
  await house.ledger.noteEndings();
  const events = await house.ledger.readEvents(person);
  await house.ledger.acknowledgeEnding({ ...by('kirsty'), ending: (await noticesOf(person))[0]!.id });
  expect([await endingsOf(person), await house.ledger.readEvents(person)]).toEqual([[], events]);
  expect(await endingsOf(person, true)).toMatchObject([{ grant, acknowledgedAt: expect.any(Number) }]);
  await house.ledger.endSuppression({ ...byWorker('shona', person), suppression, reason: 'It is over.' });
  expect(await endingsOf(person)).toEqual(await endingsOf(person, true));
});

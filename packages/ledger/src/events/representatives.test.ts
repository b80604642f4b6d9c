import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { NOTHING, maskOf, namesIn } from '@thegither/consent';
import type { Caller, PersonId } from '@thegither/vocabulary';
import { lookAs } from '../testing/everyEvent.ts';
import { byPerson, byWorker, somebody, support, testLedger, type TestLedger } from '../testing/testLedger.ts';
import type { Act } from './record.ts';

let house: TestLedger;
beforeAll(async () => { house = await testLedger(); });
afterAll(() => house?.close());

const FIFE = { recipient: { agency: 'fife-works' } } as const;
const GRANT = { ...FIFE, purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'] } as const;
const EVERYTHING = ['READ', 'AGREE', 'STOP'] as const;
const DAY = 86_400_000;
const day = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Somebody acts for another: what they do has their own key. */
const actsFor = (representative: string, person: string): Act => ({ ...byPerson(representative), person });

interface Pair { readonly person: PersonId; readonly other: PersonId; readonly authority: string }

/** The person appointed somebody, with all powers for skills unless more is said. */
async function appointed(change: { powers?: readonly string[]; categories?: readonly string[] } = {}): Promise<Pair> {
  const person = somebody(), other = somebody();
  const { subject } = await house.ledger.appointRepresentative({ ...byPerson(person), representative: other, powers: EVERYTHING, categories: ['SKILLS'], ...change });
  return { person, other, authority: subject };
}

const GUARDIAN = { kind: 'GUARDIAN', powers: EVERYTHING, categories: ['SKILLS', 'MY_SHARING'], reason: 'She cannot decide about this.', document: 'Order of the sheriff, seen on paper.' } as const;

/** Isla saw a document; a second worker has not. */
async function recorded(change: object = {}): Promise<Pair> {
  const person = somebody(), other = somebody();
  await support(house.ledger, person);
  const { subject } = await house.ledger.recordAuthority({ ...byWorker('isla', person), representative: other, ...GUARDIAN, ...change });
  return { person, other, authority: subject };
}

async function sees(other: PersonId, person: string): Promise<{ standing: string; sees: string[] }> {
  const caller: Caller = { kind: 'person', person: other };
  const { decision } = (await house.ledger.decide(caller, undefined, [person])).people[0]!;
  return { standing: decision.standing, sees: namesIn(decision.granted) };
}

const lastEvent = async (person: string) => (await house.ledger.readEvents(person)).at(-1)!;
const confirm = (authority: string, person: string, worker = 'kirsty') => house.ledger.confirmAuthority({ ...byWorker(worker, person), authority, reason: 'Seen as well.' });

describe('whom the person appoints', () => {
  test('acts at once, and reads what was named and nothing else', async () => {
    const { person, other } = await appointed({ categories: ['ACTION_PLAN', 'SKILLS'] });
    expect(await sees(other, person)).toEqual({ standing: 'REPRESENTATIVE', sees: ['ACTION_PLAN', 'SKILLS'] });
    expect(await sees(somebody(), person)).toEqual({ standing: 'NONE', sees: [] });
    expect(await sees(person, other)).toEqual({ standing: 'NONE', sees: [] });
  });

  test('reads nothing without the power to, and is known all the same', async () => {
    const { person, other } = await appointed({ powers: ['STOP'] });
    expect(await sees(other, person)).toEqual({ standing: 'REPRESENTATIVE', sees: [] });
  });

  test('is unknown from the moment on at which it ends', async () => {
    const { person, other, authority } = await appointed();
    await house.ledger.endAuthority({ ...byPerson(person), authority });
    expect(await sees(other, person)).toEqual({ standing: 'NONE', sees: [] });
    await expect(house.ledger.stopAll(actsFor(other, person))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('gives it up themselves, and is appointed again', async () => {
    const { person, other, authority } = await appointed();
    await house.ledger.endAuthority({ ...actsFor(other, person), authority });
    expect((await lastEvent(person)).actor).toEqual({ kind: 'person', id: other, authority });
    await house.ledger.appointRepresentative({ ...byPerson(person), representative: other, powers: ['READ'], categories: ['SKILLS'] });
    expect(await sees(other, person)).toEqual({ standing: 'REPRESENTATIVE', sees: ['SKILLS'] });
  });

  test('acts for six months, and for twelve at most', async () => {
    const { person } = await appointed();
    const [line] = (await house.ledger.readSharing([person])).get(person)!.authorities;
    expect([line!.state, line!.kind, Math.round((line!.to! - line!.from) / DAY / 30)]).toEqual(['CONFIRMED', 'APPOINTED', 6]);
    await expect(house.ledger.appointRepresentative({ ...byPerson(person), representative: somebody(), powers: ['READ'], categories: ['SKILLS'], until: day(400) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('is over by the clock, without anybody doing anything', async () => {
    const { person, other, authority } = await appointed();
    await house.pool.query('UPDATE authority SET access_to = clock_timestamp() WHERE id = $1', [authority]);
    expect(await sees(other, person)).toEqual({ standing: 'NONE', sees: [] });
    expect(await house.ledger.readRepresented(other)).toEqual([]);
  });

  test('reads for whom they act, and by what', async () => {
    const { person, other, authority } = await appointed({ powers: ['STOP'] });
    const second = somebody();
    await house.ledger.appointRepresentative({ ...byPerson(second), representative: other, powers: ['READ'], categories: ['CONDITIONS'] });
    expect(await house.ledger.readRepresented(other)).toEqual([
      { person, authority: expect.objectContaining({ id: authority, kind: 'APPOINTED', powers: ['STOP'], categories: maskOf('SKILLS') }) },
      { person: second, authority: expect.objectContaining({ powers: ['READ'], categories: maskOf('CONDITIONS') }) },
    ]);
  });
});

describe('what a document of law gives', () => {
  test('opens nothing before a second one has confirmed it', async () => {
    const { person, other, authority } = await recorded();
    expect(await sees(other, person)).toEqual({ standing: 'NONE', sees: [] });
    await expect(house.ledger.stopAll(actsFor(other, person))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await house.ledger.readRepresented(other)).toEqual([]);
    await confirm(authority, person);
    expect(await sees(other, person)).toEqual({ standing: 'REPRESENTATIVE', sees: ['SKILLS', 'MY_SHARING'] });
  });

  test.each([
    ['who recorded it', 'isla'], ['a colleague who leads nobody', 'rory'], ['somebody of another agency', 'ewan'], ['an account that is not there', 'nobody'],
  ])('is not confirmed by %s', async (_, worker) => {
    const { person, other, authority } = await recorded();
    await expect(confirm(authority, person, worker)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await sees(other, person)).toEqual({ standing: 'NONE', sees: [] });
  });

  test('a lead who recorded it does not confirm it', async () => {
    const person = somebody(), other = somebody();
    const { subject } = await house.ledger.recordAuthority({ ...byWorker('kirsty', person), representative: other, ...GUARDIAN });
    await expect(confirm(subject, person)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is not recorded or confirmed by a person, whoever they are', async () => {
    const { person, other, authority } = await recorded();
    for (const act of [byPerson(person), actsFor(other, person)]) {
      await expect(house.ledger.recordAuthority({ ...act, representative: other, ...GUARDIAN })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(house.ledger.confirmAuthority({ ...act, authority, reason: 'It is so.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  test('is confirmed once, and not after its end', async () => {
    const { person, authority } = await recorded();
    await confirm(authority, person);
    await expect(confirm(authority, person)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const other = await recorded();
    await house.ledger.endAuthority({ ...byWorker('isla', other.person), authority: other.authority, reason: 'A mistake.' });
    await expect(confirm(other.authority, other.person)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each<[string, (pair: Pair) => Act, boolean]>([
    ['the person', ({ person }) => byPerson(person), false], ['whoever acts', ({ person, other }) => actsFor(other, person), true],
    ['another person', ({ person }) => actsFor(somebody(), person), false], ['a lead of the agency', ({ person }) => byWorker('kirsty', person), true],
    ['who recorded it, once it is confirmed', ({ person }) => byWorker('isla', person), false], ['a worker of another agency', ({ person }) => byWorker('ewan', person), false],
  ])('ended by %s: %#', async (_, by, done) => {
    const pair = await recorded();
    await confirm(pair.authority, pair.person);
    const ending = house.ledger.endAuthority({ ...by(pair), authority: pair.authority, reason: 'It is over.' });
    await (done ? expect(ending).resolves.toMatchObject({ kind: 'AUTHORITY_ENDED' }) : expect(ending).rejects.toMatchObject({ code: 'FORBIDDEN' }));
    expect((await sees(pair.other, pair.person)).standing).toBe(done ? 'NONE' : 'REPRESENTATIVE');
  });

  test('somebody acts by one authority at a time', async () => {
    const { person, other, authority } = await recorded();
    await house.ledger.appointRepresentative({ ...byPerson(person), representative: other, powers: ['READ'], categories: ['SKILLS'] });
    await expect(confirm(authority, person)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(house.ledger.appointRepresentative({ ...byPerson(person), representative: other, powers: ['READ'], categories: ['CONDITIONS'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('a parent acts until the child is twelve, at the latest', async () => {
    const parent = { kind: 'PARENT', twelfthBirthday: day(500) };
    const { person, other, authority } = await recorded(parent);
    await confirm(authority, person);
    expect((await sees(other, person)).standing).toBe('REPRESENTATIVE');
    const [line] = (await house.ledger.readSharing([person])).get(person)!.authorities;
    expect(new Intl.DateTimeFormat('sv', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(line!.to!)).toBe(`${parent.twelfthBirthday} 00:00`);
    await house.pool.query('UPDATE authority SET access_to = clock_timestamp() WHERE id = $1', [authority]);
    expect((await sees(other, person)).standing).toBe('NONE');
  });
});

describe('an input that may not be is refused, and nothing is recorded', () => {
  test.each<[string, object]>([
    ['no power', { powers: [] }], ['an unknown power', { powers: ['READ', 'SIGN'] }], ['no category', { categories: [] }], ['an unknown category', { categories: ['SECRET'] }],
    ['risk and safety', { categories: ['RISK_AND_SAFETY'] }], ['somebody who is nobody', { representative: 'callum' }], ['a day that is over', { until: day(-2) }], ['no day', { until: '2026-02-31' }],
    ['an appointment', { kind: 'APPOINTED' }], ['an unknown kind', { kind: 'FRIEND' }], ['no reason', { reason: '' }], ['no document', { document: '' }],
    ['a parent without a twelfth birthday', { kind: 'PARENT' }], ['a guardian with one', { twelfthBirthday: day(100) }], ['a child who is twelve', { kind: 'PARENT', twelfthBirthday: day(0) }],
    ['a child who is not born', { kind: 'PARENT', twelfthBirthday: day(4400) }], ['a parent for longer than childhood', { kind: 'PARENT', twelfthBirthday: day(100), until: day(101) }],
  ])('%s', async (_, change) => {
    const person = somebody();
    await support(house.ledger, person);
    await expect(house.ledger.recordAuthority({ ...byWorker('isla', person), representative: somebody(), ...GUARDIAN, ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await house.ledger.readEvents(person)).length).toBe(2);
  });

  test('nobody acts for themselves', async () => {
    const person = somebody();
    await expect(house.ledger.appointRepresentative({ ...byPerson(person), representative: person, powers: ['READ'], categories: ['SKILLS'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('what somebody may do who acts for the person', () => {
  type Does = (pair: Pair & { readonly grant: string }, act: Act) => Promise<unknown>;
  const DOES: Readonly<Record<string, Does>> = {
    giveGrant: (_, act) => house.ledger.giveGrant({ ...act, ...GRANT, purpose: 'REFERRAL' }), renewGrant: ({ grant }, act) => house.ledger.renewGrant({ ...act, grant }),
    refuse: (_, act) => house.ledger.refuse({ ...act, ...FIFE, categories: ['SKILLS'] }), pauseGrant: ({ grant }, act) => house.ledger.pauseGrant({ ...act, grant }),
    withdrawGrant: ({ grant }, act) => house.ledger.withdrawGrant({ ...act, grant }), withdrawFrom: (_, act) => house.ledger.withdrawFrom({ ...act, ...FIFE }),
    stopAll: (_, act) => house.ledger.stopAll(act), exclude: (_, act) => house.ledger.exclude({ ...act, recipient: { worker: 'ewan' } }),
    joinHousehold: (_, act) => house.ledger.joinHousehold(act), appointRepresentative: (_, act) => house.ledger.appointRepresentative({ ...act, representative: somebody(), powers: ['READ'], categories: ['SKILLS'] }),
    endAssignment: async ({ person }, act) => house.ledger.endAssignment({ ...act, assignment: await support(house.ledger, person) }),
  };
  const AGREEING = ['giveGrant', 'renewGrant'], STOPPING = ['refuse', 'pauseGrant', 'withdrawGrant', 'withdrawFrom', 'stopAll', 'exclude'];
  const ANY = ['withdrawFrom', 'stopAll', 'exclude'];

  const rows = Object.keys(DOES).flatMap((verb) => [
    { verb, powers: ['AGREE'], categories: ['SKILLS'], may: AGREEING.includes(verb) }, { verb, powers: ['STOP'], categories: ['SKILLS'], may: STOPPING.includes(verb) },
    { verb, powers: ['READ'], categories: ['SKILLS'], may: false }, { verb, powers: [...EVERYTHING], categories: ['CONDITIONS', 'MY_SHARING'], may: ANY.includes(verb) },
  ]);
  test.each(rows)('$verb with $powers for $categories: $may', async ({ verb, powers, categories, may }) => {
    const pair = await appointed({ powers, categories });
    const { subject: grant } = await house.ledger.giveGrant({ ...byPerson(pair.person), ...GRANT });
    const doing = DOES[verb]!({ ...pair, grant }, actsFor(pair.other, pair.person));
    await (may ? expect(doing).resolves.toBeDefined() : expect(doing).rejects.toMatchObject({ code: 'FORBIDDEN' }));
    if (may) expect((await lastEvent(pair.person)).actor).toEqual({ kind: 'person', id: pair.other, authority: pair.authority });
  });

  test.each(['withdrawGrant', 'withdrawFrom'])('what they stopped by %s says so to the person, and not who they are', async (verb) => {
    const pair = await appointed();
    const { subject: grant } = await house.ledger.giveGrant({ ...byPerson(pair.person), ...GRANT });
    await DOES[verb]!({ ...pair, grant }, actsFor(pair.other, pair.person));
    const [line] = (await house.ledger.readSharing([pair.person])).get(pair.person)!.grants;
    expect(line).toMatchObject({ id: grant, state: 'WITHDRAWN', endedBy: 'REPRESENTATIVE', endedAt: Date.parse((await lastEvent(pair.person)).at) });
    expect(JSON.stringify(line, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))).not.toContain(pair.other);
  });

  test('a key that is sent again answers the same, also after the authority has ended, and another wish under it is refused', async () => {
    const { person, other, authority } = await appointed();
    const act = actsFor(other, person), first = await house.ledger.stopAll(act);
    expect(await house.ledger.stopAll(act)).toEqual(first);
    await expect(house.ledger.exclude({ ...act, recipient: { worker: 'ewan' } })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    await house.ledger.endAuthority({ ...byPerson(person), authority });
    expect(await house.ledger.stopAll(act)).toEqual(first);
  });

  test('the authority of an actor is never taken from who sends it', async () => {
    const { person, authority } = await appointed();
    const liar: Act = { ...actsFor(somebody(), person), actor: { kind: 'person', id: somebody(), authority } };
    await expect(house.ledger.stopAll(liar)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await house.ledger.stopAll({ ...byPerson(person), actor: { kind: 'person', id: person, authority } });
    expect((await lastEvent(person)).actor).toEqual({ kind: 'person', id: person });
  });
});

describe('nobody says yes where the person themselves said no', () => {
  const refusals: readonly (readonly [string, (person: string) => Promise<unknown>])[] = [
    ['refused it', (person) => house.ledger.refuse({ ...byPerson(person), ...FIFE, categories: ['SKILLS', 'CONVICTIONS'] })],
    ['refused it to one worker of the agency', (person) => house.ledger.refuse({ ...byPerson(person), recipient: { worker: 'isla' }, categories: ['SKILLS'] })],
    ['had it refused by a worker', async (person) => { await house.ledger.refuse({ ...byWorker('isla', person), ...FIFE, categories: ['SKILLS'] }); }],
    ['took it back', async (person) => house.ledger.withdrawGrant({ ...byPerson(person), grant: (await house.ledger.giveGrant({ ...byPerson(person), ...GRANT })).subject })],
    ['paused it', async (person) => house.ledger.pauseGrant({ ...byPerson(person), grant: (await house.ledger.giveGrant({ ...byPerson(person), ...GRANT })).subject })],
  ];
  test.each(refusals)('who %s', async (_, said) => {
    const { person, other } = await appointed();
    await said(person);
    await expect(house.ledger.giveGrant({ ...actsFor(other, person), ...GRANT })).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('said no to this themselves') });
    await expect(house.ledger.giveGrant({ ...byPerson(person), ...GRANT })).resolves.toBeDefined();
  });

  test.each<[string, (person: string) => Promise<unknown>]>([
    ['about something else', (person) => house.ledger.refuse({ ...byPerson(person), ...FIFE, categories: ['CONVICTIONS'] })],
    ['for another purpose', (person) => house.ledger.refuse({ ...byPerson(person), ...FIFE, categories: ['SKILLS'], purpose: 'REFERRAL' })],
    ['to somebody else', (person) => house.ledger.refuse({ ...byPerson(person), recipient: { agency: 'fife-housing' }, categories: ['SKILLS'] })],
  ])('a no %s is no hindrance', async (_, said) => {
    const { person, other } = await appointed();
    await said(person);
    await expect(house.ledger.giveGrant({ ...actsFor(other, person), ...GRANT })).resolves.toBeDefined();
  });

  test('what somebody refused, paused or stopped who acts for the person, they may take back', async () => {
    const { person, other } = await appointed(), by = () => actsFor(other, person);
    await house.ledger.refuse({ ...by(), ...FIFE, categories: ['SKILLS'] });
    const { subject: grant } = await house.ledger.giveGrant({ ...by(), ...GRANT });
    await house.ledger.pauseGrant({ ...by(), grant });
    await house.ledger.resumeGrant({ ...by(), grant });
    await house.ledger.stopAll(by());
    await expect(house.ledger.resumeSharing(by())).resolves.toMatchObject({ kind: 'SHARING_RESUMED' });
  });

  test('a pause and a stop of the person\'s own stand', async () => {
    const { person, other } = await appointed();
    const { subject: grant } = await house.ledger.giveGrant({ ...byPerson(person), ...GRANT });
    await house.ledger.pauseGrant({ ...byPerson(person), grant });
    await house.ledger.stopAll(byPerson(person));
    const act = () => actsFor(other, person);
    for (const again of [() => house.ledger.resumeGrant({ ...act(), grant }), () => house.ledger.renewGrant({ ...act(), grant }), () => house.ledger.resumeSharing(act())]) {
      await expect(again()).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('said no to this themselves') });
    }
  });
});

const asOther = (other: PersonId): Caller => ({ kind: 'person', person: other });

/** What is to be told of the person's skills to whoever acts for them, before it is released. */
const told = async (person: PersonId, other: PersonId) => {
  const [now] = (await house.ledger.decide(asOther(other), undefined, [person])).people;
  const { granted, own } = now!.decision, released = maskOf('SKILLS');
  return {
    caller: asOther(other), request: randomUUID(), attempt: 1, purpose: undefined, operation: { hash: 'ab'.repeat(32), name: null }, kind: 'LOOK', gatewayKey: 'gateway',
    people: [{ person, known: now!.known, granted, own, fingerprint: now!.fingerprint, asked: released, released }],
  } as const;
};

describe('a look by somebody who acts for the person', () => {
  test('is on the record with the authority, and by what they act; the person\'s own look is not', async () => {
    const { person, other, authority } = await appointed({ categories: ['ACTION_PLAN'] });
    await lookAs(asOther(person), house.ledger, person);
    await lookAs(asOther(other), house.ledger, person);
    const [theirs, own] = await house.ledger.readDisclosures(person, { first: 5 });
    expect(theirs).toMatchObject({ worker: null, agency: null, purpose: null, authority: { id: authority, kind: 'APPOINTED' }, parts: [{ reason: 'REPRESENTATIVE', categories: maskOf('ACTION_PLAN'), grants: [] }] });
    expect(own).toMatchObject({ worker: null, authority: null, parts: [{ reason: 'SELF' }] });
  });

  test('is not told once the authority has ended, however shortly before', async () => {
    const { person, other, authority } = await appointed(), toTell = await told(person, other);
    await house.ledger.endAuthority({ ...byPerson(person), authority });
    expect(await house.ledger.release(toTell)).toMatchObject({ status: 'CHANGED', decisions: { people: [{ person, known: false, decision: { granted: NOTHING } }] } });
    expect(await house.ledger.readDisclosures(person, { first: 5 })).toEqual([]);
  });

  test('that was released before is released again for them, and for nobody else', async () => {
    const { person, other, authority } = await appointed(), toTell = await told(person, other);
    const first = await house.ledger.release(toTell);
    await house.ledger.endAuthority({ ...byPerson(person), authority });
    expect(await house.ledger.release(toTell)).toEqual(first);
    await expect(house.ledger.release({ ...toTell, caller: asOther(person), people: [{ ...toTell.people[0], known: true }] })).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });
});

test('a row that cannot be read makes whoever acts unknown, and nothing more is appointed or confirmed', async () => {
  const { person, other, authority } = await appointed();
  const waits = await recorded();
  await house.pool.query(`UPDATE authority SET powers = '{READ,SIGN}' WHERE id = ANY ($1::uuid[])`, [[authority, waits.authority]]);
  expect(await sees(other, person)).toEqual({ standing: 'NONE', sees: [] });
  expect(await house.ledger.readRepresented(other)).toEqual([]);
  await expect(house.ledger.stopAll(actsFor(other, person))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(house.ledger.appointRepresentative({ ...byPerson(person), representative: somebody(), powers: ['READ'], categories: ['SKILLS'] })).rejects.toMatchObject({ code: 'INTERNAL' });
  await expect(confirm(waits.authority, waits.person)).rejects.toMatchObject({ code: 'INTERNAL' });
});

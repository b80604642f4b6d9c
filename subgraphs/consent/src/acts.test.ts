import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '@thegither/subgraph/testing';
import { REGISTER, type ClaimedCaller, type PersonId } from '@thegither/vocabulary';
import { consentRules } from './rules.ts';
import { EWAN, FERGUS, ISLA, KIRSTY, LORNA, RORY, SHONA, agree, byPerson, byWorker, inAMonth, openConsent, support, themselves, told, type ConsentUnderTest } from './testing/openConsent.ts';

let house: ConsentUnderTest;
/** The code that somebody passed on who is to act. */
let passedOn: string;
beforeAll(async () => {
  house = await openConsent();
  const { data } = await house.asks('representativeCode { code until }', themselves(house.somebody()));
  passedOn = (data!['representativeCode'] as { code: string }).code;
});
afterAll(() => house?.close());

const code = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const payload = ({ data, errors }: Answer, mutation: string): { person: { id: string }; eventId: string; at: string; assignment?: string; suppression?: string } => {
  expect(errors).toBeUndefined();
  return data![mutation] as never;
};

const GRANT = { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-works' } };
const fifeWorksSees = async (person: string): Promise<bigint> =>
  (await house.ledger.decide({ kind: 'worker', worker: 'isla', agency: 'fife-works' }, 'EMPLOYABILITY_SUPPORT', [person])).people[0]!.decision.granted;

/** A person and what stands about them, by id. */
interface Scene { readonly person: PersonId; readonly grant: string; readonly exclusion: string; readonly assignment: string; readonly authority: string; readonly request?: string; readonly disclosure?: string; readonly challenge?: string; readonly suppression?: string }

/** Who acts for whom: each person of a scene appointed somebody, for everything that can be shared. */
const ACTS = new Map<string, PersonId>();
const SHAREABLE = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);

/** Isla supports the person, Rory waits, Ewan is assigned and kept out; somebody acts for them; there is a grant, and for resuming a stop. */
const scene = async (): Promise<Scene> => {
  const person = await house.supported();
  await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'rory', reason: 'Waits.' });
  await house.ledger.exclude({ actor: { kind: 'person', id: person }, key: 'ewan', person, recipient: { worker: 'ewan' } });
  const { subject: exclusion } = await house.ledger.exclude({ ...byPerson(person), recipient: { worker: 'gordon' } });
  const [assignment] = (await house.ledger.readSharing([person])).get(person)!.assignments.filter(({ state }) => state === 'CONFIRMED');
  ACTS.set(person, house.somebody());
  const { subject: authority } = await house.ledger.appointRepresentative({ ...byPerson(person), representative: ACTS.get(person)!, powers: ['READ', 'AGREE', 'STOP'], categories: SHAREABLE });
  return { person, exclusion, authority, assignment: assignment!.id, grant: await agree(house.ledger, person, 'SKILLS') };
};

/** What has to have happened before some mutations. */
const BEFORE: Readonly<Record<string, (scene: Scene) => Promise<Partial<Scene>>>> = {
  resumeSharing: async ({ person }) => { await house.ledger.stopAll(byPerson(person)); return {}; },
  leaveHousehold: async ({ person }) => { await house.ledger.joinHousehold(byPerson(person)); return {}; },
  resumeGrant: async ({ person, grant }) => { await house.ledger.pauseGrant({ ...byPerson(person), grant }); return {}; },
  confirmGrant: async ({ person }) => ({ grant: await recorded(person) }),
  invalidateGrant: async ({ person }) => ({ grant: await recorded(person) }),
  renounceGrant: async ({ person }) => ({ grant: (await house.ledger.giveGrant({ ...byPerson(person), ...GRANT, recipient: { worker: 'isla' } })).subject }),
  putOffRequest: async ({ person }) => ({ request: await askedBy('isla', person) }),
  refuseRequest: async ({ person }) => ({ request: await askedBy('isla', person) }),
  cancelRequest: async ({ person }) => ({ request: await askedBy('isla', person) }),
  challengeLook: async ({ person }) => ({ disclosure: await lookedAt(person) }),
  closeChallenge: async ({ person }) => ({ challenge: (await house.ledger.challengeLook({ ...byPerson(person), disclosure: await lookedAt(person) })).subject }),
  approveSuppression: async ({ person }) => ({ suppression: await heldBack(person) }),
  endSuppression: async ({ person }) => ({ suppression: await heldBack(person) }),
  confirmAuthority: async ({ person }) => ({ authority: (await house.ledger.recordAuthority({ ...byWorker('isla', person), ...DOCUMENT, representative: house.somebody(), categories: ['SKILLS'], powers: ['READ'] })).subject }),
};

const DOCUMENT = { kind: 'GUARDIAN', reason: 'Cannot decide about it.', document: 'An order, on paper.' } as const;

const lookedAt = async (person: PersonId): Promise<string> => {
  await told(house.ledger, person);
  return (await house.ledger.readDisclosures(person, { first: 1 }))[0]!.id;
};
const SUPPRESSION = { recipient: { worker: 'isla' }, ground: 'THIRD_PARTY', reason: 'Somebody else.' };
/** Proposed by Fergus. */
const heldBack = async (person: string): Promise<string> => (await house.ledger.proposeSuppression({ ...byWorker('fergus', person), ...SUPPRESSION, until: inAMonth() })).subject;
/** On the person's own history, and on the one beside it. */
const eventsAbout = async (person: string): Promise<number> => (await house.ledger.readEvents(person)).length + (await house.ledger.readEvents(`held back ${person}`)).length;

const recorded = async (person: string): Promise<string> => (await house.ledger.recordGrant({
  ...byWorker('isla', person), categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' }, channel: 'IN_PERSON', words: 'Said yes.',
})).subject;
const askedBy = async (worker: string, person: string): Promise<string> => (await house.ledger.askForSharing({ ...byWorker(worker, person), ...GRANT, reason: 'To plan.' })).subject;

const skillsOpen = async (person: string): Promise<boolean> => ((await fifeWorksSees(person)) & (1n << 20n)) !== 0n;

/** Isla is asked for by Kirsty; it waits, and there is a code. */
const waiting = async (): Promise<{ person: PersonId; assignment: string; readOut: string }> => {
  const person = house.somebody();
  await support(house.ledger, person, 'rory');
  const { assignment } = payload(await house.does('assignKeyWorker', KIRSTY, { person, worker: 'isla', reason: 'Rory is away.' }), 'assignKeyWorker');
  const { assignments } = (await house.ledger.readSharing([person])).get(person)!;
  return { person, assignment: assignment!, readOut: assignments.find(({ id }) => id === assignment)!.code! };
};

const isOpen = async (person: string): Promise<boolean> => (await fifeWorksSees(person)) !== 0n;

/** These name nobody who is supported: see acts/answering.test.ts. */
const NAME_NOBODY = ['acknowledgeEnding', 'attestErasure', 'changeAccount'];

/** What opens without the person's agreement: see acts/keepingSafe.test.ts. */
const KEEP_SAFE = ['breakGlass', 'useLegalGateway', 'reviewOpening'];

describe('who may do what', () => {
  type Who = 'the person' | 'another person' | 'somebody who acts for them' | 'the assigned worker' | 'a worker who waits' | 'a lead of the team' | 'a worker who is kept out' | 'a stranger' | 'a data protection lead';
  const CALLER: Readonly<Record<Who, (person: string) => ClaimedCaller>> = {
    'the person': themselves, 'another person': () => themselves(house.somebody()), 'somebody who acts for them': (person) => themselves(ACTS.get(person)!), 'the assigned worker': () => ISLA, 'a worker who waits': () => RORY,
    'a lead of the team': () => KIRSTY, 'a worker who is kept out': () => ({ ...EWAN }), 'a stranger': () => ({ kind: 'worker', worker: 'una', agency: 'glasgow-housing', roles: ['HOUSING_OFFICER'] }), 'a data protection lead': () => SHONA,
  };

  const INPUT: Readonly<Record<string, (scene: Scene) => object>> = {
    giveGrant: () => GRANT, chooseContact: () => ({ way: 'TEXT' }), refuse: () => ({ categories: ['SKILLS'], recipient: { agency: 'fife-works' } }), stopAll: () => ({}),
    exclude: () => ({ recipient: { worker: 'gordon' } }), withdrawFrom: () => ({ recipient: { agency: 'fife-works' } }), resumeSharing: () => ({}), joinHousehold: () => ({}), leaveHousehold: () => ({}), assignKeyWorker: () => ({ worker: 'isla', reason: 'Holiday.' }),
    appointRepresentative: () => ({ representative: passedOn, powers: ['READ'], categories: ['SKILLS'] }), recordAuthority: () => ({ ...DOCUMENT, representative: passedOn, powers: ['READ'], categories: ['SKILLS'] }),
    confirmAuthority: ({ authority }) => ({ authority, reason: 'Seen as well.' }), endAuthority: ({ authority }) => ({ authority, reason: 'Over.' }),
    endExclusion: ({ exclusion }) => ({ exclusion }), endAssignment: ({ assignment }) => ({ assignment, reason: 'Moved on.' }),
    recordGrant: () => ({ categories: ['ACTION_PLAN'], recipient: { agency: 'fife-works' }, channel: 'ON_PAPER', words: 'Signed.' }), askForSharing: () => ({ ...GRANT, reason: 'To plan.' }),
    challengeLook: ({ disclosure }) => ({ disclosure, words: 'I was not there.' }), closeChallenge: ({ challenge }) => ({ challenge, outcome: 'MISTAKE', words: 'It was the wrong record.' }),
    proposeSuppression: () => ({ ...SUPPRESSION, until: inAMonth() }), approveSuppression: ({ suppression = '7e570000-0000-4000-8000-000000000000' }) => ({ suppression }), endSuppression: ({ suppression }) => ({ suppression, reason: 'It is over.' }),
    ...Object.fromEntries(['withdrawGrant', 'pauseGrant', 'resumeGrant', 'renewGrant', 'confirmGrant', 'invalidateGrant', 'renounceGrant'].map((mutation) => [mutation, ({ grant }: Scene) => ({ grant })])),
    ...Object.fromEntries(['putOffRequest', 'refuseRequest', 'cancelRequest'].map((mutation) => [mutation, ({ request }: Scene) => ({ request })])),
  };

  const nobody = { 'the person': 'FORBIDDEN', 'another person': 'FORBIDDEN', 'somebody who acts for them': 'FORBIDDEN', 'the assigned worker': 'FORBIDDEN', 'a worker who waits': 'FORBIDDEN', 'a lead of the team': 'FORBIDDEN', 'a worker who is kept out': 'FORBIDDEN', 'a stranger': 'FORBIDDEN', 'a data protection lead': 'FORBIDDEN' };
  const opens = { ...nobody, 'the person': 'done' };
  const unknown = { 'a worker who is kept out': 'UNKNOWN_PERSON', 'a stranger': 'UNKNOWN_PERSON' };
  const agrees = { ...opens, 'another person': 'UNKNOWN_PERSON', 'somebody who acts for them': 'done' };
  // The person paused and stopped it themselves.
  const resumes = { ...agrees, 'somebody who acts for them': 'INVALID_INPUT' };
  const closes = { ...agrees, ...unknown, 'the assigned worker': 'done' };
  const supports = { ...nobody, ...unknown, 'the assigned worker': 'done' };
  const assigns = { ...nobody, 'a lead of the team': 'done' };
  const ends = { ...opens, ...unknown, 'the assigned worker': 'done', 'a lead of the team': 'done' };
  const byVerb: readonly (readonly [Readonly<Record<Who, string>>, readonly string[]])[] = [
    [agrees, ['giveGrant', 'confirmGrant', 'renewGrant', 'refuseRequest']],
    [resumes, ['resumeGrant', 'resumeSharing']],
    [opens, ['invalidateGrant', 'endExclusion', 'putOffRequest', 'joinHousehold', 'leaveHousehold', 'appointRepresentative', 'challengeLook']],
    [closes, ['refuse', 'withdrawGrant', 'withdrawFrom', 'pauseGrant', 'stopAll', 'exclude', 'endAuthority']],
    [supports, ['recordAuthority', 'recordGrant', 'askForSharing', 'cancelRequest', 'renounceGrant']],
    [{ ...assigns, ...unknown, 'the assigned worker': 'done' }, ['assignKeyWorker']],
    [{ ...assigns, 'a data protection lead': 'done' }, ['confirmAuthority']],
    [ends, ['endAssignment']],
    [{ ...ends, 'a lead of the team': 'FORBIDDEN' }, ['chooseContact']],
    [{ ...nobody, 'a data protection lead': 'done' }, ['closeChallenge', 'proposeSuppression', 'approveSuppression', 'endSuppression']],
  ];
  const table = Object.fromEntries(byVerb.flatMap(([by, mutations]) => mutations.map((mutation) => [mutation, by] as const)));

  test('every mutation of the room has its row, but the one that has a table of its own', () => {
    expect([...Object.keys(table), 'confirmAssignment', ...KEEP_SAFE, ...NAME_NOBODY].toSorted()).toEqual(Object.keys(consentRules.Mutation ?? {}).toSorted());
  });

  const rows = Object.entries(table).flatMap(([mutation, by]) => Object.entries(by).map(([who, expected]) => ({ mutation, who: who as Who, expected })));
  test.each(rows)('$mutation by $who: $expected', async ({ mutation, who, expected }) => {
    const before = await scene(), stands = { ...before, ...await BEFORE[mutation]?.(before) };
    const { person } = stands;
    const events = await eventsAbout(person);
    expect(code(await house.does(mutation, CALLER[who](person), { person, ...INPUT[mutation]!(stands) }))).toBe(expected);
    expect((await eventsAbout(person)) - events).toBe(expected === 'done' ? 1 : 0);
  });

  test.each(Object.keys(table))('%s about somebody who is not in the decision is about nobody, whatever the ledger says', async (mutation) => {
    const before = await scene(), stands = { ...before, ...await BEFORE[mutation]?.(before) };
    const who = Object.entries(table[mutation]!).find(([, expected]) => expected === 'done')![0] as Who;
    expect(code(await house.does(mutation, CALLER[who](stands.person), { person: stands.person, ...INPUT[mutation]!(stands) }, {}))).toBe('UNKNOWN_PERSON');
  });

  test.each(Object.keys(table))('%s, sent again after a lost answer, answers the same and does nothing; with another wish it is refused', async (mutation) => {
    const before = await scene(), stands = { ...before, ...await BEFORE[mutation]?.(before) }, { person } = stands;
    const name = Object.entries(table[mutation]!).find(([, expected]) => expected === 'done')![0] as Who, who = CALLER[name](person);
    const input = { person, key: `once ${mutation}` };
    const first = payload(await house.does(mutation, who, { ...input, ...INPUT[mutation]!(stands) }), mutation);
    const events = await eventsAbout(person);
    expect(payload(await house.does(mutation, who, { ...input, ...INPUT[mutation]!(stands) }), mutation)).toEqual(first);
    const other = name === 'a lead of the team' ? 'endAssignment' : name === 'a data protection lead' ? (mutation === 'proposeSuppression' ? 'approveSuppression' : 'proposeSuppression') : mutation === 'stopAll' ? 'refuse' : 'stopAll';
    expect(code(await house.does(other, who, { ...input, ...INPUT[other]!(stands) }))).toBe('KEY_REUSED');
    expect(await eventsAbout(person)).toBe(events);
  });

  test('the same words for somebody unknown, unassigned and excluded', async () => {
    const { person } = await scene();
    const stranger = CALLER['a stranger'](person);
    const answers = [await house.does('stopAll', EWAN, { person }), await house.does('stopAll', stranger, { person }), await house.does('stopAll', stranger, { person: house.somebody() })];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('the record of a change', () => {
  test('of what is held back from a person is none of theirs', async () => {
    const person = await house.supported('SKILLS'), events = await house.ledger.readEvents(person);
    const { suppression } = payload(await house.does('proposeSuppression', SHONA, { person, ...SUPPRESSION, until: inAMonth() }), 'proposeSuppression');
    expect(code(await house.does('approveSuppression', SHONA, { person, suppression }))).toBe('INVALID_INPUT');
    expect(code(await house.does('approveSuppression', FERGUS, { person, suppression }))).toBe('done');
    expect(await house.ledger.readEvents(person)).toEqual(events);
    expect((await house.ledger.readEvents(`held back ${person}`)).map(({ kind, actor }) => [kind, actor.id])).toEqual([['SUPPRESSION_PROPOSED', 'shona'], ['SUPPRESSION_APPROVED', 'fergus']]);
  });

  test('names the caller of the decision as the one who did it', async () => {
    const person = await house.supported('SKILLS');
    await house.does('stopAll', ISLA, { person });
    await house.does('resumeSharing', themselves(person), { person });
    expect((await house.ledger.readEvents(person)).slice(-2).map(({ kind, actor }) => [kind, actor])).toEqual([
      ['SHARING_STOPPED', { kind: 'worker', id: 'isla' }], ['SHARING_RESUMED', { kind: 'person', id: person }],
    ]);
  });

  test('answers the person by reference, the event and the ledger\'s time', async () => {
    const person = house.somebody();
    const done = payload(await house.does('giveGrant', themselves(person), { person, ...GRANT }), 'giveGrant');
    const [event] = await house.ledger.readEvents(person);
    expect(done).toEqual({ person: { id: person }, eventId: event!.id, at: event!.at });
  });

  test('is made once for a key: the same wish answers the same event, another is refused', async () => {
    const person = await house.supported();
    const wish = { person, key: 'once', ...GRANT };
    const first = payload(await house.does('giveGrant', themselves(person), wish), 'giveGrant');
    expect(payload(await house.does('giveGrant', themselves(person), wish), 'giveGrant')).toEqual(first);
    expect(code(await house.does('giveGrant', themselves(person), { ...wish, categories: ['CAREER_PLANS'] }))).toBe('KEY_REUSED');
    expect(await house.ledger.readEvents(person)).toHaveLength(3);
  });

  test('a signed mutation that is sent again is refused', async () => {
    const person = await house.supported();
    const signed = house.room.sign({
      query: 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', use: 'mutation', caller: themselves(person), variables: { input: { key: 'k', person } }, people: { [person]: {} },
    });
    expect(await house.room.post(signed)).toMatchObject({ status: 200 });
    expect(await house.room.post(signed)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'DECISION_REFUSED' } }] });
  });
});

describe('an input that may not be is refused, in words that repeat nothing of it', () => {
  const secret = 'SECRET-VALUE';
  test.each([
    ['giveGrant', 'an unknown category', { ...GRANT, categories: [secret] }],
    ['giveGrant', 'what is never shared by agreement', { ...GRANT, categories: ['RISK_AND_SAFETY'] }],
    ['giveGrant', 'no category', { ...GRANT, categories: [] }],
    ['giveGrant', 'a purpose that nobody can agree to', { ...GRANT, purpose: 'AUDIT' }],
    ['giveGrant', 'two recipients', { ...GRANT, recipient: { agency: 'fife-works', worker: 'isla' } }],
    ['giveGrant', 'no recipient', { ...GRANT, recipient: {} }],
    ['giveGrant', 'an agency that does not exist', { ...GRANT, recipient: { agency: secret } }],
    ['giveGrant', 'a source that does not exist', { ...GRANT, sources: [secret] }],
    ['giveGrant', 'a day that is over', { ...GRANT, until: '2018-03-01' }],
    ['giveGrant', 'a day too far away', { ...GRANT, until: '2999-01-01' }],
    ['giveGrant', 'telling an employer by a whole agency', { ...GRANT, purpose: 'TELL_EMPLOYER' }],
    ['giveGrant', 'a key of control characters', { ...GRANT, key: '\n' }],
    ['refuse', 'an unknown category', { categories: [secret], recipient: { agency: 'fife-works' } }],
    ['withdrawGrant', 'a grant that is nobody\'s', { grant: secret }],
    ['exclude', 'a worker who does not exist', { recipient: { worker: secret } }],
    ['resumeSharing', 'nothing that was stopped', {}],
    ['joinHousehold', 'a household that is no id', { household: secret }],
    ['leaveHousehold', 'a household that they are not in', {}],
    ['appointRepresentative', 'a code that is none', { representative: secret, powers: ['READ'], categories: ['SKILLS'] }],
    ['endAuthority', 'an authority that is nobody\'s', { authority: secret }],
  ])('%s: %s', async (mutation, _, input) => {
    const person = await house.supported();
    const answer = await house.does(mutation, themselves(person), { person, ...input });
    expect(code(answer)).toBe('INVALID_INPUT');
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${secret}|${person}`));
  });

  test('a grant of somebody else is no grant', async () => {
    const [person, other] = [await house.supported(), await house.supported()];
    const grant = await agree(house.ledger, other, 'SKILLS');
    expect(code(await house.does('withdrawGrant', themselves(person), { person, grant }))).toBe('INVALID_INPUT');
  });

  test('an id that no audience can have issued is no person', async () => {
    expect(code(await house.does('stopAll', ISLA, { person: 'somebody' }, {}))).toBe('BAD_VARIABLES');
  });
});

describe('what a change does', () => {
  test('a grant opens, and taking it back closes', async () => {
    const person = await house.supported();
    await house.does('giveGrant', themselves(person), { person, ...GRANT });
    expect(await skillsOpen(person)).toBe(true);
    const grant = (await house.ledger.readSharing([person])).get(person)!.grants[0]!.id;
    await house.does('withdrawGrant', themselves(person), { person, grant });
    expect(await skillsOpen(person)).toBe(false);
  });

  test('a refusal closes until the person agrees again', async () => {
    const person = await house.supported('SKILLS');
    await house.does('refuse', ISLA, { person, categories: ['SKILLS'], recipient: { agency: 'fife-works' } });
    expect(await skillsOpen(person)).toBe(false);
    await house.does('giveGrant', themselves(person), { person, ...GRANT });
    expect(await skillsOpen(person)).toBe(true);
  });

  test('a stop closes everything until the person resumes', async () => {
    const person = await house.supported('SKILLS');
    await house.does('stopAll', themselves(person), { person });
    expect(await skillsOpen(person)).toBe(false);
    await house.does('resumeSharing', themselves(person), { person });
    expect(await skillsOpen(person)).toBe(true);
  });

  test('whoever joined and shares it is shown in the household, and no more after leaving', async () => {
    const [ann, bob] = [await house.supported('HOUSEHOLD_LINK'), await house.supported('HOUSEHOLD_LINK')];
    const membersOfAnn = async (): Promise<unknown> => (await house.room.entities('household { members }', { [ann]: { granted: ['HOUSEHOLD_LINK'] } }))[0]!['household'];
    await house.does('joinHousehold', themselves(ann), { person: ann });
    const [mine] = await house.room.entities('householdLinks { household since until }', { [ann]: { granted: ['MY_SHARING'] } }, { caller: themselves(ann) });
    const links = mine!['householdLinks'] as { household: string }[];
    expect(links).toEqual([{ household: expect.any(String), since: expect.stringMatching(/Z$/), until: null }]);
    await house.does('joinHousehold', themselves(bob), { person: bob, household: links[0]!.household });
    expect(await membersOfAnn()).toEqual({ members: [bob] });
    await house.does('leaveHousehold', themselves(bob), { person: bob });
    expect(await membersOfAnn()).toEqual({ members: [] });
  });

  test('somebody who is kept out knows the person no more, and cannot even stop for them', async () => {
    const person = await house.supported('SKILLS');
    await house.does('exclude', themselves(person), { person, recipient: { worker: 'isla' } });
    expect(await fifeWorksSees(person)).toBe(0n);
    expect(code(await house.does('stopAll', ISLA, { person }))).toBe('UNKNOWN_PERSON');
  });
});

describe('an assignment', () => {
  test('opens nothing before it is confirmed', async () => {
    const { person } = await waiting();
    expect(await isOpen(person)).toBe(false);
  });

  test.each([
    ['the person', ({ person }: { person: string }) => themselves(person), {}],
    ['the worker with the code that was read out', () => ISLA, 'code'],
    ['a second lead with a reason', () => LORNA, { reason: 'Rang the person.' }],
  ])('is confirmed by %s', async (_, who, how) => {
    const waits = await waiting();
    const input = { person: waits.person, assignment: waits.assignment, ...(how === 'code' ? { code: waits.readOut } : how as object) };
    expect(payload(await house.does('confirmAssignment', who(waits), input), 'confirmAssignment')).toMatchObject({ assignment: waits.assignment, person: { id: waits.person } });
    expect(await isOpen(waits.person)).toBe(true);
  });

  test.each([
    ['the worker for whom it waits, with a reason', () => ISLA, { reason: 'I know them.' }, 'FORBIDDEN'],
    ['the worker with a wrong code', () => ISLA, { code: 'x' }, 'INVALID_INPUT'],
    ['another worker of the person with the code', () => RORY, 'code', 'FORBIDDEN'],
    ['another worker of the person with a reason', () => RORY, { reason: 'I agree.' }, 'FORBIDDEN'],
    ['the lead who asked for it', () => KIRSTY, { reason: 'I said so.' }, 'FORBIDDEN'],
    ['the lead with the code', () => KIRSTY, 'code', 'FORBIDDEN'],
    ['a second lead without a reason', () => LORNA, {}, 'INVALID_INPUT'],
    ['a stranger with the code', () => EWAN, 'code', 'UNKNOWN_PERSON'],
    ['another person', () => themselves(house.somebody()), 'code', 'FORBIDDEN'],
  ])('is not confirmed by %s', async (_, who, how, expected) => {
    const { person, assignment, readOut } = await waiting();
    const input = { person, assignment, ...(how === 'code' ? { code: readOut } : how as object) };
    expect(code(await house.does('confirmAssignment', who(), input))).toBe(expected);
    expect(await isOpen(person)).toBe(false);
  });

  test.each(['eilidh', 'ewan', 'nobody'])('is not asked for with %s, who is not in the lead\'s team: one answer for all', async (worker) => {
    const person = await house.supported();
    const { errors } = await house.does('assignKeyWorker', KIRSTY, { person, worker, reason: 'Holiday.' });
    expect(errors).toEqual([{ message: 'There is no such worker in your team.', path: ['assignKeyWorker'], extensions: { code: 'INVALID_INPUT' } }]);
  });

  test('is not asked for by somebody who leads no more, whatever the decision still says', async () => {
    const person = await house.supported();
    expect(code(await house.does('assignKeyWorker', { ...ISLA, roles: ['TEAM_LEAD'] } as ClaimedCaller, { person, worker: 'rory', reason: 'Holiday.' }))).toBe('FORBIDDEN');
  });

  test('a lead takes over whom nobody supports any more', async () => {
    const person = await house.supported();
    await house.sql('UPDATE assignment SET access_to = now() WHERE person = $1', [person]);
    expect(code(await house.does('assignKeyWorker', KIRSTY, { person, worker: 'rory', reason: 'Isla moved on.' }))).toBe('done');
  });
});

/** What this caller reads of the person. */
const asMine = async (person: PersonId, field: string, who: ClaimedCaller): Promise<unknown> =>
  (await house.room.entities(field, { [person]: { granted: ['MY_SHARING', 'NAME_AND_CONTACT'] } }, { caller: who }))[0]!;

describe('asking and being asked', () => {
  const ASK = { ...GRANT, categories: ['SKILLS', 'CAREER_PLANS'], reason: 'To find a course with you.' };

  test('the person reads who asks for what and why, and who asked reads open, agreed or closed', async () => {
    const person = await house.supported();
    const { request } = payload(await house.does('askForSharing', ISLA, { person, ...ASK }), 'askForSharing') as { request?: string };
    expect(await asMine(person, 'requests { id worker agency recipient { agency } purpose categories reason state }', themselves(person))).toEqual({
      requests: [{ id: request, worker: 'Isla', agency: 'Fife Works', recipient: { agency: 'fife-works' }, purpose: ASK.purpose, categories: ASK.categories, reason: ASK.reason, state: 'ASKED' }],
    });
    const known = () => asMine(person, 'asked { id categories agreed state }', ISLA);
    const asked = { id: request, categories: ASK.categories, agreed: null, state: 'OPEN' };
    expect(await known()).toEqual({ asked: [asked] });
    await house.does('putOffRequest', themselves(person), { person, request });
    expect(await known()).toEqual({ asked: [asked] });
    expect(code(await house.does('giveGrant', themselves(person), { person, ...GRANT, request }))).toBe('done');
    expect(await known()).toEqual({ asked: [{ ...asked, agreed: ['SKILLS'], state: 'AGREED' }] });
    expect(await asMine(person, 'requests { state }', themselves(person))).toEqual({ requests: [{ state: 'PART_AGREED' }] });
  });

  test('a no, a cancelling and no answer are one word for who asked', async () => {
    const told = [];
    for (const how of ['refuseRequest', 'cancelRequest', 'lapsed']) {
      const person = await house.supported(), request = await askedBy('isla', person);
      if (how === 'lapsed') await house.sql(`UPDATE request SET lapses_at = now() WHERE id = $1`, [request]);
      else await house.does(how, how === 'refuseRequest' ? themselves(person) : ISLA, { person, request });
      told.push(await asMine(person, 'asked { agreed state }', ISLA));
    }
    expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ asked: [{ agreed: null, state: 'CLOSED' }] })]));
  });

  test('another agency is told nothing of it, nor the person as who asked', async () => {
    const person = await house.supported();
    await askedBy('isla', person);
    expect(await asMine(person, 'asked { id }', EWAN)).toEqual({ asked: [] });
    expect(await asMine(person, 'asked { id }', themselves(person))).toEqual({ asked: [] });
  });

  test.each<[string, object]>([
    ['another agency\'s agreement to receive', { recipient: { agency: 'fife-housing' } }],
    ['what is never shared by agreement', { categories: ['MY_SHARING'] }],
    ['what the purpose never opens', { purpose: 'HEALTH_ADJUSTMENTS' }],
  ])('nobody asks for %s', async (_, change) => {
    const person = await house.supported();
    expect(code(await house.does('askForSharing', ISLA, { person, ...ASK, ...change }))).toBe('INVALID_INPUT');
  });

  test('taking back takes no more calls than agreeing: one each', async () => {
    const person = await house.supported();
    payload(await house.does('giveGrant', themselves(person), { person, ...GRANT }), 'giveGrant');
    const { grants } = (await asMine(person, 'grants { id }', themselves(person))) as { grants: { id: string }[] };
    payload(await house.does('withdrawGrant', themselves(person), { person, grant: grants[0]!.id }), 'withdrawGrant');
    expect(await skillsOpen(person)).toBe(false);
  });
});

test('a stop is acknowledged only some time after its commit: until then an answer released before may still be on its way', async () => {
  const slow = await openConsent(1_500);
  try {
    const person = await slow.supported('SKILLS');
    let acknowledged = false;
    const stop = slow.does('stopAll', themselves(person), { person }).finally(() => { acknowledged = true; });
    let hold: string | null = null;
    while (hold === null) hold = (await slow.ledger.readFacts([person])).get(person)!.hold;
    expect(acknowledged).toBe(false);
    expect(code(await stop)).toBe('done');
  } finally {
    await slow.close();
  }
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '@thegither/subgraph/testing';
import type { ClaimedCaller, PersonId, Purpose } from '@thegither/vocabulary';
import { EWAN, ISLA, KIRSTY, RORY, SHONA, byPerson, byWorker, openConsent, support, themselves, type ConsentUnderTest } from '../testing/openConsent.ts';

let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

const STRANGER: ClaimedCaller = { kind: 'worker', worker: 'eilidh', agency: 'fife-works', roles: ['KEY_WORKER'] };
const LEAD_OF_HOUSING: ClaimedCaller = { kind: 'worker', worker: 'hugh', agency: 'fife-housing', roles: ['TEAM_LEAD'] };

type Mutation = 'breakGlass' | 'useLegalGateway' | 'reviewOpening';
const does = (mutation: Mutation, who: ClaimedCaller, input: object, people: readonly string[] = 'person' in input ? [String(input.person)] : [], purpose: Purpose = 'KEEP_SAFE'): Promise<Answer> => house.room.ask({
  query: `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { person { id } opening eventId at } }`,
  use: 'mutation', caller: who, variables: { input: { key: randomUUID(), ...input } }, people: Object.fromEntries(people.map((id) => [id, {}])), claims: { purpose },
});
const code = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const payload = ({ data, errors }: Answer): { person: { id: string } | null; opening: string; eventId: string; at: string } => {
  expect(errors).toBeUndefined();
  return Object.values(data!)[0] as never;
};
const inTenDays = (): string => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);

const GLASS = { categories: ['ACTION_PLAN'], ground: 'SERIOUS_THREAT', reason: 'Said that they cannot go on.', minutes: 30 };
const lawInput = (): object => ({ gateway: 'asp-2007', reason: 'An inquiry.', until: inTenDays() });
const broken = async (person: PersonId, change: object = {}, who = STRANGER): Promise<string> => {
  await forget();
  return payload(await does('breakGlass', who, { person, ...GLASS, ...change })).opening;
};
/** What was done before counts against nobody. */
const forget = () => house.sql(`UPDATE opening SET access_from = access_from - interval '3 days', access_to = access_to - interval '3 days' WHERE access_from > now() - interval '1 day'`);

beforeAll(async () => {
  await house.sql(`INSERT INTO worker (id, agency, name, roles) VALUES ('hugh', 'fife-housing', 'Hugh', '{TEAM_LEAD}') ON CONFLICT DO NOTHING`);
  await house.sql(`INSERT INTO legal_gateway (id, recipient_agency, categories, statute, effective_from)
    SELECT 'asp-2007', 'fife-works', categories, 'Adult Support and Protection (Scotland) Act 2007, section 5', effective_from FROM agreement WHERE recipient_agency = 'fife-works' LIMIT 1 ON CONFLICT DO NOTHING`);
});

/** Isla supports the person, Rory waits, and Ewan is kept out. */
const scene = async (): Promise<PersonId> => {
  const person = await house.supported();
  await house.ledger.assignKeyWorker({ ...byWorker('kirsty', person), worker: 'rory', reason: 'Waits.' });
  await house.ledger.exclude({ ...byPerson(person), recipient: { worker: 'ewan' } });
  await forget();
  return person;
};

describe('who may do what', () => {
  const rows: [Mutation, string, (person: string) => ClaimedCaller, string][] = [
    ['breakGlass', 'the person', themselves, 'FORBIDDEN'], ['breakGlass', 'another person', () => themselves(house.somebody()), 'FORBIDDEN'], ['breakGlass', 'the assigned worker', () => ISLA, 'done'],
    ['breakGlass', 'a worker who waits', () => RORY, 'done'], ['breakGlass', 'a worker who is kept out', () => EWAN, 'done'], ['breakGlass', 'a stranger', () => STRANGER, 'done'],
    ['breakGlass', 'a lead who supports nobody', () => KIRSTY, 'FORBIDDEN'], ['breakGlass', 'a data protection lead', () => SHONA, 'UNKNOWN_PERSON'],
    ['useLegalGateway', 'the person', themselves, 'FORBIDDEN'], ['useLegalGateway', 'the assigned worker', () => ISLA, 'done'], ['useLegalGateway', 'a worker who waits', () => RORY, 'FORBIDDEN'],
    ['useLegalGateway', 'a worker who is kept out', () => EWAN, 'UNKNOWN_PERSON'], ['useLegalGateway', 'a stranger', () => STRANGER, 'UNKNOWN_PERSON'], ['useLegalGateway', 'a lead who supports nobody', () => KIRSTY, 'FORBIDDEN'],
  ];
  test.each(rows)('%s by %s', async (mutation, _, who, expected) => {
    const person = await scene(), events = (await house.ledger.readEvents(person)).length;
    expect(code(await does(mutation, who(person), { person, ...(mutation === 'breakGlass' ? GLASS : lawInput()), ...(who(person) === EWAN ? { categories: ['WHERE_I_LIVE'] } : {}) }))).toBe(expected);
    expect((await house.ledger.readEvents(person)).length - events).toBe(expected === 'done' ? 1 : 0);
  });

  test.each<[string, string, ClaimedCaller]>([['a lead of the agency', 'done', KIRSTY], ['the data protection lead', 'done', SHONA], ['a lead of another agency', 'INVALID_INPUT', LEAD_OF_HOUSING], ['a colleague', 'FORBIDDEN', RORY], ['who opened it', 'FORBIDDEN', STRANGER]])('reviewOpening by %s: %s', async (_, expected, who) => {
    const opening = await broken(house.somebody());
    expect(code(await does('reviewOpening', who, { opening, outcome: 'JUSTIFIED', reason: 'There was danger.' }))).toBe(expected);
  });

  test('about somebody who is not in the decision, or without the purpose, is about nobody', async () => {
    const person = house.somebody();
    expect(code(await does('breakGlass', STRANGER, { person, ...GLASS }, []))).toBe('UNKNOWN_PERSON');
    expect(code(await does('breakGlass', STRANGER, { person, ...GLASS }, [person], 'EMPLOYABILITY_SUPPORT'))).toBe('UNKNOWN_PERSON');
  });

  test('no other change reaches somebody by the purpose alone', async () => {
    const person = house.somebody();
    const answer = await house.room.ask({
      query: 'mutation ($input: StopAllInput!) { stopAll(input: $input) { eventId } }', use: 'mutation', caller: STRANGER, variables: { input: { key: 'stop', person } }, people: { [person]: {} }, claims: { purpose: 'KEEP_SAFE' },
    });
    expect(code(answer)).toBe('UNKNOWN_PERSON');
  });
});

const asksToSupport = (who: ClaimedCaller, person: string, worker: string, purpose: Purpose = 'KEEP_SAFE') => house.room.ask({
  query: 'mutation ($input: AssignKeyWorkerInput!) { assignKeyWorker(input: $input) { person { id } assignment eventId at } }',
  use: 'mutation', caller: who, variables: { input: { key: randomUUID(), person, worker, reason: 'Met them today.' } }, people: { [person]: {} }, claims: { purpose },
});
const confirms = (who: ClaimedCaller, person: string, assignment: string, how: object) => house.room.ask({
  query: 'mutation ($input: ConfirmAssignmentInput!) { confirmAssignment(input: $input) { eventId } }',
  use: 'mutation', caller: who, variables: { input: { key: randomUUID(), person, assignment, ...how } }, people: { [person]: {} }, claims: { purpose: 'KEEP_SAFE' },
});
const asked = ({ data }: Answer): string => (data!['assignKeyWorker'] as { assignment: string }).assignment;

describe('asking to support somebody, for oneself', () => {
  test.each<[string, ClaimedCaller, string, string]>([
    ['a stranger', STRANGER, 'eilidh', 'done'], ['a worker who is kept out', EWAN, 'ewan', 'done'], ['a worker who waits', RORY, 'rory', 'done'], ['the assigned worker', ISLA, 'isla', 'done'],
    ['a stranger for a colleague', STRANGER, 'rory', 'UNKNOWN_PERSON'], ['a worker who is kept out for a colleague', EWAN, 'isla', 'UNKNOWN_PERSON'], ['a worker who waits for a colleague', RORY, 'isla', 'FORBIDDEN'], ['the assigned worker for a colleague', ISLA, 'rory', 'FORBIDDEN'],
    ['a lead who supports nobody', KIRSTY, 'kirsty', 'INVALID_INPUT'], ['a data protection lead', SHONA, 'shona', 'UNKNOWN_PERSON'],
  ])('by %s', async (_, who, worker, expected) => {
    const person = await scene(), events = (await house.ledger.readEvents(person)).length;
    expect(code(await asksToSupport(who, person, worker))).toBe(expected);
    expect((await house.ledger.readEvents(person)).length - events).toBe(expected === 'done' ? 1 : 0);
  });

  test('is for nobody among those who are supported', async () => {
    const person = await scene();
    expect(code(await asksToSupport(themselves(person), person, 'isla'))).toBe('FORBIDDEN');
  });

  test('about somebody unknown takes the purpose to keep safe', async () => {
    expect(code(await asksToSupport(STRANGER, house.somebody(), 'eilidh', 'EMPLOYABILITY_SUPPORT'))).toBe('UNKNOWN_PERSON');
  });

  test('and what comes after it until the person answers are the same about somebody supported, who keeps them out, and of whom there is nothing', async () => {
    const known = await house.supported('ACTION_PLAN'), out = house.somebody(), none = house.somebody();
    await house.ledger.exclude({ ...byPerson(out), recipient: { worker: 'eilidh' } });
    const after: unknown[] = [];
    for (const person of [known, out, none]) {
      const answer = await asksToSupport(STRANGER, person, 'eilidh'), assignment = asked(answer);
      expect(answer).toMatchObject({ data: { assignKeyWorker: { person: { id: person }, assignment: expect.any(String), eventId: expect.any(String), at: expect.any(String) } } });
      const tries = [{ reason: 'It is me.' }, { code: 'x' }, {}].map((how) => () => confirms(STRANGER, person, assignment, how));
      const answers = [];
      for (const one of [...tries, () => asksToSupport(STRANGER, person, 'eilidh'), () => asksToSupport(STRANGER, person, 'rory')]) answers.push(code(await one()));
      after.push(answers);
    }
    expect(after).toEqual(Array.from({ length: 3 }, () => ['FORBIDDEN', 'INVALID_INPUT', 'FORBIDDEN', 'done', 'FORBIDDEN']));
  });

  test('is confirmed by nobody who asked, and by a lead of their team with a reason', async () => {
    const person = house.somebody();
    const assignment = asked(await asksToSupport(ISLA, person, 'isla'));
    expect(code(await confirms(ISLA, person, assignment, { reason: 'It is me.' }))).toBe('FORBIDDEN');
    expect(code(await confirms(KIRSTY, person, assignment, { reason: 'Seen together.' }))).toBe('done');
  });
});

test('about somebody of whom there is nothing it answers as about anybody', async () => {
  const known = await house.supported('ACTION_PLAN'), out = house.somebody(), nobody = house.somebody();
  await house.ledger.exclude({ ...byPerson(out), recipient: { worker: 'eilidh' } });
  await forget();
  const answers = [];
  for (const person of [known, out, nobody]) answers.push(payload(await does('breakGlass', STRANGER, { person, ...GLASS })));
  expect(answers).toEqual([known, out, nobody].map((id) => ({ person: { id }, opening: expect.any(String), eventId: expect.any(String), at: expect.any(String) })));
});

test.each<[Mutation, (person: string) => object, object]>([
  ['breakGlass', () => GLASS, { minutes: 20 }], ['useLegalGateway', lawInput, { reason: 'Another.' }],
])('%s, sent again after a lost answer, answers the same and does nothing; with another wish it is refused', async (mutation, wish, other) => {
  const person = await house.supported();
  await forget();
  const input = { person, key: `once ${mutation}`, ...wish(person) };
  const first = payload(await does(mutation, ISLA, input));
  expect(payload(await does(mutation, ISLA, input))).toEqual(first);
  expect(code(await does(mutation, ISLA, { ...input, ...other }))).toBe('KEY_REUSED');
});

test.each<[string, object]>([
  ['what a role never sees', { categories: ['CONVICTIONS'] }], ['risk and safety', { categories: ['RISK_AND_SAFETY'] }], ['an unknown category', { categories: ['SECRET-VALUE'] }], ['two hours', { minutes: 120 }], ['a law', { ground: 'STATUTORY' }],
])('the glass is not broken for %s, in words that repeat nothing of it', async (_, change) => {
  const person = house.somebody();
  await forget();
  const answer = await does('breakGlass', EWAN, { person, ...GLASS, categories: ['WHERE_I_LIVE'], ...change });
  expect(code(answer)).toBe('INVALID_INPUT');
  expect(JSON.stringify(answer)).not.toMatch(new RegExp(`SECRET-VALUE|${person}`));
});

describe('what is read of it', () => {
  const OPENINGS = 'openings { ground statute worker agency categories control outcome why challenge explanation }';
  const asMine = async (person: PersonId, who: ClaimedCaller, field = OPENINGS) =>
    (await house.room.entities(field, { [person]: { granted: ['MY_SHARING'] } }, { caller: who, claims: { purpose: 'AUDIT' } }))[0]!;

  test('the person reads who opened what and why in one sentence, and how to challenge it; the words of the worker are for whoever checks', async () => {
    const person = house.somebody();
    const opening = await broken(person);
    await does('reviewOpening', KIRSTY, { opening, outcome: 'JUSTIFIED', reason: 'There was danger.' });
    const line = {
      ground: 'SERIOUS_THREAT', statute: null, worker: 'Eilidh', agency: 'Fife Works', categories: ['ACTION_PLAN'], control: 'TOLD', outcome: 'JUSTIFIED', explanation: null,
      why: expect.stringMatching(/^Eilidh of Fife Works opened your goals and action plan for themselves on .*, because they said that somebody was in danger\.$/), challenge: expect.stringContaining('say so beside'),
    };
    expect(await asMine(person, themselves(person))).toEqual({ openings: [line] });
    expect(await asMine(person, SHONA)).toEqual({ openings: [{ ...line, explanation: 'Opened because: Said that they cannot go on. | Reviewed: There was danger.' }] });
  });

  test('a law is named', async () => {
    const person = await house.supported();
    await forget();
    payload(await does('useLegalGateway', ISLA, { person, ...lawInput(), categories: ['ACTION_PLAN'] }));
    expect(await asMine(person, themselves(person), 'openings { ground statute why }')).toEqual({
      openings: [{ ground: 'STATUTORY', statute: 'Adult Support and Protection (Scotland) Act 2007, section 5', why: expect.stringContaining('because a law lets their service see it.') }],
    });
  });

  test('who could look says it, and until when', async () => {
    const person = house.somebody();
    await broken(person);
    const { couldLook } = (await asMine(person, themselves(person), 'couldLook { lines { category worker purpose reason why } }')) as { couldLook: { lines: object[] } };
    expect(couldLook.lines).toContainEqual({
      category: 'ACTION_PLAN', worker: 'Eilidh', purpose: 'KEEP_SAFE', reason: 'BREAK_GLASS', why: expect.stringContaining('because they opened it in an emergency, which you can challenge'),
    });
  });

  test.each(['openings { id }', 'couldLook { lines { worker } }', 'previewAs(worker: "eilidh", purpose: KEEP_SAFE) { known lines { state } }', 'disclosures { items { id } }'])('while the person is not to know, %s reads as if nothing were', async (field) => {
    const [person, none] = [house.somebody(), house.somebody()];
    await broken(person, { delayNotice: 'Somebody at home reads their screen.' });
    expect(await asMine(person, themselves(person), field)).toEqual(await asMine(none, themselves(none), field));
    if (field !== 'disclosures { items { id } }') expect(await asMine(person, SHONA, field)).not.toEqual(await asMine(none, SHONA, field));
  });

  test('a lead reads what waits for a review, without anything of the person but an id; nobody else does', async () => {
    const person = house.somebody();
    const opening = await broken(person, { delayNotice: 'Not safe.' });
    const waiting = async (who: ClaimedCaller) => house.asks('openingsToReview { opening person worker ground categories overdue asksForDelay }', who);
    for (const who of [KIRSTY, SHONA]) {
      expect((await waiting(who)).data!['openingsToReview']).toContainEqual({ opening, person, worker: 'eilidh', ground: 'SERIOUS_THREAT', categories: ['ACTION_PLAN'], overdue: false, asksForDelay: true });
    }
    expect(JSON.stringify((await waiting(LEAD_OF_HOUSING)).data)).not.toContain(opening);
    for (const who of [ISLA, STRANGER, themselves(person)]) expect(code(await waiting(who))).toBe('FORBIDDEN');
  });

  test('nobody else reads it, and who supports the person neither', async () => {
    const person = house.somebody();
    await support(house.ledger, person);
    await broken(person);
    expect((await house.room.entities('openings { id }', { [person]: { granted: ['NAME_AND_CONTACT'] } }, { caller: ISLA }))[0]).toEqual({ openings: null });
  });
});

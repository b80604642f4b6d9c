import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer } from '@thegither/subgraph/testing';
import type { ClaimedCaller, PersonId } from '@thegither/vocabulary';
import { EWAN, ISLA, KIRSTY, LORNA, RORY, SHONA, agree, byPerson, openConsent, themselves, told, type ConsentUnderTest } from '../testing/openConsent.ts';

let house: ConsentUnderTest;
beforeAll(async () => { house = await openConsent(); });
afterAll(() => house?.close());

const SOMEBODY = themselves('1.AAAAAAAAAAAAAAAAAAAAAA');

const code = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';

/** A mutation that names nobody: no person is in its decision. */
const does = (mutation: string, who: ClaimedCaller, input: object, fields = ''): Promise<Answer> => house.room.ask({
  query: `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { person { id } eventId at ${fields} } }`,
  use: 'mutation', caller: who, variables: { input: { key: randomUUID(), ...input } }, people: {},
});

interface Notice { readonly id: string; readonly person: string }
const noticesOf = async (person: string, who = KIRSTY): Promise<Notice[]> =>
  ((await house.asks('endingNotices { id person categories workers endedAt acknowledgeBy acknowledgedAt attestBy }', who)).data!['endingNotices'] as Notice[]).filter((notice) => notice.person === person);

/** Isla was told, the person took it back, and the hourly run went over it. */
async function noticed(): Promise<{ person: PersonId; grant: string; ending: string }> {
  const person = await house.supported();
  const grant = await agree(house.ledger, person, 'SKILLS', 'ACTION_PLAN');
  await told(house.ledger, person, 'ACTION_PLAN');
  await house.ledger.withdrawGrant({ ...byPerson(person), grant });
  await house.ledger.noteEndings();
  return { person, grant, ending: (await noticesOf(person))[0]!.id };
}

const asMine = async (person: PersonId, field: string): Promise<unknown> =>
  (await house.room.entities(field, { [person]: { granted: ['MY_SHARING'] } }, { caller: themselves(person) }))[0]!;

describe('a notice that sharing ended', () => {
  test('says to a lead who, what, by whom and until when, and never why', async () => {
    const { person, ending } = await noticed(), day = expect.stringMatching(/Z$/);
    expect(await noticesOf(person)).toEqual([{
      id: ending, person, categories: ['ACTION_PLAN'], workers: ['Isla'], endedAt: day, acknowledgeBy: day, acknowledgedAt: null, attestBy: day,
    }]);
    expect(await noticesOf(person, LORNA)).toHaveLength(1);
  });

  test.each<[string, string, ClaimedCaller]>([
    ['endingNotices { id }', 'a worker', ISLA], ['endingNotices { id }', 'a person', SOMEBODY], ['endingsOverdue { id }', 'a lead', KIRSTY], ['endingsOverdue { id }', 'a worker', ISLA],
  ])('%s is not for %s', async (field, _, who) => expect(code(await house.asks(field, who))).toBe('FORBIDDEN'));

  test('is answered twice, and the person reads both', async () => {
    const { person, grant, ending } = await noticed();
    const mine = 'endings { grant agency categories endedAt askedAt acknowledgeBy acknowledgedAt attestBy attestedAt outcome duty }';
    const asked = { grant, agency: 'Fife Works', categories: ['ACTION_PLAN'], acknowledgedAt: null, attestedAt: null, outcome: null, duty: null };
    expect(await asMine(person, mine)).toEqual({ endings: [expect.objectContaining(asked)] });
    const read = (await does('acknowledgeEnding', KIRSTY, { ending }, 'ending')).data!['acknowledgeEnding'] as { at: string };
    expect(read).toEqual({ person: null, ending, eventId: expect.any(String), at: expect.any(String) });
    const said = (await does('attestErasure', LORNA, { ending, outcome: 'NOTHING_KEPT' }, 'ending')).data!['attestErasure'] as { at: string };
    expect(await asMine(person, mine)).toEqual({ endings: [expect.objectContaining({ ...asked, acknowledgedAt: read.at, attestedAt: said.at, outcome: 'NOTHING_KEPT' })] });
  });

  test.each([
    ['acknowledgeEnding', 'a worker', ISLA, 'FORBIDDEN'], ['attestErasure', 'a worker', RORY, 'FORBIDDEN'], ['acknowledgeEnding', 'a person', SOMEBODY, 'FORBIDDEN'],
    ['attestErasure', 'a worker of another agency', EWAN, 'FORBIDDEN'], ['acknowledgeEnding', 'the data protection lead of another agency', SHONA, 'INVALID_INPUT'],
    ['attestErasure', 'a lead whose account leads no more, whatever the decision says', { ...ISLA, roles: ['TEAM_LEAD'] } as ClaimedCaller, 'FORBIDDEN'],
  ] as const)('%s is not for %s', async (mutation, _, who, expected) => {
    const { person, ending } = await noticed(), events = await house.ledger.readEvents(person);
    expect(code(await does(mutation, who, { ending, ...(mutation === 'attestErasure' ? { outcome: 'ERASED' } : {}) }))).toBe(expected);
    expect(await house.ledger.readEvents(person)).toEqual(events);
  });

  test('to another agency and none at all are one answer, letter for letter', async () => {
    const { ending } = await noticed();
    const answers = [await does('acknowledgeEnding', SHONA, { ending }), await does('acknowledgeEnding', SHONA, { ending: randomUUID() }), await does('acknowledgeEnding', KIRSTY, { ending: randomUUID() })];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('whose answer is overdue is on the data protection lead\'s list', async () => {
    const person = house.somebody(), id = randomUUID();
    await house.sql(
      `INSERT INTO ending_notice (id, person, grant_id, agency, workers, categories, held_back, ended_at, noticed_at, acknowledge_by, attest_by)
       VALUES ($1, $2, $1, 'fife-works', '{isla}', 1, false, '2026-01-02', '2026-01-02', '2026-01-09', '2026-02-01')`, [id, person]);
    const { data } = await house.asks('endingsOverdue { id person agency owes endedAt dueAt }', SHONA);
    expect(data!['endingsOverdue']).toContainEqual({ id, person, agency: 'Fife Works', owes: 'ATTESTATION', endedAt: '2026-01-02T00:00:00.000Z', dueAt: '2026-01-09T00:00:00.000Z' });
  });
});

describe('an account', () => {
  test('is moved by the team\'s lead, and what the team sees is not theirs any more', async () => {
    const { data } = await does('changeAccount', KIRSTY, { worker: 'rory', team: 'fife-works-west' }, 'worker');
    expect(data!['changeAccount']).toEqual({ person: null, worker: 'rory', eventId: expect.any(String), at: expect.stringMatching(/Z$/) });
    expect(code(await does('changeAccount', KIRSTY, { worker: 'rory', team: 'fife-works-west' }))).toBe('INVALID_INPUT');
  });

  test.each([['a worker', ISLA], ['the data protection lead', SHONA], ['a person', SOMEBODY], ['who leads no more', { ...ISLA, roles: ['TEAM_LEAD'] } as ClaimedCaller]])('is not changed by %s', async (_, who) => {
    expect(code(await does('changeAccount', who, { worker: 'rory', team: 'fife-works-east' }))).toBe('FORBIDDEN');
  });
});

test.each<[string, (ending: string) => object]>([
  ['acknowledgeEnding', (ending) => ({ ending })], ['attestErasure', (ending) => ({ ending, outcome: 'ERASED' })], ['changeAccount', () => ({ worker: 'isla', team: 'fife-works-east' })],
])('%s, sent again after a lost answer, answers the same; with another wish it is refused', async (mutation, wish) => {
  const { ending } = await noticed(), input = { key: `once ${mutation}`, ...wish(ending) };
  const first = await does(mutation, KIRSTY, input);
  expect(code(first)).toBe('done');
  expect(await does(mutation, KIRSTY, input)).toEqual(first);
  const other = mutation === 'changeAccount' ? { ...input, team: 'fife-works-west' } : { ...input, ending: (await noticed()).ending };
  expect(code(await does(mutation, KIRSTY, other))).toBe('KEY_REUSED');
});

test('by which way a person is reminded they read themselves, and who wrote it down', async () => {
  const person = await house.supported();
  const way = () => asMine(person, 'reminderWay { way since byWorker }');
  expect(await way()).toEqual({ reminderWay: { way: 'NONE', since: null, byWorker: false } });
  await house.does('chooseContact', ISLA, { person, way: 'LETTER' });
  expect(await way()).toEqual({ reminderWay: { way: 'LETTER', since: expect.stringMatching(/Z$/), byWorker: true } });
  await house.does('chooseContact', themselves(person), { person, way: 'APP' });
  expect(await way()).toMatchObject({ reminderWay: { way: 'APP', byWorker: false } });
});

import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { PATIENT } from '../harness/patient.ts';
import { startHouse, type TestHouse } from '../harness/startHouse.ts';
import { act, agree, agreeAnew, openGrants } from '../withdrawal/acts.ts';
import { openTestLedger, type TestLedger } from '../withdrawal/testLedger.ts';
import { askForChanges, watch, type Screen } from './watch.ts';

jest.setTimeout(60_000);

/* What a screen is told of changes while it is open: that something is another now, and nothing else. */
let house: TestHouse, ledger: TestLedger;
const open: Screen[] = [];
beforeAll(async () => {
  house = await startHouse({ patience: PATIENT });
  ledger = await openTestLedger(house);
});
afterEach(() => Promise.all(open.splice(0).map((screen) => screen.close())));
afterAll(async () => {
  await ledger.close();
  await house.stop();
});

async function screenOf(account: string, ...personas: string[]): Promise<Screen> {
  const screen = await watch(house, account, personas);
  open.push(screen);
  return screen;
}

const NAMES = 'query ($ids: [PersonId!]!) { people(ids: $ids) { id name { knownAs } } }';
const SINCE = { headers: { changes: 'since' } };
const idOf = (persona: string, account = 'isla'): string => house.personIdFor(account, persona);
/** What came along with an answer about these people. */
const seenBy = async (account: string, ...personas: readonly string[]) =>
  (await house.ask(account, NAMES, { ids: personas.map((persona) => idOf(persona, account)) }, SINCE)).body.extensions?.since ?? {};
/** What a screen of two is told first; when nothing is told at once, that is what Jean does then. */
async function toldFirst(since: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const screen = await watch(house, 'isla', ['jean', 'tam'], since, headers);
  open.push(screen);
  await act(house, 'jean', 'stopAll', 'jean');
  const told = await screen.next();
  await act(house, 'jean', 'resumeSharing', 'jean');
  return told;
}

describe('a worker\'s screen', () => {
  test('is told that somebody agreed and that they stopped, by the place in its own list', async () => {
    for (const grant of await openGrants(house, 'tam')) await act(house, 'tam', 'withdrawGrant', 'tam', { grant });
    const screen = await screenOf('isla', 'jean', 'tam');
    await agree(house, 'tam', ['ACTION_PLAN']);
    expect(await screen.next()).toEqual(['changed', [1]]);
    await act(house, 'tam', 'stopAll', 'tam');
    expect(await screen.next()).toEqual(['changed', [1]]);
    await act(house, 'tam', 'resumeSharing', 'tam');
    expect(await screen.next()).toEqual(['changed', [1]]);
  });

  test('hears nothing of what is agreed with others', async () => {
    await agreeAnew(house, 'tam', ['ACTION_PLAN']);
    const screen = await screenOf('isla', 'tam');
    await act(house, 'tam', 'giveGrant', 'tam', { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-housing' } });
    // It would have been heard before this.
    await act(house, 'jean', 'stopAll', 'jean');
    await act(house, 'jean', 'resumeSharing', 'jean');
    for (const grant of await openGrants(house, 'tam')) await act(house, 'tam', 'withdrawGrant', 'tam', { grant });
    expect(await screen.next()).toEqual(['changed', [0]]);
    await screen.close();
    expect(screen.text().match(/event: changed/g)).toHaveLength(1);
  });

  test('is told what the clock ends', async () => {
    const grant = await agreeAnew(house, 'tam', ['ACTION_PLAN']);
    const screen = await screenOf('isla', 'tam');
    await ledger.rows(`UPDATE sharing_grant SET access_to = clock_timestamp() + interval '300 ms' WHERE id = $1`, [grant]);
    expect(await screen.next()).toEqual(['changed', [0]]);
  });

  test('of somebody unknown says what one of somebody known says of whom nothing changes', async () => {
    const [unknown, known] = [await screenOf('isla', 'hamish'), await screenOf('isla', 'jean')];
    await act(house, 'hamish', 'stopAll', 'hamish');
    await act(house, 'hamish', 'resumeSharing', 'hamish');
    const probe = await screenOf('isla', 'tam');
    await agreeAnew(house, 'tam', ['SKILLS']);
    await probe.next();
    expect(unknown.text()).toBe(known.text());
  });

  test('has nothing in it that names anybody or says what it was', async () => {
    await agreeAnew(house, 'tam', ['ACTION_PLAN']);
    const screen = await screenOf('isla', 'tam');
    await act(house, 'tam', 'stopAll', 'tam');
    await screen.next();
    expect(screen.text().replaceAll(':\n\n', '')).toBe('event: open\ndata: {}\n\nevent: changed\ndata: [0]\n\n');
    await act(house, 'tam', 'resumeSharing', 'tam');
  });
});

describe('between an answer and the stream nothing is missed', () => {
  const JEAN = ['changed', [0]], TAM = ['changed', [1]], BOTH = ['changed', [0, 1]];
  beforeAll(() => agreeAnew(house, 'tam', ['ACTION_PLAN']));

  test('a stop in between is told at once, of the one who stopped', async () => {
    const since = await seenBy('isla', 'jean', 'tam');
    expect(Object.keys(since).toSorted()).toEqual([idOf('jean'), idOf('tam')].toSorted());
    await act(house, 'tam', 'stopAll', 'tam');
    expect(await toldFirst(since)).toEqual(TAM);
    // By now it is seen: it is told no more.
    expect(await toldFirst(await seenBy('isla', 'tam'))).toEqual(JEAN);
    await act(house, 'tam', 'resumeSharing', 'tam');
    expect(await toldFirst(since)).toEqual(JEAN);
  });

  test('what is agreed with others in between is told to nobody', async () => {
    const since = await seenBy('isla', 'tam');
    await act(house, 'tam', 'giveGrant', 'tam', { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-housing' } });
    expect(await toldFirst(since)).toEqual(JEAN);
  });

  test.each<[string, (seen: string, ofJean: string) => unknown, unknown]>([
    ['what came with the answer', (seen) => ({ [idOf('tam')]: seen }), JEAN],
    ['what came with two', (seen) => ({ [idOf('tam')]: `${seen}.${seen}` }), JEAN],
    ['nothing', () => undefined, JEAN],
    ['nothing of these people', (seen) => ({ [idOf('callum')]: seen }), JEAN],
    ['what is no such text', () => ({ [idOf('tam')]: 'x' }), TAM],
    ['no text', () => ({ [idOf('tam')]: null }), TAM],
    ['what was changed', (seen) => ({ [idOf('tam')]: `${seen.slice(0, -2)}${seen.endsWith('AA') ? 'BB' : 'AA'}` }), TAM],
    ['what came of somebody else', (_, ofJean) => ({ [idOf('tam')]: ofJean }), TAM],
    ['a number', () => 7, BOTH], ['a list', (seen) => [seen], BOTH], ['null', () => null, BOTH], ['a text', (seen) => seen, BOTH],
  ])('whoever brings %s', async (_, bring, told) => {
    const seen = await seenBy('isla', 'tam', 'jean');
    expect(await toldFirst(bring(seen[idOf('tam')]!, seen[idOf('jean')]!))).toEqual(told);
  });

  test('what another caller was given is a change, and so is what was given for another purpose', async () => {
    const own = await seenBy('tam', 'tam'), isla = await seenBy('isla', 'tam');
    expect(await toldFirst({ [idOf('tam')]: own[idOf('tam', 'tam')] })).toEqual(TAM);
    expect(await toldFirst(isla, { purpose: 'REFERRAL' })).toEqual(TAM);
  });

  test('nothing comes along of whom the caller does not know, nor when it is not asked for', async () => {
    expect(await seenBy('isla', 'hamish')).toEqual({});
    const { body } = await house.ask('isla', NAMES, { ids: [idOf('tam')] });
    expect(Object.keys(body.extensions ?? {})).toEqual(['sharing']);
  });
});

test('a person\'s own screen can be open, on themselves', async () => {
  const screen = await screenOf('tam', 'tam');
  expect(screen.text()).toBe('event: open\ndata: {}\n\n');
});

test.each<[string, string, unknown, Readonly<Record<string, string>>, number, string]>([
  ['about nobody', 'isla', { people: [] }, {}, 400, 'BAD_REQUEST'],
  ['about what is no id', 'isla', { people: ['morag'] }, {}, 400, 'BAD_REQUEST'],
  ['about too many', 'isla', { people: Array.from({ length: 201 }, () => '1AAAAAAAAAAAAAAAAAAAAAA') }, {}, 400, 'BAD_REQUEST'],
  ['that is no JSON', 'isla', '{"people":', {}, 400, 'BAD_REQUEST'],
  ['as a form would send it', 'isla', { people: [] }, { 'content-type': 'text/plain' }, 400, 'BAD_REQUEST'],
  ['that is too large', 'isla', 'x'.repeat(70_000), {}, 413, 'TOO_LARGE'],
])('a request %s is refused', async (_, account, body, headers, status, code) => {
  const response = await askForChanges(house, account, body, headers);
  expect([response.status, await response.json()]).toEqual([status, { errors: [{ message: expect.any(String), extensions: { code } }] }]);
});

test('a request of nobody who signed in is refused, whoever it is about', async () => {
  const response = await askForChanges(house, null, { people: [house.personIdFor('isla', 'tam')] });
  expect(response.status).toBe(401);
});

test('when the house closes, every screen is told that it is over', async () => {
  const other = await startHouse();
  const screen = await watch(other, 'isla', ['tam']);
  const over = screen.next();
  await other.stop();
  expect(await over).toEqual(['over', {}]);
  expect(await screen.next()).toBeUndefined();
});

import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { hold } from '../harness/faults.ts';
import type { Recorded } from '../harness/proxy.ts';
import { startHouse, type Asked, type TestHouse } from '../harness/startHouse.ts';
import { act, agreeAnew } from './acts.ts';
import { brokenPromises } from './brokenPromises.ts';
import { PATIENT } from '../harness/patient.ts';
import { disclosuresOf, latestRequest } from './released.ts';
import { openTestLedger, type TestLedger } from './testLedger.ts';

jest.setTimeout(60_000);

const CASELOAD = '{ caseload { edges { person { id name { knownAs } actionPlan { goals { title } } skills { name } careerPlans { title } workHistory { title } } } } }';
interface Line { readonly person: { readonly id: string; readonly [field: string]: unknown } | null }
interface Caseload { readonly caseload: { readonly edges: readonly Line[] } }

const ROOMS = ['consent', 'people', 'employability', 'careers'] as const;
const OF_CAREERS = ['SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'];
const MORAGS = ['ACTION_PLAN', ...OF_CAREERS];

let house: TestHouse, ledger: TestLedger;
/** The caseload while nothing happens, whom each room was asked about for it, and the grant by which Morag shares. */
let before: Asked<Caseload>, asItIs: ReturnType<typeof fetches>, grant: string;

beforeAll(async () => {
  house = await startHouse({ through: [...ROOMS, 'decisions'], patience: PATIENT });
  ledger = await openTestLedger(house);
});
afterAll(async () => {
  await ledger.close();
  await house.stop();
});
beforeEach(async () => {
  for (const name of [...ROOMS, 'decisions']) house.proxy(name).mend();
  grant = await agreeAnew(house, 'morag', MORAGS);
  forget();
  before = await askCaseload();
  asItIs = fetches();
  forget();
});
afterEach(async () => {
  expect(await brokenPromises(ledger)).toEqual([]);
});

const forget = () => [...ROOMS, 'decisions'].forEach((name) => house.proxy(name).forget());
const askCaseload = () => house.ask<Caseload>('isla', CASELOAD);
const morag = () => house.personIdFor('isla', 'morag');
const lineOf = ({ body }: Asked<Caseload>) => body.data!.caseload.edges.find(({ person }) => person?.id === morag())?.person;
const statesOf = ({ body }: Asked<Caseload>) => Object.fromEntries(body.extensions!.sharing!.filter(({ person }) => person === morag()).map(({ category, state }) => [category, state]));
const others = ({ body }: Asked<Caseload>) => ({
  lines: body.data!.caseload.edges.map(({ person }) => person).filter((person) => person !== null && person.id !== morag()),
  sharing: body.extensions!.sharing!.filter(({ person }) => person !== morag()),
});

/** Whom each room was asked about by representation, once for each time that it was asked. */
const fetches = () => Object.fromEntries(ROOMS.map((room) => [room, house.proxy(room).asked.filter(isAboutCaseload).map((asked) => representedIn(asked))]));
const representedIn = ({ body }: Recorded): string[] =>
  ((body?.variables as { readonly representations?: readonly { readonly id: string }[] } | undefined)?.representations ?? []).map(({ id }) => id);
/** Morag's own acts go through the same rooms. */
const isAboutCaseload = ({ body }: Recorded) => !/^(mutation|query.*\bme\b)/.test(String(body?.query));
const releases = () => house.proxy('decisions').asked.filter(({ path }) => path === '/release');
/** Asked once more about Morag alone. */
const andMorag = (room: (typeof ROOMS)[number]) => [...asItIs[room]!, [house.personIdFor(room, 'morag')]];

/** The caseload, with something happening while the careers room's answer is in the gateway's hands. */
async function askCaseloadWhile(happens: () => Promise<unknown>): Promise<Asked<Caseload>> {
  const held = hold();
  house.proxy('careers').once(held.fault);
  const answered = askCaseload();
  await held.arrived;
  await happens();
  held.release();
  return answered;
}

test('one person\'s withdrawal in the middle of a caseload costs the others nothing, and about them no room is asked again', async () => {
  const answer = await askCaseloadWhile(() => act(house, 'morag', 'withdrawGrant', 'morag', { grant }));

  expect(lineOf(before)).toMatchObject({ actionPlan: { goals: [{}, {}] }, skills: [{ name: 'Handling calls' }, {}], careerPlans: [{}], workHistory: [{}, {}] });
  expect(lineOf(answer)).toEqual({ id: morag(), name: { knownAs: 'Morag' }, actionPlan: null, skills: null, careerPlans: null, workHistory: null });
  expect(statesOf(answer)).toEqual({ NAME_AND_CONTACT: 'SHARED', ...Object.fromEntries(MORAGS.map((category) => [category, 'NOT_SHARED'])) });
  expect(others(answer).lines).toHaveLength(7);
  expect(others(answer)).toEqual(others(before));
  expect(answer.body.errors).toBeUndefined();

  expect(fetches()).toEqual({ ...asItIs, people: andMorag('people') });
  const recorded = await disclosuresOf(ledger, latestRequest(house));
  expect(recorded.map(({ grants }) => grants.includes(grant))).toEqual(Array(8).fill(false));
});

test('who takes back one topic is asked about again with the others that they share, and without it', async () => {
  const answer = await askCaseloadWhile(() => act(house, 'morag', 'refuse', 'morag', { categories: ['SKILLS'], recipient: { agency: 'fife-works' } }));

  expect(lineOf(answer)).toEqual({ ...lineOf(before), skills: null });
  expect(statesOf(answer)).toEqual({ ...statesOf(before), SKILLS: 'NOT_SHARED' });
  expect(others(answer)).toEqual(others(before));
  expect(fetches()).toEqual({ ...asItIs, people: andMorag('people'), employability: andMorag('employability'), careers: andMorag('careers') });
  expect(house.proxy('careers').asked.at(-1)!.text).not.toContain('skills');
});

test('who changes three times is left out, and everybody else is answered without them', async () => {
  const changes = OF_CAREERS.map((category) => () => act(house, 'morag', 'refuse', 'morag', { categories: [category], recipient: { agency: 'fife-works' } }));
  house.proxy('decisions').always(async (_, passOn) => {
    await changes.shift()?.();
    return passOn();
  }, ({ path }) => path === '/release');
  const answer = await askCaseload();

  expect(releases().map(({ body }) => [body!.attempt, (body!.people as unknown[]).length])).toEqual([[1, 8], [2, 8], [3, 8], [4, 7]]);
  expect(lineOf(answer)).toBeUndefined();
  expect(answer.text).not.toMatch(/Morag|Handling calls/);
  expect(answer.body.errors!.map(({ extensions }) => extensions.code)).toEqual(['SHARING_CHANGED']);
  expect(others(answer)).toEqual(others(before));
  expect(answer.body.extensions!.sharing!.some(({ person }) => person === morag())).toBe(false);

  const recorded = await disclosuresOf(ledger, latestRequest(house));
  expect(recorded.map(({ person }) => person === house.personIdFor('consent', 'morag'))).toEqual(Array(7).fill(false));
});

import { expect, test } from '@jest/globals';
import { intersection, maskOf, toHex, NOTHING } from '@thegither/consent';
import type { Operation, Run, Touched } from '@thegither/execution';
import { HouseError, parseSpineId, type DecidedPerson, type ReleaseAnswer, type ReleaseRequest, type SpineId } from '@thegither/vocabulary';
import { Kind } from 'graphql';
import type { Corridor } from './corridor.ts';
import { decideFor, type Decisions } from './decide.ts';
import { LEDGER } from './ledgerAudience.ts';
import type { Question } from './question.ts';
import { release, type Released } from './release.ts';
import { corridorWith, identifiers } from './testing/corridorWith.ts';

const morag = parseSpineId('0'.repeat(31) + '1')!;
const callum = parseSpineId('0'.repeat(31) + '2')!;
const skills = maskOf('SKILLS');
const words = { OUTSIDE_AGREEMENT: toHex(NOTHING), ROLE_LIMIT: toHex(NOTHING), NO_PURPOSE: toHex(NOTHING) };
const question: Question = {
  request: '3c0bd1c8-19a2-4c05-9d9c-7a56d1b7a3a1', authorization: 'Bearer a.b.c', purpose: 'EMPLOYABILITY_SUPPORT',
  document: { kind: Kind.DOCUMENT, definitions: [] }, operationName: 'Look', variables: {}, hash: 'ab',
};

const decided = (person: SpineId, granted = skills): DecidedPerson =>
  ({ id: identifiers.issue(LEDGER, person), known: true, addressable: true, granted: toHex(granted), own: toHex(NOTHING), fingerprint: toHex(granted) });
const changed = (...people: DecidedPerson[]): ReleaseAnswer => ({ status: 'CHANGED', at: 1, words, people, signed: [] });
const RELEASED: ReleaseAnswer = { status: 'RELEASED', at: 1 };

/** What a release has no business with. */
const unused = (): never => {
  throw new Error('not a part of a release');
};

/** A request about Morag and Callum whose decision service answers releases in this order; a thrown code is an outage. */
async function releasing(kind: Operation['kind'], answers: (ReleaseAnswer | HouseError)[], { listed = false, category = skills, takes = [] as number[] } = {}) {
  const asked: ReleaseRequest[] = [];
  const fetchedAgain: SpineId[][] = [];
  let clock = 1_000;
  const operation: Operation = { kind, isNew: false, fetches: [], start: unused };
  const corridor: Corridor = corridorWith({
    now: () => (clock += 10), releaseDeadlineMs: 250,
    decisionService: {
      decide: async () => ({ at: 1, words, people: [decided(morag), decided(callum)], signed: [] }),
      marks: unused,
      release: async (request: ReleaseRequest) => {
        asked.push(request);
        clock += takes.shift() ?? 0;
        const answer = answers.shift() ?? RELEASED;
        if (answer instanceof HouseError) throw answer;
        return answer;
      },
    },
  });
  const decisions: Decisions = decideFor(question, operation, corridor);
  await decisions.decide([morag, callum]);
  const touched = (): Touched[] => [morag, callum].filter((person) => decisions.of(person)?.known)
    .map((person) => ({ person, asked: category, released: intersection(category, decisions.of(person)!.granted), listed }));
  const run: Run = {
    touched, isSent: () => kind === 'mutation', fetch: unused, answer: unused,
    fetchAgain: async (people) => void fetchedAgain.push([...people]),
  };
  const outcome: Released | HouseError = await release(run, decisions, question, operation, corridor).catch((error: unknown) => error as HouseError);
  return { outcome, asked, fetchedAgain, shown: touched().map(({ person }) => person) };
}

test('what is released at once is told within the deadline, and nothing is fetched twice', async () => {
  const { outcome, asked, fetchedAgain } = await releasing('query', [RELEASED]);
  expect(outcome).toEqual({ deadline: 1_010 + 250, withheld: undefined });
  expect(asked.map(({ attempt }) => attempt)).toEqual([1]);
  expect(fetchedAgain).toEqual([]);
});

test('the deadline of a later try begins with that try', async () => {
  const { outcome } = await releasing('query', [changed(decided(morag)), RELEASED]);
  expect(outcome).toEqual({ deadline: 1_020 + 250, withheld: undefined });
});

test('only the person who changed is fetched again, and released by what holds now', async () => {
  const { asked, fetchedAgain } = await releasing('query', [changed(decided(callum, NOTHING)), RELEASED]);
  expect(fetchedAgain).toEqual([[callum]]);
  expect(asked[1]!.people.map(({ granted }) => granted)).toEqual([toHex(skills), toHex(NOTHING)]);
});

test('whoever changes three times is withheld, and the others are released', async () => {
  const flapping = changed(decided(callum));
  const { outcome, asked, fetchedAgain, shown } = await releasing('query', [flapping, flapping, flapping, RELEASED]);
  expect(outcome).toEqual({ deadline: expect.any(Number), withheld: 'SHARING_CHANGED' });
  expect(asked.map(({ people }) => people.length)).toEqual([2, 2, 2, 1]);
  expect(fetchedAgain.length).toBe(2);
  expect(shown).toEqual([morag]);
});

test('when everybody keeps changing, the question is refused and nothing is told', async () => {
  const flapping = changed(decided(callum), decided(morag));
  const { outcome, shown } = await releasing('query', [flapping, flapping, flapping]);
  expect(outcome).toEqual({ deadline: undefined, withheld: 'SHARING_CHANGED' });
  expect(shown).toEqual([]);
});

test('a question that cannot be recorded is not answered', async () => {
  const { outcome } = await releasing('query', [new HouseError('DECISIONS_UNAVAILABLE')]);
  expect(outcome).toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});

test('what is released too late to be told is decided and recorded anew', async () => {
  const { outcome, asked } = await releasing('query', [RELEASED, changed(decided(callum, NOTHING)), RELEASED], { takes: [250] });
  expect(outcome).toEqual({ deadline: expect.any(Number), withheld: undefined });
  expect(asked.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
});

test.each([
  ['query', { code: 'DEADLINE_PASSED' }],
  ['mutation', { deadline: undefined, withheld: 'DONE_NOT_SHOWN' }],
] as const)('what is released too late three times is not told: a %s', async (kind, expected) => {
  const { outcome, asked } = await releasing(kind, [RELEASED, RELEASED, RELEASED], { takes: [250, 250, 250] });
  expect(outcome).toMatchObject(expected);
  expect(asked).toHaveLength(3);
});

test('a mutation about somebody who changes three times is told as done', async () => {
  const flapping = changed(decided(callum), decided(morag));
  const { outcome, asked, shown } = await releasing('mutation', [flapping, flapping, flapping]);
  expect(outcome).toEqual({ deadline: undefined, withheld: 'DONE_NOT_SHOWN' });
  expect([asked.length, shown]).toEqual([3, []]);
});

test('a mutation that cannot be recorded stands, and nobody is shown', async () => {
  const { outcome, shown } = await releasing('mutation', [new HouseError('DECISIONS_UNAVAILABLE')]);
  expect(outcome).toEqual({ deadline: undefined, withheld: 'DONE_NOT_SHOWN' });
  expect(shown).toEqual([]);
});

test.each([
  [true, 'NAME_AND_CONTACT', 'LIST'],
  [true, 'ACTION_PLAN', 'LIST'],
  [true, 'SKILLS', 'LOOK'],
  [false, 'NAME_AND_CONTACT', 'LOOK'],
] as const)('people in a list only (%s) asked for %s go on the record as a %s', async (listed, category, kind) => {
  const { asked } = await releasing('query', [RELEASED], { listed, category: maskOf(category) });
  expect(asked[0]!.kind).toBe(kind);
});

import { describe, expect, test } from '@jest/globals';
import { maskOf, toHex, NOTHING, type Mask } from '@thegither/consent';
import type { Operation, WantedDecision } from '@thegither/execution';
import { HouseError, MOST_PEOPLE, parseSpineId, type DecideAnswer, type DecidedPerson, type DecideRequest, type SpineId } from '@thegither/vocabulary';
import { Kind } from 'graphql';
import { decideFor } from './decide.ts';
import { LEDGER } from './ledgerAudience.ts';
import type { Question } from './question.ts';
import { corridorWith, identifiers } from './testing/corridorWith.ts';

const spine = (number: number): SpineId => parseSpineId(number.toString(16).padStart(32, '0'))!;
const [morag, callum, tam] = [spine(1), spine(2), spine(3)];
const idOf = (person: SpineId) => identifiers.issue(LEDGER, person);
const skills = maskOf('SKILLS');
const words = { OUTSIDE_AGREEMENT: toHex(maskOf('CONVICTIONS')), ROLE_LIMIT: toHex(NOTHING), NO_PURPOSE: toHex(NOTHING) };
const FETCHES: WantedDecision[] = [{ subgraph: 'consent', use: 'query', needs: NOTHING }, { subgraph: 'careers', use: 'joined', needs: skills }];
const question: Question = {
  request: '3c0bd1c8-19a2-4c05-9d9c-7a56d1b7a3a1', authorization: 'Bearer a.b.c', purpose: 'EMPLOYABILITY_SUPPORT',
  document: { kind: Kind.DOCUMENT, definitions: [] }, operationName: undefined, variables: {}, hash: 'ab',
};

const decided = (person: SpineId, granted: Mask = skills): DecidedPerson =>
  ({ id: idOf(person), known: true, addressable: true, granted: toHex(granted), own: toHex(NOTHING), fingerprint: 'f' });
const answerTo = ({ people, sign }: DecideRequest, asked: number): DecideAnswer =>
  ({ at: 1, words, people: people.map((id) => ({ ...decided(morag), id })), signed: sign.map(({ subgraph, use }) => `${use} ${subgraph} ${asked}`) });

const start = (): never => {
  throw new Error('nothing is fetched here');
};

/** The decisions of one question; the decision service answers as it should, but for what is said. */
function deciding({ kind = 'query', fetches = FETCHES, asks = question, change = (answer) => answer }: { kind?: Operation['kind']; fetches?: readonly WantedDecision[]; asks?: Question; change?: (answer: DecideAnswer, request: DecideRequest, asked: number) => unknown } = {}) {
  const asked: DecideRequest[] = [];
  const decisions = decideFor(asks, { kind, isNew: false, fetches, start }, corridorWith({
    decisionService: {
      decide: async (request) => (await change(answerTo(request, asked.push(request)), request, asked.length)) as DecideAnswer,
      release: async () => ({ status: 'RELEASED', at: 1 }),
      marks: start,
    },
  }));
  return { asked, decisions };
}

describe('before anything is decided', () => {
  test('everybody is withheld', () => expect(deciding().decisions.of(morag)).toBeUndefined());
});

describe('the decision service', () => {
  test('is told the caller\'s token, the purpose, the people in the ledger\'s words, and what is to be signed', async () => {
    const { decisions, asked } = deciding();
    await decisions.decide([morag]);
    expect(asked).toEqual([{
      request: question.request, token: 'a.b.c', purpose: 'EMPLOYABILITY_SUPPORT', mutation: false, people: [idOf(morag)],
      sign: [{ subgraph: 'consent', use: 'query', needs: toHex(NOTHING) }, { subgraph: 'careers', use: 'joined', needs: toHex(skills) }],
    }]);
  });

  test('is told of a mutation, and of a purpose that is missing', async () => {
    const { decisions, asked } = deciding({ kind: 'mutation', asks: { ...question, purpose: undefined } });
    await decisions.decide([]);
    expect(asked).toMatchObject([{ mutation: true, purpose: null }]);
  });

  test('is not asked for somebody who shows no token', async () => {
    const { decisions, asked } = deciding({ asks: { ...question, authorization: undefined } });
    await expect(decisions.decide([morag])).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(asked).toEqual([]);
  });

  test('is not asked about more people than it decides about', async () => {
    const { decisions, asked } = deciding();
    const crowd = Array.from({ length: MOST_PEOPLE }, (_, index) => spine(index + 1));
    await expect(decisions.decide([...crowd, spine(MOST_PEOPLE + 1)])).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    expect(asked).toEqual([]);
    await deciding().decisions.decide(crowd);
  });

  test('is asked once, without people and for root fields alone, when a root field needs its signature first', async () => {
    const { decisions, asked } = deciding();
    expect(await decisions.signedFor('consent', 'query')).toBe('query consent 1');
    expect(asked.map(({ people, sign }) => [people, sign.map(({ subgraph }) => subgraph)])).toEqual([[[], ['consent']]]);
  });

  test('signs the hops when there is somebody to hop for, and no root field twice', async () => {
    const { decisions, asked } = deciding();
    await decisions.signedFor('consent', 'query');
    await decisions.decide([morag]);
    await decisions.decide([callum]);
    expect(asked.map(({ sign }) => sign.map(({ subgraph }) => subgraph))).toEqual([['consent'], ['careers'], ['careers']]);
    expect(await decisions.signedFor('careers', 'joined')).toBe('joined careers 3');
  });

  test('signs the hops of a mutation when it was sent, and not before', async () => {
    const { decisions, asked } = deciding({ kind: 'mutation', fetches: [{ subgraph: 'consent', use: 'mutation', needs: NOTHING }, { subgraph: 'careers', use: 'joined', needs: skills }] });
    await decisions.decide([morag]);
    await decisions.signedFor('consent', 'mutation');
    await decisions.decide([morag]);
    expect(asked.map(({ sign }) => sign.map(({ subgraph }) => subgraph))).toEqual([['consent'], ['careers']]);
  });

  test('signs a hop that is about nobody when it comes to it', async () => {
    const { decisions, asked } = deciding();
    await decisions.signedFor('consent', 'query');
    expect(await decisions.signedFor('careers', 'joined')).toBe('joined careers 2');
    expect(asked.map(({ people, sign }) => [people, sign.map(({ subgraph }) => subgraph)])).toEqual([[[], ['consent']], [[], ['careers']]]);
  });
});

describe('what was decided', () => {
  test('is held for each person, with the caller\'s words', async () => {
    const { decisions } = deciding({ change: (answer) => ({ ...answer, people: [decided(morag), { ...decided(callum, NOTHING), known: false, addressable: false, own: toHex(skills) }] }) });
    await decisions.decide([morag, callum]);
    expect(decisions.of(morag)).toEqual({ known: true, addressable: true, granted: skills, own: NOTHING, fingerprint: 'f' });
    expect(decisions.of(callum)).toEqual({ known: false, addressable: false, granted: NOTHING, own: skills, fingerprint: 'f' });
    expect(decisions.of(tam)).toBeUndefined();
    expect(decisions.words()).toEqual({ OUTSIDE_AGREEMENT: maskOf('CONVICTIONS'), ROLE_LIMIT: NOTHING, NO_PURPOSE: NOTHING });
  });

  test('stays for those of an earlier wave, who are asked about again so that one signature covers everybody', async () => {
    const { decisions, asked } = deciding({ change: (answer, _, wave) => (wave === 1 ? answer : { ...answer, people: answer.people.map((person) => ({ ...person, granted: toHex(NOTHING) })) }) });
    await decisions.decide([morag]);
    await decisions.decide([callum]);
    expect(asked.map(({ people }) => people)).toEqual([[idOf(morag)], [idOf(morag), idOf(callum)]]);
    expect([decisions.of(morag)!.granted, decisions.of(callum)!.granted]).toEqual([skills, NOTHING]);
    expect(await decisions.signedFor('careers', 'joined')).toBe('joined careers 2');
  });

  test('is decided anew for those who are wanted anew', async () => {
    const { decisions } = deciding({ kind: 'mutation', change: (answer, _, wave) => (wave === 1 ? answer : { ...answer, people: [decided(morag, NOTHING)] }) });
    await decisions.decide([morag]);
    await decisions.decide([morag]);
    expect(decisions.of(morag)!.granted).toBe(NOTHING);
  });

  test('in two waves at once covers both: the second is asked when the first is answered', async () => {
    let answerFirst!: () => void;
    const first = new Promise<void>((resolve) => { answerFirst = resolve; });
    const { decisions, asked } = deciding({ change: async (answer, _, wave) => {
      if (wave === 1) await first;
      return answer;
    } });
    const both = Promise.all([decisions.decide([morag]), decisions.decide([callum])]);
    const signed = decisions.signedFor('careers', 'joined');
    expect(asked.length).toBe(1);
    answerFirst();
    await both;
    expect(asked[1]!.people).toEqual([idOf(morag), idOf(callum)]);
    expect(await signed).toBe('joined careers 2');
  });

  test('after a wave that failed is nothing, for a later wave too', async () => {
    const { decisions } = deciding({ change: (answer, _, wave) => {
      if (wave === 1) throw new HouseError('DECISIONS_UNAVAILABLE');
      return answer;
    } });
    const both = [decisions.decide([morag]), decisions.decide([callum])];
    for (const one of both) await expect(one).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    await expect(decisions.signedFor('careers', 'joined')).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
    expect([decisions.of(morag), decisions.of(callum)]).toEqual([undefined, undefined]);
  });
});

describe('an answer that is no decision about those who were asked about is an outage', () => {
  test.each<[string, (answer: DecideAnswer) => unknown]>([
    ['somebody is missing', (answer) => ({ ...answer, people: [decided(morag)] })],
    ['somebody is there twice', (answer) => ({ ...answer, people: [decided(morag), decided(morag)] })],
    ['somebody else is there', (answer) => ({ ...answer, people: [decided(morag), decided(tam)] })],
    ['there is one too many', (answer) => ({ ...answer, people: [...answer.people, decided(tam)] })],
    ['they are in another order', (answer) => ({ ...answer, people: answer.people.toReversed() })],
    ['somebody has an id of another audience', (answer) => ({ ...answer, people: [decided(morag), { ...decided(callum), id: identifiers.issue('housing', callum) }] })],
    ['somebody has an id of a key that there is not', (answer) => ({ ...answer, people: [decided(morag), { ...decided(callum), id: idOf(callum).replace('1.', '9.') }] })],
    ['a mask is no mask', (answer) => ({ ...answer, people: [decided(morag), { ...decided(callum), granted: 'everything' }] })],
    ['a mask is missing', (answer) => ({ ...answer, people: [decided(morag), { ...decided(callum), own: undefined }] })],
    ['a word is missing', (answer) => ({ ...answer, words: { ...words, NO_PURPOSE: undefined } })],
    ['a signature is missing', (answer) => ({ ...answer, signed: ['one'] })],
    ['there is a signature too many', (answer) => ({ ...answer, signed: [...answer.signed, 'three'] })],
  ])('%s', async (_, change) => {
    await expect(deciding({ change }).decisions.decide([morag, callum])).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });

  test.each([['another subgraph', 'housing', 'joined'], ['another use', 'careers', 'query']] as const)('there is no signature for %s', async (_, subgraph, use) => {
    await expect(deciding().decisions.signedFor(subgraph, use)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });
  test('a signature is empty', async () => {
    await expect(deciding({ change: (answer) => ({ ...answer, signed: ['', ''] }) }).decisions.signedFor('careers', 'joined')).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
  });
});

describe('after a release', () => {
  const NONE = { known: false, addressable: false, granted: NOTHING, own: NOTHING, fingerprint: '' };

  test('who changed is known by what holds now, with new words and signatures; the others stay', async () => {
    const { decisions } = deciding();
    await decisions.decide([morag, callum]);
    const changed = decisions.replace([{ ...decided(callum, NOTHING), fingerprint: 'g' }], { ...words, ROLE_LIMIT: toHex(skills) }, ['new consent', 'new careers']);
    expect([...changed]).toEqual([callum]);
    expect([decisions.of(morag)!.granted, decisions.of(callum)]).toEqual([skills, { known: true, addressable: true, granted: NOTHING, own: NOTHING, fingerprint: 'g' }]);
    expect([decisions.words().ROLE_LIMIT, await decisions.signedFor('careers', 'joined')]).toEqual([skills, 'new careers']);
  });

  test('who is withheld is nobody from then on', async () => {
    const { decisions } = deciding();
    await decisions.decide([morag, callum]);
    decisions.withhold([callum, tam]);
    expect([decisions.of(morag)!.known, decisions.of(callum), decisions.of(tam)]).toEqual([true, NONE, NONE]);
  });
});

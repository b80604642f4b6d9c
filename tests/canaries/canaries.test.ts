import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { rewrite } from '../harness/faults.ts';
import type { Judge } from './judge.ts';
import { live, type Lived } from './live.ts';
import { breakEverything, type Broken } from './mishaps.ts';
import { lyingModel, type Model } from './model.ts';
import { openCanaryHouse, type CanaryHouse } from './openCanaryHouse.ts';
import { ownersInLedger } from './plantLedger.ts';
import { createRandom } from '../harness/random.ts';
import { SAID } from './said.ts';
import { tell } from './tell.ts';

/** As many as CI has time for. The whole is 20,000: CANARY_OPERATIONS=20000 npm test -- tests/canaries */
const OPERATIONS = Number(process.env.CANARY_OPERATIONS ?? 600);
/** Of all answers. */
const TELLING_AT_LEAST = 0.25;
const SEED = Number(process.env.CANARY_SEED ?? 20_261_122);

jest.setTimeout(180_000 + OPERATIONS * 1_000);

const random = createRandom(SEED);
let house: CanaryHouse, lived: Lived;
beforeAll(async () => {
  house = await openCanaryHouse(8 + Math.floor(OPERATIONS / 600), Math.max(60, Math.floor(OPERATIONS / 40)), random);
  const [begun, worked] = [performance.now(), process.cpuUsage()];
  lived = await live(house, OPERATIONS, random);
  const { user, system } = process.cpuUsage(worked);
  process.stdout.write(tell(house, lived, { seed: SEED, seconds: (performance.now() - begun) / 1_000, worked: (user + system) / 1e6 }));
});
afterAll(() => house?.close());

describe('a canary in every personal column of every database', () => {
  test('stands there, unless the column holds no more than a code, a number within bounds, or a yes or no', () => {
    // Codes of classifications (SOC 2020, ESCO) that no list of ours holds, only their form.
    const codes = new Set(['Goal.soc', 'Skill.esco']);
    expect(house.planted.flatMap(({ bare }) => bare).filter(({ column, because }) => !['CODE', 'FEW_VALUES', 'BOUNDS'].includes(because) && !codes.has(column))).toEqual([]);
    expect(house.planted.every(({ columns }) => columns > 0)).toBe(true);
  });

  test('breaks no room: everybody reads all of their own', () => {
    expect(house.calibrated.errors).toEqual([]);
    expect(house.calibrated.ways.size).toBeGreaterThan(100);
  });
});

describe('after all those operations', () => {
  test('no value has reached anybody to whom it was not released', () => {
    expect(house.judge.leaks).toEqual([]);
  });

  test('nothing was shut that was open the whole time: the model says neither more nor less than the house', () => {
    expect(house.judge.tooClosed).toEqual([]);
  });

  test('and there was something to see: values were told and withheld, sharing changed, everybody asked', () => {
    const { told, places, open, shut, onTheWay, toldTo } = house.judge.counts;
    expect(lived.operations).toBeGreaterThanOrEqual(OPERATIONS);
    for (const count of [told, open, shut, lived.changes, lived.mutations]) expect(count).toBeGreaterThan(OPERATIONS / 25);
    expect(places).toBeGreaterThan(OPERATIONS);
    expect(onTheWay).toBeGreaterThan(OPERATIONS / 10);
    const told2 = new Set([...toldTo].map((to) => to.split(' ')[0]));
    expect(['isla', 'ewan', 'morag', 'tam'].filter((account) => !told2.has(account))).toEqual([]);
    expect(house.heard.spans).toBeGreaterThan(0);
  });

  test('nobody was turned away at the door, and one answer in four, at the least, told something about somebody', () => {
    const { telling, answers } = house.judge.counts;
    expect(answers).toBe(lived.operations);
    expect(telling / answers).toBeGreaterThan(TELLING_AT_LEAST);
    // What may be said of a question about somebody unknown, for no purpose, or with made-up words; and of one during which sharing changed.
    const refused = ['OK', 'UNKNOWN_PERSON', 'FORBIDDEN', 'OPENED_TOO_OFTEN', 'REVIEW_OVERDUE', 'INVALID_INPUT', 'NO_PURPOSE', 'KEY_REUSED', 'SHARING_CHANGED', 'DONE_NOT_SHOWN'];
    // Rooms that were broken, and a machine that was too busy.
    const broken = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_ERROR', 'DECISIONS_UNAVAILABLE', 'DEADLINE_PASSED'];
    expect([...lived.codes.keys()].filter((code) => !refused.includes(code) && !broken.includes(code))).toEqual([]);
    expect(broken.reduce((sum, code) => sum + (lived.codes.get(code) ?? 0), 0)).toBeLessThan(answers / 20);
  });

  test('what the ledger keeps about somebody stood below them and nobody else', async () => {
    const owners = await ownersInLedger(house.house.ledgerUrl, house.people);
    const known = house.judge.ascribed.filter(({ value }) => owners.has(value));
    expect(known.length).toBeGreaterThan(0);
    expect(known.filter(({ value, person }) => owners.get(value) !== person)).toEqual([]);
  });

  test('every service has its numbers, and they move', async () => {
    const numbers = await house.numbers();
    for (const sign of ['gateway_requests_total{kind="query",code="OK"', 'gateway_withheld_total{category="', 'gateway_decision_seconds_count{service="gateway",question="release",outcome="RELEASED"}', 'gateway_fetch_seconds_count{service="gateway",subgraph="justice",outcome="OK"}', 'decisions_question_seconds_count{service="decisions",question="decide",outcome="OK"}', 'room_question_seconds_count{service="housing",use="joined",outcome="OK"}', 'nodejs_eventloop_lag_seconds', 'gateway_answer_bytes_sum']) expect(numbers).toContain(sign);
    expect(numbers).not.toContain('"other"');
  });
});

/** Everything about everybody whom this account supports, judged by a model; or about the person who asks. */
const look = async (account: string, model: Model, ids?: readonly string[]): Promise<Judge> => {
  const judge = house.judgeBy(model);
  const asker = { account, purpose: ids ? 'EMPLOYABILITY_SUPPORT' : null };
  const question = house.questions.everything(ids ? { field: 'people', with: { ids } } : { field: 'me', with: {} });
  const from = performance.now();
  const { body, text } = await house.house.ask(account, question.text, question.variables, { purpose: asker.purpose });
  judge.answer({ asker, question, from, to: performance.now() }, body, text);
  return judge;
};
const everybody = (): string[] => house.people.all.map(({ key }) => house.people.idFor('isla', key));

/** Somebody whom Isla supports agrees with her agency, and says what else they have to say. */
const agree = async (...further: readonly (readonly [verb: string, input: object])[]): Promise<void> => {
  const now = performance.now();
  const person = house.people.all.find(({ key }) => house.model.mustShow({ account: 'isla', purpose: 'EMPLOYABILITY_SUPPORT' }, key, 'NAME_AND_CONTACT', now, now))!.key;
  const acts: typeof further = [['resumeSharing', {}], ['giveGrant', { purpose: 'EMPLOYABILITY_SUPPORT', categories: ['SKILLS'], recipient: { agency: 'fife-works' } }], ...further];
  for (const [verb, input] of acts) await house.acts.inLedger({ verb, person, actor: person, input: { ...input } });
};

describe('the judge would have seen it', () => {
  test('nothing, where nothing is wrong', async () => {
    for (const judge of [await look('isla', house.model, everybody()), await look('morag', house.model)]) {
      expect(judge.leaks).toEqual([]);
      expect(judge.counts.told).toBeGreaterThan(0);
    }
  });

  test('a room that puts somebody else\'s value into an answer, which nobody else can notice', async () => {
    const stranger = [...Array(100_000).keys()].map((at) => house.canaries.word(at)).find((word) => house.canaries.foundIn(word)[0]!.person === 'tam')!;
    house.house.proxy('careers').once(rewrite((data) => JSON.parse(JSON.stringify(data).replace(/kanary[a-z]{6}/, stranger)) as unknown));
    expect((await look('morag', house.model)).leaks).toEqual([expect.objectContaining({ where: 'an answer to morag for null', what: expect.stringContaining('of tam') })]);
  });

  test('a model that forgets a yes calls what was told a leak', async () => {
    await agree();
    expect((await look('isla', house.model, everybody())).leaks).toEqual([]);
    expect((await look('isla', lyingModel(house.model, { forgetsYes: () => true }), everybody())).leaks).not.toEqual([]);
  });

  test('a model that forgets a no calls what was withheld too closed', async () => {
    await agree(['refuse', { categories: ['SKILLS'], recipient: { worker: 'isla' } }]);
    expect((await look('isla', house.model, everybody())).tooClosed).toEqual([]);
    expect((await look('isla', lyingModel(house.model, { forgetsNo: () => true }), everybody())).tooClosed).not.toEqual([]);
  });

  test('a canary in what may hold none, and a caller\'s own words where they do not belong', () => {
    const judge = house.judgeBy(house.model);
    judge.nothingIn('a log line', `{"msg":"no row for (${house.canaries.word(7).toUpperCase()})"}`);
    judge.nothingIn('a span', SAID);
    judge.nothingIn('a question to housing', SAID, [SAID]);
    expect(judge.leaks.map(({ where }) => where)).toEqual(['a log line', 'a span']);
  });

  test('a value that one room tells out of another', () => {
    const judge = house.judgeBy(house.model);
    const ofHousing = [...Array(100_000).keys()].map((at) => house.canaries.word(at)).find((word) => house.canaries.foundIn(word)[0]!.room === 'housing')!;
    judge.onTheWay('justice', { account: house.canaries.foundIn(ofHousing)[0]!.person, purpose: null }, ofHousing, 0, performance.now());
    expect(judge.leaks).toEqual([expect.objectContaining({ what: expect.stringContaining('another room') })]);
  });
});

// The last: the house is of no use afterwards.
describe('when everything in the house is broken, one after the other', () => {
  let broken: Broken;
  beforeAll(async () => { broken = await breakEverything(house); });

  test('rows could not be read, services were gone, and it was written down', () => {
    expect(broken.spoilt).toBeGreaterThan(10);
    expect([...broken.codes]).toEqual(expect.arrayContaining(['SUBGRAPH_ERROR', 'DECISIONS_UNAVAILABLE']));
    expect(house.heard.logs).toBeGreaterThan(10);
  });

  test('no error, log line, span or number holds a value', () => {
    expect(house.judge.leaks).toEqual([]);
  });
});

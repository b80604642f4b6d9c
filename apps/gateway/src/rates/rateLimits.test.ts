import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Caller, PersonId, SpineId } from '@thegither/vocabulary';
import { createRateLimits } from './rateLimits.ts';
import { RATES, type Rates } from './rates.ts';

beforeEach(() => void jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => void jest.useRealTimers());

const worker = (id: string): Caller => ({ kind: 'worker', worker: id, agency: 'council' });
const isla = worker('isla'), una = worker('una');
const morag: Caller = { kind: 'person', person: 'isla' as PersonId };
const people = (count: number, from = 0): SpineId[] => Array.from({ length: count }, (_, at) => String(from + at) as SpineId);
const limits = (rates: Partial<Rates>) => createRateLimits({ ...RATES, ...rates });
const REFUSED = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) };

describe('a caller who asks', () => {
  test('too often has to wait as long as is said, and then may again', async () => {
    const rates = limits({ questions: { points: 2, seconds: 60 } });
    for (let time = 0; time < 2; time++) await rates.of(isla).asked();
    jest.advanceTimersByTime(15_500);
    await expect(rates.of(isla).asked()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 45 });
    jest.advanceTimersByTime(44_500);
    await rates.of(isla).asked();
  });

  test('does not use up what somebody else has, nor a person what a worker of the same name has', async () => {
    const rates = limits({ questions: { points: 1, seconds: 60 } });
    for (const caller of [isla, una, morag]) await rates.of(caller).asked();
    for (const caller of [isla, una, morag]) await expect(rates.of(caller).asked()).rejects.toMatchObject(REFUSED);
  });

  test('is nobody else, though the names put together read alike', async () => {
    const rates = limits({ questions: { points: 1, seconds: 60 } });
    await rates.of({ kind: 'worker', agency: 'council', worker: 'of fife isla' }).asked();
    await rates.of({ kind: 'worker', agency: 'council of', worker: 'fife isla' }).asked();
  });

  test('something new each time has to wait sooner', async () => {
    const rates = limits({ questions: { points: 20, seconds: 60 } });
    for (let time = 0; time < 2; time++) {
      await rates.of(isla).asked();
      await rates.of(isla).planned();
    }
    await expect(rates.of(isla).asked()).rejects.toMatchObject(REFUSED);
  });
});

describe('a caller who looks', () => {
  test('at one person again and again has to wait, and may still look at another', async () => {
    const rates = limits({ looks: { points: 3, seconds: 60 } });
    for (let time = 0; time < 3; time++) await rates.of(isla).about(people(1));
    await expect(rates.of(isla).about(people(1))).rejects.toMatchObject(REFUSED);
    await rates.of(isla).about(people(1, 1));
    await rates.of(una).about(people(1));
  });

  test('at one person in a list of others has to wait for the whole list', async () => {
    const rates = limits({ looks: { points: 1, seconds: 60 } });
    await rates.of(isla).about(people(1, 7));
    await expect(rates.of(isla).about(people(10))).rejects.toMatchObject(REFUSED);
  });

  test('at a person several times in one question looked once', async () => {
    const rates = limits({ looks: { points: 1, seconds: 60 }, people: { points: 3, seconds: 60 } });
    const question = rates.of(isla);
    for (const more of [people(2), people(3), people(3)]) await question.about(more);
  });

  test('at more people than anybody supports has to wait', async () => {
    const rates = limits({ people: { points: 400, seconds: 60 } });
    for (let time = 0; time < 2; time++) await rates.of(isla).about(people(200, time));
    await expect(rates.of(isla).about(people(1))).rejects.toMatchObject(REFUSED);
  });
});

test('nothing is left of anybody when the time is over, not even of somebody who was refused', async () => {
  const rates = limits({ people: { points: 300, seconds: 60 }, looks: { points: 1, seconds: 60 } });
  for (const caller of [isla, una, morag]) {
    await rates.of(caller).asked();
    await rates.of(caller).about(people(200));
    await expect(rates.of(caller).about(people(100))).rejects.toMatchObject(REFUSED);
    // Too many: none of them is kept.
    await expect(rates.of(caller).about(people(1_000, 1_000))).rejects.toMatchObject(REFUSED);
  }
  expect(jest.getTimerCount()).toBe(3 * (1 + 1 + 200));
  jest.advanceTimersByTime(60_000);
  expect(jest.getTimerCount()).toBe(0);
});

test('a whole caseload of two hundred can be read every second', async () => {
  const rates = createRateLimits(RATES);
  for (let second = 0; second < 180; second++) {
    const question = rates.of(isla);
    await question.asked();
    await question.about(people(200));
    jest.advanceTimersByTime(1_000);
  }
});

test('questions about the schema are counted together, as nobody says who asks', async () => {
  const rates = limits({ schema: { points: 1, seconds: 60 } });
  await rates.schema();
  await expect(rates.schema()).rejects.toMatchObject(REFUSED);
});

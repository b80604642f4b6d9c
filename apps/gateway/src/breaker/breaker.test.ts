import { EventEmitter, once } from 'node:events';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { NotAccepted, createBreaker, type Breaker, type Stands } from './breaker.ts';

const OUT = { code: 'SUBGRAPH_UNAVAILABLE' };
let told: Stands[], asked: number, breaker: Breaker;

beforeEach(() => {
  jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout', 'setInterval', 'performance', 'hrtime'] });
  [told, asked] = [[], 0];
  breaker = createBreaker({ failures: 3, openMs: 1_000 }, { code: 'SUBGRAPH_UNAVAILABLE', stands: (stands) => void told.push(stands) });
});
afterEach(() => void jest.useRealTimers());

const good = () => breaker(async () => { asked++; return 'answer'; });
async function failing(error: unknown = new HouseError('SUBGRAPH_UNAVAILABLE')): Promise<unknown> {
  try {
    return await breaker(async () => { asked++; throw error; });
  } catch (thrown) {
    return thrown;
  }
}
const times = async (count: number, ask: () => Promise<unknown>) => { for (let time = 0; time < count; time++) await ask(); };
const pass = (ms: number) => jest.setSystemTime(Date.now() + ms);

describe('a service that is out', () => {
  test('is asked as long as it might have been an accident, and then no more', async () => {
    await times(2, () => failing());
    expect(told).toEqual([]);
    await times(8, () => failing());
    expect([asked, told]).toEqual([3, ['open']]);
    expect(await failing()).toMatchObject(OUT);
    await expect(good()).rejects.toMatchObject(OUT);
    expect(asked).toBe(3);
  });

  test('is not left alone for outages with a good answer between them', async () => {
    for (let time = 0; time < 5; time++) {
      await times(2, () => failing());
      expect(await good()).toBe('answer');
    }
    expect(told).toEqual([]);
  });

  test('is asked one question after a while, and its good answer lets all through', async () => {
    await times(3, () => failing());
    pass(999);
    expect(await failing()).toMatchObject(OUT);
    pass(1);
    expect(await good()).toBe('answer');
    expect(await good()).toBe('answer');
    expect([asked, told]).toEqual([5, ['open', 'half-open', 'closed']]);
  });

  test('is left alone again when that one fails', async () => {
    await times(3, () => failing());
    pass(1_000);
    await times(5, () => failing());
    expect([asked, told]).toEqual([4, ['open', 'half-open', 'open']]);
    pass(1_000);
    expect(await good()).toBe('answer');
  });

  test('keeps nobody waiting while one finds out', async () => {
    await times(3, () => failing());
    pass(1_000);
    const waiting = new EventEmitter();
    const first = breaker(async () => (await once(waiting, 'answered') as [string])[0]);
    await expect(good()).rejects.toMatchObject(OUT);
    waiting.emit('answered', 'back');
    expect(await first).toBe('back');
    expect(await good()).toBe('answer');
  });
});

/** Asks, and leaves open what comes of it. */
function asking() {
  const ending = new EventEmitter();
  const answered = breaker(async () => {
    const [error] = await once(ending, 'end') as [HouseError | undefined];
    if (error) throw error;
    return 'late';
  });
  return { end: (error?: HouseError) => ending.emit('end', error), answered: answered.catch((error: unknown) => error) };
}

describe('what was asked before it opened', () => {
  test('and is answered while it is open is told, and lets nobody else through', async () => {
    const early = asking();
    await times(3, () => failing());
    early.end();
    expect(await early.answered).toBe('late');
    await expect(good()).rejects.toMatchObject(OUT);
  });

  test('and fails while one finds out is no reason to believe the one: it is asked again after a while', async () => {
    const early = asking();
    await times(3, () => failing());
    pass(1_000);
    const trial = asking();
    early.end(new HouseError('SUBGRAPH_UNAVAILABLE'));
    expect(await early.answered).toMatchObject(OUT);
    trial.end();
    expect(await trial.answered).toBe('late');
    await expect(good()).rejects.toMatchObject(OUT);
    pass(1_000);
    expect(await good()).toBe('answer');
    expect(told).toEqual(['open', 'half-open', 'open', 'half-open', 'closed']);
  });
});

describe('what is no outage leaves it closed', () => {
  test.each<[string, unknown]>([
    ['that it does not accept what it was sent', new HouseError('SUBGRAPH_UNAVAILABLE', undefined, { cause: new NotAccepted('status 403') })],
    ['what it says of the caller', new HouseError('UNAUTHENTICATED')],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ])('%s', async (_, error) => {
    await times(10, async () => expect(await failing(error)).toBe(error));
    expect([asked, told]).toEqual([10, []]);
  });

  test('and such a word between outages is an answer between them', async () => {
    for (let time = 0; time < 5; time++) {
      await times(2, () => failing());
      await failing(new HouseError('SUBGRAPH_UNAVAILABLE', undefined, { cause: new NotAccepted('status 403') }));
    }
    expect([asked, told]).toEqual([15, []]);
  });

  test('and such a word from a service that was out says that it is back', async () => {
    await times(3, () => failing());
    pass(1_000);
    await failing(new HouseError('UNAUTHENTICATED'));
    expect(told).toEqual(['open', 'half-open', 'closed']);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@thegither/vocabulary';
import { LEEWAY_MS } from './leeway.ts';
import { LONGEST_KEPT_MS, rememberTokens } from './recentTokens.ts';

const isla: Caller = { kind: 'worker', worker: 'isla', agency: 'fife-works' };
const START = 1_000_000_000_000;

function remembering(limit?: number) {
  let at = START;
  const tokens = rememberTokens({ now: () => at, limit });
  return { tokens, wait: (ms: number) => { at += ms; }, until: (ms: number) => (START + ms) / 1000 };
}

describe('a token that was found good', () => {
  test('is known again, and another by one letter is not', () => {
    const { tokens, until } = remembering();
    tokens.keep('aaa.bbb.ccc', isla, until(300_000));
    expect(tokens.find('aaa.bbb.ccc')).toEqual(isla);
    expect(tokens.find('aaa.bbb.ccd')).toBeUndefined();
    expect(tokens.find('aaa.bbb.cc')).toBeUndefined();
  });

  test('is not known any more after a minute', () => {
    const { tokens, wait, until } = remembering();
    tokens.keep('a.b.c', isla, until(300_000));
    wait(LONGEST_KEPT_MS - 1);
    expect(tokens.find('a.b.c')).toEqual(isla);
    wait(1);
    expect(tokens.find('a.b.c')).toBeUndefined();
  });

  test('is not known beyond its own end, give or take what two clocks may differ', () => {
    const { tokens, wait, until } = remembering();
    tokens.keep('a.b.c', isla, until(5_000));
    wait(5_000 + LEEWAY_MS - 1);
    expect(tokens.find('a.b.c')).toEqual(isla);
    wait(1);
    expect(tokens.find('a.b.c')).toBeUndefined();
  });

  test('is forgotten when more are kept than there is room for, the oldest first', () => {
    const { tokens, until } = remembering(2);
    for (const token of ['one', 'two', 'three']) tokens.keep(token, isla, until(300_000));
    expect(['one', 'two', 'three'].map((token) => tokens.find(token) !== undefined)).toEqual([false, true, true]);
  });

  test('speaks for the same caller whoever asked with it before', () => {
    const { tokens, until } = remembering();
    tokens.keep('a.b.c', isla, until(300_000));
    const known = tokens.find('a.b.c')!;
    expect(() => Object.assign(known, { worker: 'gordon' })).toThrow(TypeError);
    expect(tokens.find('a.b.c')).toEqual(isla);
  });
});

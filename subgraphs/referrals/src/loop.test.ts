import { describe, expect, test } from '@jest/globals';
import { findLoop, type Hop } from './loop.ts';

/** "A>B" is a referral that came to nothing yet, "A=B" one where support began. */
const hops = (...written: readonly string[]): Hop[] => written.map((hop) => ({ from: hop[0]!, to: hop[2]!, unanswered: hop[1] === '>' }));

describe('a next referral', () => {
  test.each<[string, string[], string, string[] | undefined]>([
    ['the first there is', [], 'A>B', undefined],
    ['back to where the person came from', ['A>B'], 'B>A', ['A', 'B', 'A']],
    ['back over three', ['A>B', 'B>C'], 'C>A', ['A', 'B', 'C', 'A']],
    ['to oneself', [], 'A>A', ['A', 'A']],
    ['the same way again', ['A>B'], 'A>B', undefined],
    ['on to another', ['A>B', 'B>C'], 'C>D', undefined],
    ['back after support began there', ['A=B'], 'B>A', undefined],
    ['back by the way that came to nothing, though another helped', ['A=B', 'A>C', 'C>B'], 'B>A', ['A', 'C', 'B', 'A']],
    ['back by the shortest way', ['A>B', 'B>C', 'A>C'], 'C>A', ['A', 'C', 'A']],
    ['into a circle that is not its own', ['B>C', 'C>B'], 'A>B', undefined],
    ['against the direction', ['B>A'], 'B>A', undefined],
  ])('%s', (_title, before, next, loop) => {
    expect(findLoop(hops(...before), hops(next)[0]!)).toEqual(loop);
  });

  test('ends in any history, however tangled', () => {
    const places = Array.from({ length: 60 }, (_, index) => String(index));
    const all = places.flatMap((from) => places.map((to): Hop => ({ from, to, unanswered: true })));
    expect(findLoop(all, { from: '0', to: '59' })).toEqual(['59', '0', '59']);
  });
});

import { expect, test } from '@jest/globals';
import { evenly, type EvenClock } from './evenly.ts';

/** A clock that a test moves: a pause is late or early by this, and a turn takes a tenth of a millisecond. */
function clockAt(start: number, off: number): EvenClock {
  let at = start;
  return { now: () => at, pause: async (ms) => { at += ms + off; }, turn: async () => { at += 0.1; } };
}

test.each([
  ['at once', 0, 8], ['a little later', 4.408, 8], ['a little later still', 4.484, 8], ['just before the step', 7.99, 8], ['on the step', 8, 8],
  ['just after it', 8.01, 16], ['much later', 51.3, 56],
])('what is ready %s leaves on the next step, whether timers ring early or late', async (_, ready, step) => {
  for (const off of [-0.9, 0, 0.9]) {
    const clock = clockAt(1000 + ready, off);
    await evenly(1000, clock);
    expect(clock.now() - 1000).toBeGreaterThanOrEqual(step);
    expect(clock.now() - 1000).toBeLessThan(step + 0.11);
  }
});

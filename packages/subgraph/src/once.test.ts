import { expect, test } from '@jest/globals';
import { once } from './once.ts';

test('it is asked when it is first wanted, and then never again', async () => {
  let asked = 0;
  const ask = once(async () => ++asked);
  expect(asked).toBe(0);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  expect(await ask()).toBe(1);
});

test('a failure stays one', async () => {
  let asked = 0;
  const ask = once(async () => { asked += 1; throw new Error('gone'); });
  await expect(ask()).rejects.toThrow('gone');
  await expect(ask()).rejects.toThrow('gone');
  expect(asked).toBe(1);
});

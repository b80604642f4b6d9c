import { describe, expect, jest, test } from '@jest/globals';
import { checkModel, whatIsMissing } from './checkModel.ts';
import { BROKEN, HOLDS, REACHED } from './variants.ts';

// A C compiler has its turn for each of them.
jest.setTimeout(120_000);

const missing = whatIsMissing();
if (missing !== undefined) process.stdout.write(`${missing}\n`);
const checked = missing === undefined ? describe : describe.skip;

checked('the release protocol', () => {
  test.each(HOLDS.filter(({ isLarge }) => !isLarge))('keeps every promise in every state: $what', async ({ defined }) => {
    const { states, violated } = await checkModel(defined);
    expect(violated).toBeUndefined();
    expect(states).toBeGreaterThan(50_000);
  });

  test.each(BROKEN)('is found broken: $what', async ({ defined, fails }) => {
    expect((await checkModel(defined)).violated).toBe(fails);
  });

  test.each(REACHED)('gets as far as that $what', async ({ defined, fails }) => {
    expect((await checkModel(defined)).violated).toBe(fails);
  });

  test('is not said to hold when the checker could not read it', async () => {
    await expect(checkModel(['GATEWAYS=)'])).rejects.toThrow();
  });
});

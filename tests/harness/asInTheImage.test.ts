import path from 'node:path';
import { expect, test } from '@jest/globals';
import { SERVICES, readTemplate } from '@thegither/infra';
import { asInTheImage } from './asInTheImage.ts';

const settingsOf = (name: string) => readTemplate(path.join(import.meta.dirname, '../../infra/env', `${name}.env`)).settings;

/** V8 has three of them for what is young. */
const semiSpaceOf = (args: readonly string[]): number => Number(args.flatMap((one) => /^--max-semi-space-size=(\d+)$/.exec(one)?.[1] ?? [])[0]);

test('a service is started with what its own environment says in the place of the image, and with the arguments of the image\'s command', () => {
  const [ofImage, ...command] = asInTheImage();
  expect(command).toEqual(['--heap-growing-percent=300']);
  expect(asInTheImage({ NODE_OPTIONS: '--max-semi-space-size=8 --no-warnings' })).toEqual(['--max-semi-space-size=8', '--no-warnings', ...command]);
  expect(asInTheImage(settingsOf('decisions'))).toEqual([ofImage, ...command]);
  expect(semiSpaceOf(asInTheImage(settingsOf('gateway')))).toBe(2 * semiSpaceOf([ofImage!]));
});

test.each(SERVICES)('$name has memory for its young generation, and as much for what it keeps', ({ name, memory }) => {
  const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(memory)!;
  expect(Number(amount) * (unit === 'Gi' ? 1024 : 1)).toBeGreaterThanOrEqual(2 * 3 * semiSpaceOf(asInTheImage(settingsOf(name))));
});

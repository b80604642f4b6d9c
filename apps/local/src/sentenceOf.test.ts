import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { listen } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { sentenceOf } from './sentenceOf.ts';

test('a taken port is said with the variable that moves it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => { other.listen(0, '127.0.0.1', resolve); });
  const { port } = other.address() as AddressInfo;
  const error: unknown = await listen(() => undefined, { port }).catch((cause: unknown) => cause);
  expect(sentenceOf(error, { THEGITHER_PORT: String(port) })).toMatch(/it is taken.*choose another with THEGITHER_PORT\.$/);
  other.close();
});

test('a full disk is said wherever it shows', () => {
  expect(sentenceOf(Object.assign(new Error('write'), { code: 'ENOSPC' }), {})).toContain('disk is full');
  expect(sentenceOf(new HouseError('CONFIGURATION', 'The migration 1 failed.', { cause: Object.assign(new Error(), { code: '53100' }) }), {})).toContain('disk is full');
});

test('what was foreseen is one sentence; what nobody foresaw is not made to look like it', () => {
  expect(sentenceOf(new HouseError('CONFIGURATION', 'The data folder is damaged.'), {})).toBe('The data folder is damaged.');
  expect(sentenceOf(new TypeError('x is not a function'), {})).toBeUndefined();
  expect(sentenceOf(new HouseError('INTERNAL'), {})).toBeUndefined();
});

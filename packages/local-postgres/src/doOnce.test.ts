import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { doOnce } from './doOnce.ts';
import { ensureDatabase } from './ensureDatabase.ts';

let url: string, done: string[];
const act = (what: string) => async () => { done.push(what); };

beforeEach(async () => {
  url = await ensureDatabase(process.env.TEST_POSTGRES!, `once "${randomUUID()}"`);
  done = [];
});

test('it is done the first time only', async () => {
  await doOnce(url, "the people's rows", act('first'));
  await doOnce(url, "the people's rows", act('second'));
  expect(done).toEqual(['first']);
});

test('what failed is done again', async () => {
  await expect(doOnce(url, 'rows', async () => { throw new Error('interrupted'); })).rejects.toThrow('interrupted');
  await doOnce(url, 'rows', act('again'));
  expect(done).toEqual(['again']);
});

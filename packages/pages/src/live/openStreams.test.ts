import { expect, test } from '@jest/globals';
import { openStreams } from './openStreams.ts';

test('of one session that has too many open the first goes, and of another none', () => {
  const streams = openStreams(2, 10), gone: string[] = [];
  for (const [session, name] of [['isla', 'a'], ['una', 'b'], ['isla', 'c'], ['isla', 'd'], ['isla', 'e']] as const) streams.add(session, () => gone.push(name));
  expect(gone).toEqual(['a', 'c']);
});

test('of all together the first goes', () => {
  const streams = openStreams(2, 2), gone: string[] = [];
  for (const name of ['isla', 'una', 'fiona']) streams.add(name, () => gone.push(name));
  expect(gone).toEqual(['isla']);
});

test('what was left counts no more', () => {
  const streams = openStreams(1, 10), gone: string[] = [];
  streams.add('isla', () => gone.push('a'))();
  streams.add('isla', () => gone.push('b'));
  expect(gone).toEqual([]);
});

test('all of them end', () => {
  const streams = openStreams(2, 10), gone: string[] = [];
  for (const name of ['isla', 'una']) streams.add(name, () => gone.push(name));
  streams.close();
  expect(gone).toEqual(['isla', 'una']);
});

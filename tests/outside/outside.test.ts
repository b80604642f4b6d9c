import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runWatched, type Attempt, type Watched } from './runWatched.ts';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'thegither-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LOOPBACK = new Set(['a path', 'localhost', '::1']);
const isHere = ({ to }: Attempt) => LOOPBACK.has(to) || to.startsWith('127.');
const outsideIn = ({ attempts }: Watched) => attempts.filter((attempt) => attempt.what !== 'program' && !isHere(attempt));
const of = ({ attempts }: Watched, what: Attempt['what']) => attempts.filter((attempt) => attempt.what === what);

test('the watch sees every way outside, in workers and child processes too, and refuses it', async () => {
  const watched = await runWatched('goOutside.ts', path.join(folder, 'control'), {});
  const ways = ['socket', 'socket by options', 'socket by a name', 'tls', 'http', 'fetch', 'undici', 'lookup', 'lookup by promise', 'resolver', 'datagram', 'being reached', 'worker'];
  expect(watched.printed).toEqual({ ...Object.fromEntries(ways.map((way) => [way, 'ECONTACTOUTSIDE'])), child: 7, here: 'here' });
  expect(outsideIn(watched).map(({ what, to }) => `${what} ${to}`).toSorted()).toEqual([
    'connect 192.0.2.1', 'connect 192.0.2.1', 'connect 192.0.2.1', 'connect 192.0.2.1', 'connect 192.0.2.1', 'connect 192.0.2.1', 'connect 192.0.2.1',
    'connect 2001:db8::1', 'connect thegither.invalid', 'datagram 192.0.2.1', 'listen everywhere', 'name thegither.invalid', 'name thegither.invalid', 'name thegither.invalid',
  ]);
});

const VENDOR = {
  APOLLO_KEY: ' service:thegither:not-a-key € ', APOLLO_GRAPH_REF: 'thegither@current', APOLLO_GRAPH_ID: 'thegither', APOLLO_GRAPH_VARIANT: 'current',
  APOLLO_SCHEMA_REPORTING: 'true', APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: 'https://192.0.2.1/', APOLLO_OUT_OF_BAND_REPORTER_ENDPOINT: 'https://192.0.2.1/',
};

describe.each<[string, string, Readonly<Record<string, string>>]>([
  ['that opens for the first time, with an account at the vendor in its environment', 'first', VENDOR],
  ['that opens again', 'second', {}],
])('a house %s', (_, record, env) => {
  let watched: Watched;
  beforeAll(async () => { watched = await runWatched('oneDay.ts', path.join(folder, record), { ...env, THEGITHER_DATA: path.join(folder, 'house') }); });

  test('lives its day', () => {
    // What is still open when the time to close is over is cut off by PostgreSQL (57P01): no news on a busy machine.
    expect(watched.noted.split('\n').filter((line) => line && !line.includes('"57P01"'))).toEqual([]);
    expect(watched).toMatchObject({ status: 0, printed: { before: { person: { name: { knownAs: 'Callum' } } }, stopped: { stopAll: { at: expect.any(String) } }, after: { person: { skills: null } } } });
  });

  test('contacts nobody outside, and cannot be reached from there', () => {
    expect(outsideIn(watched)).toEqual([]);
    expect(of(watched, 'connect').length).toBeGreaterThan(10);
    // Two issuers, the decision service, eight rooms, the gateway.
    expect(of(watched, 'listen').filter(isHere).length).toBeGreaterThanOrEqual(12);
    expect(watched.printed).toMatchObject({ postgres: '127.0.0.1' });
  });

  test('starts no program but PostgreSQL, and what finds a user for it', () => {
    // Only here: esbuild, which reads our TypeScript for this test.
    expect([...new Set(of(watched, 'program').map(({ to }) => to))].filter((name) => !['esbuild', 'id', 'initdb', 'postgres', 'sh', 'test'].includes(name))).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { generateSigningKey } from '@thegither/identity';
import type { Caller, PersonId, SpineId } from '@thegither/vocabulary';
import { createSince, sinceKey, type About } from './since.ts';

const KEY = new Uint8Array(32).fill(3);
const MADE_MS = Date.UTC(2026, 10, 22), HOUR_MS = 3_600_000;
const SHARED = 'a1b2c3d4e5f60718', STOPPED = '18070f6e5d4c3b2a';

const worker = (agency: string, name: string): Caller => ({ kind: 'worker', agency, worker: name });
const ABOUT: About = { caller: worker('fife-employability', 'isla'), purpose: 'EMPLOYABILITY_SUPPORT', person: 'morag' as SpineId };
const at = (ms: number, key: Uint8Array = KEY) => createSince(key, () => ms);
const text = at(MADE_MS).write(ABOUT, SHARED);

describe('what a caller brings back', () => {
  test('holds as long as the same would be decided', () => {
    expect([at(MADE_MS).holds(text, ABOUT, SHARED), at(MADE_MS).holds(text, ABOUT, STOPPED)]).toEqual([true, false]);
  });

  test.each<[string, Partial<About>]>([
    ['another worker', { caller: worker('fife-employability', 'una') }],
    ['one who is called alike elsewhere', { caller: worker('fife-housing', 'isla') }],
    ['the person', { caller: { kind: 'person', person: 'isla' as PersonId } }],
    ['another purpose', { purpose: 'REFERRAL' }],
    ['no purpose', { purpose: undefined }],
    ['somebody else', { person: 'callum' as SpineId }],
  ])('is nothing to %s', (_, change) => {
    expect(at(MADE_MS).holds(text, { ...ABOUT, ...change }, SHARED)).toBe(false);
  });

  test.each<[string, unknown]>([
    ['nothing', ''], ['no text', 7], ['null', null], ['a list', [text]], ['something cut short', text.slice(0, -1)], ['something longer', `${text}A`],
    ['another time', `B${text.slice(1)}`], ['another proof', `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`], ['what is no text of ours', '=/+ ~:;,!?#%&$@('],
    ['more than a page asks', Array.from({ length: 9 }, () => text).join('.')],
  ])('does not hold when it is %s', (_, texts) => {
    expect(at(MADE_MS).holds(texts, ABOUT, SHARED)).toBe(false);
  });

  test('of several answers holds when each of them does', () => {
    const later = at(MADE_MS + 1_000).write(ABOUT, SHARED), other = at(MADE_MS + 1_000).write(ABOUT, STOPPED);
    const holds = (...texts: readonly string[]) => at(MADE_MS + 2_000).holds(texts.join('.'), ABOUT, SHARED);
    expect([holds(text, later), holds(text, other), holds(other, text)]).toEqual([true, false, false]);
  });

  test.each([[12 * HOUR_MS, true], [12 * HOUR_MS + 1_000, false], [-60_000, true], [-61_000, false]])('%i ms later: %s', (ms, holds) => {
    expect(at(MADE_MS + ms).holds(text, ABOUT, SHARED)).toBe(holds);
  });

  test('says nothing: 16 letters, others with each second and with each person, and none of the decision', () => {
    const texts = [text, at(MADE_MS + 1_000).write(ABOUT, SHARED), at(MADE_MS).write({ ...ABOUT, person: 'callum' as SpineId }, SHARED), at(MADE_MS).write(ABOUT, STOPPED)];
    expect(texts).toEqual(texts.map(() => expect.stringMatching(/^[\w-]{16}$/)));
    expect(new Set(texts.map((one) => one.slice(6))).size).toBe(4);
    expect(Buffer.from(text, 'base64url').toString('hex')).not.toContain(SHARED.slice(0, 8));
  });
});

test('gateways with one key understand each other, and with another key none', () => {
  const [ours, theirs] = [generateSigningKey(), generateSigningKey()];
  const given = at(MADE_MS, sinceKey(ours)).write(ABOUT, SHARED);
  expect([ours, theirs].map((key) => createSince(sinceKey(key), () => MADE_MS).holds(given, ABOUT, SHARED))).toEqual([true, false]);
});

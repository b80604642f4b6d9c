import { createDecipheriv, hkdfSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { EVERYTHING, NOTHING, maskOf, toHex } from '@thegither/consent';
import { NO_SEALS } from './noSeals.ts';
import { SEAL_BYTES, createSeals, type DisclosedMasks, type SealedTo, type SealKeys } from './seals.ts';

const key = (byte: number) => Buffer.alloc(32, byte);
const first = createSeals({ current: 1, keys: { 1: key(1) } });
const rotated = createSeals({ current: 2, keys: { 1: key(1), 2: key(2) } });

const TO: SealedTo = { id: '0b0e4c1e-7f53-4c5b-9d0c-8e1f6a2d3c4b', person: '1.moragmoragmoragmoragm', request: '5d9f0d0e-2d6b-4e9e-8b59-3f0a7c1b2d3e', attempt: 1 };
const MASKS: DisclosedMasks = { asked: maskOf('CONVICTIONS', 'ACTION_PLAN'), released: maskOf('CONVICTIONS'), releasedOwn: NOTHING };

describe('what is sealed', () => {
  test.each<[string, DisclosedMasks]>([
    ['some of it', MASKS], ['nothing', { asked: NOTHING, released: NOTHING, releasedOwn: NOTHING }], ['everything', { asked: EVERYTHING, released: EVERYTHING, releasedOwn: EVERYTHING }],
  ])('opens as it was, and its length tells nothing: %s', (_, masks) => {
    const sealed = first.seal(TO, masks);
    expect(sealed).toHaveLength(SEAL_BYTES);
    expect(first.open(TO, sealed)).toEqual(masks);
  });

  test('looks different each time, and none of the masks is in it', () => {
    const seals = Array.from({ length: 50 }, () => first.seal(TO, MASKS));
    // Beside the key version no byte is the same in all of them.
    for (let at = 1; at < SEAL_BYTES; at++) expect(new Set(seals.map((sealed) => sealed[at])).size).toBeGreaterThan(1);
    expect(new Set(seals.map((sealed) => sealed.toString('hex'))).size).toBe(50);
    for (const mask of Object.values(MASKS).filter((one) => one !== NOTHING)) expect(seals.map((sealed) => sealed.toString('hex')).join(' ')).not.toContain(toHex(mask));
  });

  test('is AES-256-GCM under HKDF-SHA-256 of the master key for the person: version, nonce, three masks, tag', () => {
    const sealed = first.seal(TO, MASKS);
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', key(1), '', `thegither disclosure ${TO.person}`, 32)), sealed.subarray(1, 13));
    decipher.setAAD(Buffer.from(JSON.stringify([TO.id, TO.person, TO.request, TO.attempt]))).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]);
    expect(plain.toString('hex')).toBe([MASKS.asked, MASKS.released, MASKS.releasedOwn].map(toHex).join(''));
  });

  test('opens with the ids as the database writes them', () => {
    expect(first.open(TO, first.seal({ ...TO, request: TO.request.toUpperCase() }, MASKS))).toEqual(MASKS);
  });
});

describe('a seal is refused', () => {
  test.each<[string, Partial<SealedTo>]>([
    ['disclosure', { id: 'f3a1c0de-7f53-4c5b-9d0c-8e1f6a2d3c4b' }], ['person', { person: '1.jeanjeanjeanjeanjeanj' }], ['request', { request: 'f3a1c0de-2d6b-4e9e-8b59-3f0a7c1b2d3e' }], ['attempt', { attempt: 2 }],
  ])('beside another %s', (_, changed) => {
    expect(() => first.open({ ...TO, ...changed }, first.seal(TO, MASKS))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });

  test('with any one bit of it changed', () => {
    const sealed = first.seal(TO, MASKS);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => rotated.open(TO, changed)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    }
  });

  test.each<[string, (sealed: Buffer) => Buffer]>([
    ['nothing at all', () => Buffer.alloc(0)], ['only its version', (sealed) => sealed.subarray(0, 1)], ['a byte less', (sealed) => sealed.subarray(0, -1)],
    ['a byte more', (sealed) => Buffer.concat([sealed, Buffer.of(0)])], ['zeros', () => Buffer.alloc(SEAL_BYTES)],
  ])('where there is %s', (_, change) => {
    expect(() => first.open(TO, change(first.seal(TO, MASKS)))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });

  test('of another key of the same version, and its message says nothing of anybody', () => {
    const other = createSeals({ current: 1, keys: { 1: key(9) } });
    expect(() => other.open(TO, first.seal(TO, MASKS))).toThrow(expect.objectContaining({ code: 'INTERNAL', message: expect.not.stringMatching(/morag|0b0e|5d9f/) }));
  });
});

describe('after a rotation', () => {
  test('what the old key sealed still opens, and the current one seals what is new', () => {
    const old = first.seal(TO, MASKS), young = rotated.seal(TO, MASKS);
    expect([old[0], young[0]]).toEqual([1, 2]);
    expect([rotated.open(TO, old), rotated.open(TO, young)]).toEqual([MASKS, MASKS]);
  });

  test('between its two steps everybody opens what anybody seals', () => {
    const added = createSeals({ current: 1, keys: { 1: key(1), 2: key(2) } });
    expect([added.open(TO, rotated.seal(TO, MASKS)), rotated.open(TO, added.seal(TO, MASKS))]).toEqual([MASKS, MASKS]);
  });

  test('a version whose key is gone is refused, and never read as nothing', () => {
    expect(() => createSeals({ current: 2, keys: { 2: key(2) } }).open(TO, first.seal(TO, MASKS))).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });
});

test.each<[string, SealKeys]>([
  ['no key of the current version', { current: 2, keys: { 1: key(1) } }], ['a short key', { current: 1, keys: { 1: key(1).subarray(1) } }],
  ['version 0', { current: 0, keys: { 0: key(1) } }], ['version 256', { current: 256, keys: { 256: key(1) } }],
])('keys with %s are refused', (_, keys) => {
  expect(() => createSeals(keys)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});

test('without keys nothing is sealed and nothing opened', () => {
  expect(() => NO_SEALS.seal(TO, MASKS)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
  expect(() => NO_SEALS.open(TO, first.seal(TO, MASKS))).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
});

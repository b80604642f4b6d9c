import { describe, expect, test } from '@jest/globals';
import { createCipheriv, createHmac } from 'node:crypto';
import { assert, constantFrom, nat, property, stringMatching, uint8Array } from 'fast-check';
import { parsePersonId, parseSpineId, type PersonId, type SpineId } from '@thegither/vocabulary';
import { createIdentifiers, type IdentifierKeys } from './identifiers.ts';

const key = (byte: number): Uint8Array => Buffer.alloc(32, byte);
const keys: IdentifierKeys = { current: 1, keys: { 1: key(7) } };
const identifiers = createIdentifiers(keys);
const morag = parseSpineId('00112233445566778899aabbccddeeff')!;
const spines = uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => parseSpineId(Buffer.from(bytes).toString('hex'))!);
const audiences = stringMatching(/^[a-z][a-z:-]{0,20}$/);

describe('a person\'s id in an audience', () => {
  test('is one AES-256 block under the key that HKDF-SHA256 derives for the audience, after the key version', () => {
    // HKDF written out: extract with an empty salt, then one block of expand.
    const extracted = createHmac('sha256', Buffer.alloc(32)).update(key(7)).digest();
    const derived = createHmac('sha256', extracted).update('thegither/person-id/housing').update(Buffer.from([1])).digest();
    const block = createCipheriv('aes-256-ecb', derived, null).setAutoPadding(false).update(Buffer.from(morag, 'hex')).toString('base64url');
    expect(identifiers.issue('housing', morag)).toBe(`1.${block}`);
  });

  test('is well formed and opens to the same person, whoever it is and whatever the audience', () => {
    assert(property(spines, audiences, (spine, audience) => {
      const id = identifiers.issue(audience, spine);
      return parsePersonId(id) === id && identifiers.open(audience, id) === spine;
    }));
  });

  test('is always the same there, and differs for another person and in another audience', () => {
    const other = parseSpineId('00112233445566778899aabbccddeefe')!;
    const ids = [identifiers.issue('housing', morag), identifiers.issue('justice', morag), identifiers.issue('agency:fife-works', morag), identifiers.issue('housing', other)];
    expect(new Set(ids).size).toBe(4);
    expect(createIdentifiers(keys).issue('housing', morag)).toBe(ids[0]);
  });

  test('stays right when many are translated in between', () => {
    const people = Array.from({ length: 500 }, (_, index) => parseSpineId(index.toString(16).padStart(32, '0'))!);
    const ids = people.map((spine) => identifiers.issue('people', spine));
    expect(ids.map((id) => identifiers.open('people', id))).toEqual(people);
  });
});

describe('several ids at once', () => {
  test('are those that each would be made alone, in their order', () => {
    const people = Array.from({ length: 70 }, (_, index) => parseSpineId((index % 60).toString(16).padStart(32, '0'))!);
    expect(identifiers.issueAll('housing', people)).toEqual(people.map((spine) => identifiers.issue('housing', spine)));
    expect(identifiers.issueAll('housing', [])).toEqual([]);
  });

  test('are none when one of the people is nobody\'s form, and the next ones are right', () => {
    expect(() => identifiers.issueAll('housing', [morag, 'abc' as SpineId])).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    expect(() => identifiers.issueAll('housing', [`${'0'.repeat(31)}g` as SpineId, morag])).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    expect(identifiers.issueAll('housing', [morag])).toEqual([identifiers.issue('housing', morag)]);
  });
});

describe('an id that is not of this audience', () => {
  const issued = identifiers.issue('housing', morag);

  test('opens to somebody else, who is nobody', () => {
    const opened = identifiers.open('justice', issued)!;
    expect(parseSpineId(opened)).toBe(opened);
    expect(opened).not.toBe(morag);
  });

  test('and one that was altered anywhere opens to somebody else, or not at all', () => {
    assert(property(nat({ max: issued.length - 1 }), constantFrom('A', 'w', '9', '_', '-', '.', '1', 'z'), (at, letter) => {
      const altered = `${issued.slice(0, at)}${letter}${issued.slice(at + 1)}`;
      return altered === issued || identifiers.open('housing', altered as PersonId) !== morag;
    }));
  });

  test.each([
    ['a key version that is not known', `2${issued.slice(1)}`],
    ['a version like a property of every object', `constructor${issued.slice(1)}`],
    ['a last character that is not canonical', `${issued.slice(0, -1)}${String.fromCharCode(issued.charCodeAt(issued.length - 1) + 1)}`],
    ['padding', `${issued}==`],
    ['a letter too many', `${issued}A`],
    ['a letter too few', issued.slice(0, -1)],
    ['a leading zero', `0${issued}`],
    ['nothing', ''],
  ])('with %s opens to nobody', (_, id) => {
    expect(identifiers.open('housing', id as PersonId)).toBeUndefined();
  });

  test('leaves the next ones right', () => {
    identifiers.open('housing', 'x' as PersonId);
    expect(() => identifiers.issue('housing', 'abc' as SpineId)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    expect(() => identifiers.issue('housing', `${'0'.repeat(31)}g` as SpineId)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
    expect(identifiers.issue('housing', morag)).toBe(issued);
    expect(identifiers.open('housing', issued)).toBe(morag);
  });
});

describe('key versions', () => {
  const old = createIdentifiers(keys).issue('housing', morag);
  const rotating = createIdentifiers({ current: 2, keys: { 1: key(7), 2: key(8) } });

  test('while they rotate, ids of both are read and new ones carry the current', () => {
    expect(rotating.open('housing', old)).toBe(morag);
    const renewed = rotating.issue('housing', morag);
    expect(renewed).toMatch(/^2\./);
    expect(renewed.slice(2)).not.toBe(old.slice(2));
    expect(rotating.open('housing', renewed)).toBe(morag);
    expect([rotating.isCurrent(renewed), rotating.isCurrent(old)]).toEqual([true, false]);
  });

  test('one that was dropped is not read any more', () => {
    expect(createIdentifiers({ current: 2, keys: { 2: key(8) } }).open('housing', old)).toBeUndefined();
  });

  test.each<[string, IdentifierKeys]>([
    ['a current version without a key', { current: 2, keys: { 1: key(1) } }],
    ['no key at all', { current: 1, keys: {} }],
    ['a key that is too short', { current: 1, keys: { 1: key(1).subarray(1) } }],
    ['version 0', { current: 0, keys: { 0: key(1) } }],
    ['a version of five digits', { current: 10_000, keys: { 10_000: key(1) } }],
  ])('%s is refused when the service starts', (_, wrong) => {
    expect(() => createIdentifiers(wrong)).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
  });
});

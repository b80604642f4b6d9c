import { describe, expect, test } from '@jest/globals';
import { assert, array, constantFrom, property, record } from 'fast-check';
import { parseSpineId, type SpineId } from '@thegither/vocabulary';
import { createIdentifiers, type Identifiers } from './identifiers.ts';
import { rememberIdentifiers } from './rememberIdentifiers.ts';

const key = (byte: number): Uint8Array => Buffer.alloc(32, byte);
const older = createIdentifiers({ current: 1, keys: { 1: key(7) } });
const rotating = createIdentifiers({ current: 2, keys: { 1: key(7), 2: key(8) } });
const spine = (number: number): SpineId => parseSpineId(number.toString(16).padStart(32, '0'))!;
const [morag, callum, tam] = [spine(1), spine(2), spine(3)];

/** The translator, and how many ids it was asked to translate. */
function counting(from: Identifiers): { identifiers: Identifiers; translated: () => number } {
  let translated = 0;
  return {
    translated: () => translated,
    identifiers: {
      issue: (audience, person) => (translated++, from.issue(audience, person)),
      issueAll: (audience, people) => ((translated += people.length), from.issueAll(audience, people)),
      open: (audience, id) => (translated++, from.open(audience, id)),
      isCurrent: (id) => from.isCurrent(id),
    },
  };
}

describe('within one request', () => {
  test('each person is translated once for each audience, either way', () => {
    const { identifiers, translated } = counting(older);
    const remembered = rememberIdentifiers(identifiers);
    const id = remembered.issue('housing', morag);
    remembered.issue('housing', morag);
    remembered.open('housing', id);
    remembered.issueAll('housing', [callum, morag]);
    expect(translated()).toBe(2);
    remembered.issue('justice', morag);
    expect(translated()).toBe(3);
  });

  test('an id that came is the one that goes out, while it is of the current keys', () => {
    const { identifiers, translated } = counting(rotating);
    const remembered = rememberIdentifiers(identifiers);
    const id = rotating.issue('housing', morag);
    expect([remembered.open('housing', id), remembered.issue('housing', morag), translated()]).toEqual([morag, id, 1]);
  });

  test('an id of older keys is read, and the current one goes out', () => {
    const remembered = rememberIdentifiers(rotating);
    const before = older.issue('housing', tam);
    expect(remembered.open('housing', before)).toBe(tam);
    expect(remembered.issue('housing', tam)).toBe(rotating.issue('housing', tam));
    expect(remembered.open('housing', before)).toBe(tam);
  });

  test('an id that nobody made stays nobody\'s', () => {
    const remembered = rememberIdentifiers(older);
    const foreign = rotating.issue('housing', morag);
    expect([remembered.open('housing', foreign), remembered.open('housing', foreign)]).toEqual([undefined, undefined]);
  });

  test('whatever is asked in whatever order, every answer is the plain translator\'s', () => {
    const asked = record({ audience: constantFrom('housing', 'justice'), person: constantFrom(morag, callum, tam), what: constantFrom('issue', 'open', 'openOlder', 'all') });
    assert(property(array(asked, { maxLength: 30 }), (questions) => {
      const remembered = rememberIdentifiers(rotating);
      for (const { audience, person, what } of questions) {
        const id = what === 'openOlder' ? older.issue(audience, person) : rotating.issue(audience, person);
        if (what === 'issue') expect(remembered.issue(audience, person)).toBe(id);
        else if (what === 'all') expect(remembered.issueAll(audience, [person, callum, person])).toEqual([id, rotating.issue(audience, callum), id]);
        else expect(remembered.open(audience, id)).toBe(person);
      }
    }));
  });
});

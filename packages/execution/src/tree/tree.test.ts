import { describe, expect, test } from '@jest/globals';
import type { SpineId } from '@thegither/vocabulary';
import { eachAt } from './eachAt.ts';
import { merge } from './merge.ts';
import { PersonObject, TreeObject } from './treeObject.ts';

const tree = (fields: object): TreeObject => Object.assign(new TreeObject(), fields);
const somebody = (id: unknown, fields: object = {}): PersonObject => Object.assign(new PersonObject(), { id }, fields);
const [a, b] = ['a'.repeat(32), 'b'.repeat(32)] as [SpineId, SpineId];

const joined = (target: TreeObject, source: TreeObject): TreeObject => {
  merge(target, source);
  return target;
};

describe('an object of the tree', () => {
  test('inherits nothing, and a person is one', () => {
    expect(['constructor', 'toString', '__proto__', 'valueOf'].filter((name) => name in new TreeObject())).toEqual([]);
    expect(somebody(a)).toBeInstanceOf(TreeObject);
    expect(tree({})).not.toBeInstanceOf(PersonObject);
  });

  test('takes the key __proto__ as any other', () => {
    const object = new TreeObject();
    object['__proto__'] = { polluted: true };
    expect('polluted' in object).toBe(false);
    expect(Object.keys(object)).toEqual(['__proto__']);
  });
});

describe('what another fetch brought', () => {
  test.each([
    { what: 'is added', old: { a: 1 }, fresh: { b: 2 }, now: { a: 1, b: 2 } },
    { what: 'replaces a leaf', old: { a: 1 }, fresh: { a: null }, now: { a: null } },
    { what: 'joins objects', old: { a: tree({ x: 1 }) }, fresh: { a: tree({ y: 2 }) }, now: { a: { x: 1, y: 2 } } },
    { what: 'joins lists of one length', old: { a: [tree({ x: 1 }), null] }, fresh: { a: [tree({ y: 2 }), tree({ y: 3 })] }, now: { a: [{ x: 1, y: 2 }, { y: 3 }] } },
    { what: 'replaces a list of another length', old: { a: [1, 2] }, fresh: { a: [3] }, now: { a: [3] } },
    { what: 'replaces an object by null', old: { a: tree({ x: 1 }) }, fresh: { a: null }, now: { a: null } },
  ])('$what', ({ old, fresh, now }) => {
    expect(joined(tree(old), tree(fresh))).toEqual(now);
  });

  test('leaves the lists that it came with as they are', () => {
    const list = [tree({ x: 1 })];
    merge(tree({ list: [tree({ y: 1 })] }), tree({ list }));
    expect(list).toEqual([{ x: 1 }]);
  });
});

describe('what stands at a path', () => {
  const visited = (path: string[], within?: ReadonlySet<SpineId>): unknown[] => {
    const seen: unknown[] = [];
    eachAt(root, path, within, (_entity, at, person) => seen.push([at.join('.'), person]));
    return seen;
  };
  const root = tree({
    list: [[somebody(a, { home: tree({}) }), null], null, [somebody(b, { home: tree({}) }), somebody(null, { home: tree({}) })]],
    one: tree({ home: null, other: 'text' }),
  });

  test('is visited in order, nulls left out, with the nearest person', () => {
    expect(visited(['list', '@', '@'])).toEqual([['list.0.0', a], ['list.2.0', b], ['list.2.1', undefined]]);
    expect(visited(['list', '@', '@', 'home'])).toEqual([['list.0.0.home', a], ['list.2.0.home', b], ['list.2.1.home', undefined]]);
  });

  test('is only what is at or below the people who are meant', () => {
    expect(visited(['list', '@', '@', 'home'], new Set([b]))).toEqual([['list.2.0.home', b]]);
    expect(visited([], new Set([b]))).toEqual([]);
  });

  test('is nothing where the path does not lead to an object', () => {
    expect([['one', 'home'], ['one', 'other'], ['one', '@'], ['list', 'home'], ['none']].flatMap((path) => visited(path))).toEqual([]);
  });
});

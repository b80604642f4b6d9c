import { expect, test } from '@jest/globals';
import { TreeObject } from '../tree/treeObject.ts';
import { withoutSent } from './withoutSent.ts';

const tree = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tree);
  return typeof value === 'object' && value !== null ? Object.assign(new TreeObject(), Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tree(each)]))) : value;
};

test.each([
  { what: 'a key', sent: { id: 1 }, answer: { id: 2, name: 'x' }, left: { name: 'x' } },
  { what: 'a key inside an object', sent: { team: { code: 1 } }, answer: { team: { code: 2, name: 'x' } }, left: { team: { name: 'x' } } },
  { what: 'a key two deep', sent: { desk: { label: 1, team: { code: 1 } } }, answer: { desk: { label: 2, team: { code: 2, size: 3 }, width: 4 } }, left: { desk: { team: { size: 3 }, width: 4 } } },
  { what: 'a field in a list', sent: { parts: [{ year: 1 }, null] }, answer: { parts: [{ year: 2, amount: 3 }, null] }, left: { parts: [{ amount: 3 }, null] } },
  { what: 'a list of another length', sent: { parts: [{ year: 1 }] }, answer: { parts: [{ year: 2, amount: 3 }, { year: 2, amount: 3 }] }, left: {} },
  { what: 'a list where others are null', sent: { parts: [{ year: 1 }, null] }, answer: { parts: [null, { year: 1, amount: 2 }] }, left: {} },
  { what: 'an object in place of null', sent: { team: null }, answer: { team: { name: 'x' } }, left: {} },
  { what: 'null in place of an object', sent: { team: { code: 1 } }, answer: { team: null, name: 'x' }, left: { name: 'x' } },
])('what was sent is taken out of an answer, and nothing else: $what', ({ sent, answer, left }) => {
  const part = tree(answer) as TreeObject;
  withoutSent(part, tree(sent) as TreeObject);
  expect(JSON.parse(JSON.stringify(part))).toEqual(left);
});

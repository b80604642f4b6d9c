import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { chooseOperation } from './chooseOperation.ts';
import { countFields } from './countFields.ts';

const unfolding = Array.from({ length: 30 }, (_, at) => `fragment F${at} on Person { ...F${at + 1} ...F${at + 1} }`).join(' ');

test.each([
  ['fields', '{ me { id name { knownAs } } }', 4],
  ['inline fragments with what is in them', '{ me { ... on Person { id } } }', 3],
  ['a fragment as often as it is used', '{ me { ...F } you: me { ...F } } fragment F on Person { id homes { area } }', 8],
  ['nothing as one, since it takes room too', '{ ...F } fragment F on Query { ...G } fragment G on Query { ...H } fragment H on Query { a }', 1],
  ['what unfolds beyond measure without unfolding it', `{ me { ...F0 } } ${unfolding} fragment F30 on Person { id }`, 2 ** 30 + 1],
])('counts %s', (_, query, count) => expect(countFields(chooseOperation(parse(query), undefined))).toBe(count));

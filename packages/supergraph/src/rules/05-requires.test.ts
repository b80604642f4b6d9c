import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { requires } from './05-requires.ts';
import { houseWith, refusedBy, subgraph } from './examples.ts';

const directory = (field: string) => subgraph('directory', `type Service @key(fields: "id") @notPersonal(because: "open data") { id: ID! name: String! @external ${field} }`);

describe('requires', () => {
  test('accepts @requires on a field without arguments', () => {
    expect(check(houseWith(directory('label: String @requires(fields: "name")')))).toEqual([]);
  });

  test.each([
    ['one argument', 'label(language: String): String @requires(fields: "name")'],
    ['an argument with a default', 'label(language: String = "gd"): String @requires(fields: "name")'],
    ['an argument of an input type', 'label(as: Wish): String @requires(fields: "name") } input Wish { language: String'],
  ])('refuses @requires on a field with %s', (_, field) => {
    expect(refusedBy(requires, directory(field))).toEqual(['directory Service.label']);
  });
});

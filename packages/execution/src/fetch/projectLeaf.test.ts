import { describe, expect, test } from '@jest/globals';
import { GraphQLBoolean, GraphQLEnumType, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLScalarType, GraphQLString, type GraphQLLeafType } from 'graphql';
import { projectLeaf } from './projectLeaf.ts';
import type { Reading } from './reading.ts';

const Day = new GraphQLScalarType({ name: 'Date' });
const Moment = new GraphQLScalarType({ name: 'DateTime' });
const Weekday = new GraphQLEnumType({ name: 'Weekday', values: { MONDAY: { value: 1 } } });
const Owners = new GraphQLScalarType({ name: 'constructor' });

function project(type: GraphQLLeafType, raw: unknown): { readonly value: unknown; readonly faults: number } {
  const reading: Reading = { at: [], faults: [], open: () => undefined, met: () => undefined };
  const value = projectLeaf(type)(raw, reading, 0);
  return { value, faults: reading.faults.length };
}

describe('a leaf is taken as it is when it is of its type:', () => {
  test.each<[string, GraphQLLeafType, readonly unknown[]]>([
    ['a text', GraphQLString, ['', 'anything']], ['an id', GraphQLID, ['a', 7]], ['an integer', GraphQLInt, [0, -7]], ['a number', GraphQLFloat, [0.5]], ['a truth', GraphQLBoolean, [true, false]],
    ['a day', Day, ['2026-11-22', '2028-02-29']], ['a moment', Moment, ['2026-11-22T09:05:00Z', '2026-11-22T23:59:59.123456Z']], ['an enum\'s value', Weekday, ['MONDAY']],
    ['a scalar of its owner\'s own, also of a name that every object has', Owners, [7, { any: ['thing'] }]],
  ])('%s', (_, type, values) => {
    for (const value of values) expect(project(type, value)).toEqual({ value, faults: 0 });
  });
});

describe('what is not of its type becomes null, and a fault is noted:', () => {
  const ANYTHING = [{ name: 'Morag' }, ['Morag'], Number.POSITIVE_INFINITY];
  test.each<[string, GraphQLLeafType, readonly unknown[]]>([
    ['a text', GraphQLString, [7, true]], ['an id', GraphQLID, [0.5, true]], ['an integer', GraphQLInt, ['7', 0.5, true]], ['a number', GraphQLFloat, ['0.5']], ['a truth', GraphQLBoolean, ['true', 1]],
    ['a day', Day, ['Morag', '2026-11-22 and more', '2026-13-01', '2026-11-32', '2026-11-22T09:05:00Z', 20_261_122, '\n2026-11-22', '2026-11-22\n']],
    ['a moment', Moment, ['Morag', '2026-11-22', '2026-11-22T24:00:00Z', '2026-11-22T09:05:00', '2026-11-22T09:05:00Z, Morag', 0]],
    ['an enum\'s value', Weekday, ['SUNDAY', 'toString', '__proto__', 1]],
  ])('%s', (_, type, values) => {
    for (const value of [...values, ...ANYTHING]) expect(project(type, value)).toEqual({ value: null, faults: 1 });
  });
});

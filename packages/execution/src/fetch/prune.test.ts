import { describe, expect, test } from '@jest/globals';
import { EVERYTHING, type Mask, NOTHING, maskOf } from '@thegither/consent';
import { type GraphQLObjectType, Kind, type OperationDefinitionNode, buildSchema, parse, print } from 'graphql';
import type { Policy } from '../policy.ts';
import { needsBelow, prune } from './prune.ts';

// What the sharing rules would refuse to publish: here it must stay closed all the same.
const schema = buildSchema(`
  type Query { a: Int }
  interface Named { name: String }
  type Person implements Named { id: ID! name: String named: Named home: Home friend: Person anybody: Anybody open: Open job(by: String, order: Int = 1): Job }
  type Home implements Named { name: String area: String note: String }
  type Open { area: String person: Person }
  type Job { title: String }
  union Anybody = Person | Home
`);

const NEEDS: Record<string, Mask> = { 'Person.home': maskOf('WHERE_I_LIVE'), 'Home.note': maskOf('HOUSING_MONEY'), 'Person.job': maskOf('SKILLS'), 'by': maskOf('CAREER_PLANS'), 'order': maskOf('WORK_HISTORY') };
const policy: Policy = { needs: (type, field) => NEEDS[`${type}.${field}`] ?? NOTHING, argumentNeeds: () => (argument) => NEEDS[argument]! };
const pruning = { schema, policy };
const person = schema.getType('Person') as GraphQLObjectType;

const selectionSetOf = (text: string) => (parse(text).definitions[0] as OperationDefinitionNode).selectionSet;
const needs = (text: string): Mask => needsBelow(pruning, selectionSetOf(text), person);
const pruned = (text: string, shared: Mask): string =>
  print({ kind: Kind.SELECTION_SET, selections: prune(pruning, selectionSetOf(text), person, shared) }).replaceAll(/\s+/g, ' ');

describe('what may be asked of a person', () => {
  test.each([
    { asks: '{ id home { area } }', shares: [], left: '{ id }' },
    { asks: '{ id home { area note } }', shares: ['WHERE_I_LIVE'], left: '{ id home { area } }' },
    { asks: '{ home { note } }', shares: ['WHERE_I_LIVE'], left: '{ home { __typename } }' },
    { asks: '{ home { area note } }', shares: ['WHERE_I_LIVE', 'HOUSING_MONEY'], left: '{ home { area note } }' },
    { asks: '{ ... on Person { home { area } } }', shares: [], left: '' },
    { asks: '{ job { title } }', shares: ['SKILLS'], left: '' },
    { asks: '{ job { title } }', shares: ['SKILLS', 'WORK_HISTORY'], left: '{ job { title } }' },
    { asks: '{ job(by: "x") { title } }', shares: ['SKILLS', 'WORK_HISTORY'], left: '' },
  ])('$asks with $shares: $left', ({ asks, shares, left }) => {
    expect(pruned(asks, maskOf(...shares))).toBe(left);
  });

  test.each([
    { asks: '{ friend { id home { area } } }', left: '{ friend { id } }' },
    { asks: '{ open { area person { id home { area } } } }', left: '{ open { area person { id } } }' },
    { asks: '{ anybody { ... on Person { id home { area } } ... on Home { note } } }', left: '{ anybody { ... on Person { id } ... on Home { note } } }' },
  ])('somebody further down is another person, whatever this one shares: $asks', ({ asks, left }) => {
    expect(pruned(asks, EVERYTHING)).toBe(left);
  });

  test('an interface\'s own fields are asked of nobody behind it who is a person (CVE-2025-64173)', () => {
    expect(pruned('{ named { __typename name ... on Person { id home { area } } ... on Home { name } } }', EVERYTHING)).toBe('{ named { __typename ... on Person { id } ... on Home { name } } }');
  });

  test('a field without a place in the schema is no field to leave out silently', () => {
    expect(() => pruned('{ nowhere }', EVERYTHING)).toThrow('nowhere');
  });
});

test('what a selection needs is what it and everything below it need, of this person alone', () => {
  expect(needs('{ id home { note } ... on Person { job(by: "x") { title } } }')).toBe(maskOf('WHERE_I_LIVE', 'HOUSING_MONEY', 'SKILLS', 'CAREER_PLANS', 'WORK_HISTORY'));
  expect(needs('{ friend { home { area } } anybody { ... on Person { home { area } } } }')).toBe(NOTHING);
});

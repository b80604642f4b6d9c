import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { reachFrom, stepsFrom, tellPath } from './reach.ts';
import { readDocument } from './reading.ts';
import { wholeOf } from './whole.ts';

const whole = wholeOf([readDocument('house', parse(`
  type Query { page: Page }
  type Page { next: Page items: [[Item!]!] place: Place }
  union Item = Person | Council
  type Council { code: ID }
  interface Place { name: String } type Town implements Place { name: String }
  type Person { home: Home } type Home { area: String }`))]);

test('a walk goes through lists, unions, interfaces and circles, and remembers the way', () => {
  const reach = reachFrom(whole, stepsFrom(whole, ['Query']));
  expect([...reach.keys()].filter((name) => name !== 'ID' && name !== 'String').toSorted()).toEqual(['Council', 'Item', 'Page', 'Person', 'Place', 'Town']);
  expect(tellPath(reach.get('Town'))).toBe('Query.page > Page.place');
});

test('a walk arrives at Person and does not go on through it: what is behind is decided for that person', () => {
  expect(reachFrom(whole, stepsFrom(whole, ['Query'])).has('Home')).toBe(false);
  expect(reachFrom(whole, stepsFrom(whole, ['Person'])).has('Home')).toBe(true);
});

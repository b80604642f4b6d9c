import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { lists } from './11-lists.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const NO = '@notPersonal(because: "no")';
const people = (fields: string, more: string) => subgraph('people', person(fields) + more);

describe('lists', () => {
  test.each([
    ['a list with a category and a stricter field inside', people('needs: [Need!] @personal(category: "ACCESS_NEEDS")', 'type Need { label: String legal: String @personal(category: "LEGAL_NAME") }')],
    ['a list that is personal by its items', people('needs: [Need!]', 'type Need @personal(category: "ACCESS_NEEDS") { label: String }')],
    ['a list that is not personal, of things that are not', people(`states: [Mark!] ${NO}`, `type Mark ${NO} { label: String }`)],
    ['open data below a personal list', people('needs: [Need!] @personal(category: "ACCESS_NEEDS")', `type Need { law: Law } type Law ${NO} { title: String }`)],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['a list that is called not personal, of things with a personal field', people(`needs: [Need!] ${NO}`, 'type Need { label: String @personal(category: "ACCESS_NEEDS") }'), ['people Person.needs']],
    ['such a list inside a page', people(`needs: Page ${NO}`, `type Page { items: [Need!] ${NO} } type Need { label: String @personal(category: "ACCESS_NEEDS") }`), ['people Page.items']],
    ['such a list of a union', people(`needs: [Any!] ${NO}`, `union Any = Need | Wish type Wish ${NO} { text: String } type Need { label: String @personal(category: "ACCESS_NEEDS") }`), ['people Person.needs']],
    ['a field below a personal list that is called not personal', people('needs: [Need!] @personal(category: "ACCESS_NEEDS")', `type Need { label: String code: String ${NO} }`), ['people Need.code']],
    ['a field further below that is called not personal', people('needs: [Need!] @personal(category: "ACCESS_NEEDS")', `type Need { more: More } type More { code: String ${NO} label: String }`), ['people More.code']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(lists, changed)).toEqual(where);
  });
});

import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { owners } from './10-owners.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const with_ = (name: string) => (mark: string) => subgraph(name, person(`area: String ${mark}`));
const housing = with_('housing');
const council = with_('council');
const LIVE = '@personal(category: "WHERE_I_LIVE")';

describe('owners', () => {
  test.each([
    ['copies that both share, with the same category', [housing(`${LIVE} @shareable`), council(`${LIVE} @shareable`)]],
    ['an override that the owner agreed to', [housing(`${LIVE} @shareable`), council(`${LIVE} @override(from: "housing")`)]],
    ['a value type below two personal fields, shared by both', [
      subgraph('housing', `${person(`home: Home ${LIVE}`)} type Home @shareable { area: String }`),
      subgraph('council', `${person(`tax: Home ${LIVE}`)} type Home @shareable { area: String }`),
    ]],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(...changed))).toEqual([]);
  });

  test.each([
    ['a second resolver that the owner did not agree to', [housing(LIVE), council(`${LIVE} @shareable`)], ['housing Person.area']],
    ['two resolvers of which neither agrees', [housing(LIVE), council(LIVE)], ['council Person.area', 'housing Person.area']],
    ['an override that the owner did not agree to', [housing(LIVE), council(`${LIVE} @override(from: "housing")`)], ['housing Person.area']],
    ['an override of a part of the traffic', [housing(LIVE), council(`${LIVE} @override(from: "housing", label: "percent(1)")`)], ['housing Person.area']],
    ['shareable copies with different categories', [housing(`${LIVE} @shareable`), council('@personal(category: "NAME_AND_CONTACT") @shareable')], ['council Person.area', 'housing Person.area']],
    ['a copy that needs less', [housing(`${LIVE} @personal(category: "HOMELESSNESS_HELP") @shareable`), council(`${LIVE} @shareable`)], ['council Person.area', 'housing Person.area']],
    ['an override with another category', [housing(`${LIVE} @shareable`), council('@personal(category: "NAME_AND_CONTACT") @override(from: "housing")')], ['council Person.area', 'housing Person.area']],
    ['copies of a type of which one has a category', [
      subgraph('housing', `${person('home: Home')} type Home @shareable ${LIVE} { area: String }`),
      subgraph('council', `${person(`tax: Home ${LIVE}`)} type Home @shareable { area: String }`),
    ], ['council Home.area', 'housing Home.area']],
    ['a copy of a field below a personal field', [
      subgraph('housing', `${person(`home: Home ${LIVE}`)} type Home { area: String }`),
      subgraph('council', `${person(`tax: Home ${LIVE}`)} type Home @shareable { area: String }`),
    ], ['housing Home.area']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(owners, ...changed)).toEqual(where);
  });
});

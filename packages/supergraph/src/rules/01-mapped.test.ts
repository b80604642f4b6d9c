import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { mapped } from './01-mapped.ts';
import { houseWith, person, refusedBy, subgraph } from './examples.ts';

const housing = (fields: string, more = '') => subgraph('housing', person(fields) + more);

const people = (type: string) => subgraph('people', person('state: State2 @notPersonal(because: "no")') + type);

describe('mapped', () => {
  test.each([
    ['a field of Person with a category', housing('area: String @personal(category: "WHERE_I_LIVE")')],
    ['a field of Person whose type has the category', housing('home: Home', 'type Home @personal(category: "WHERE_I_LIVE") { area: String }')],
    ['fields below a personal field without marks of their own', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { area: Area } type Area { name: String }')],
    ['an argument that says why it tells nothing', housing('area(first: Int @notPersonal(because: "how much of it")): String @personal(category: "WHERE_I_LIVE")')],
    ['an input whose fields say so', housing('fits(home: Wish @notPersonal(because: "the asker\'s own words")): Boolean @personal(category: "WHERE_I_LIVE")', 'input Wish { rooms: Int @notPersonal(because: "the asker\'s own words") }')],
    ['a field that needs two categories', housing('area: String @personal(category: "WHERE_I_LIVE") @personal(category: "HOMELESSNESS_HELP")')],
    ['an open type below, marked as a whole', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { council: Council } type Council @notPersonal(because: "open data") { name(in: String): String }')],
  ])('accepts %s', (_, changed) => {
    expect(check(houseWith(changed))).toEqual([]);
  });

  test.each([
    ['a field of Person without a mark', housing('area: String'), ['housing Person.area']],
    ['a field added in an extension', subgraph('housing', `${person('area: String @personal(category: "WHERE_I_LIVE")')} extend type Person { street: String }`), ['housing Person.street']],
    ['an unknown category', housing('area: String @personal(category: "WHERE_I_LIVED")'), ['housing Person.area']],
    ['a category in other letters', housing('area: String @personal(category: "where_i_live")'), ['housing Person.area']],
    ['an empty category', housing('area: String @personal(category: "")'), ['housing Person.area']],
    ['a wrong argument', housing('area: String @personal(name: "WHERE_I_LIVE")'), ['housing Person.area']],
    ['a category that is no text', housing('area: String @personal(category: WHERE_I_LIVE)'), ['housing Person.area']],
    ['one known and one unknown category', housing('area: String @personal(category: "WHERE_I_LIVE") @personal(category: "ALL")'), ['housing Person.area']],
    ['both at once', housing('area: String @personal(category: "WHERE_I_LIVE") @notPersonal(because: "open")'), ['housing Person.area']],
    ['a reason without words', housing('area: String @personal(category: "WHERE_I_LIVE")', 'type Unused { a: Int @notPersonal(because: " - ") }'), ['housing Unused.a']],
    ['an argument without a mark', housing('area(day: Int): String @personal(category: "WHERE_I_LIVE")'), ['housing Person.area(day:)']],
    ['an argument further down', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home { rooms(floor: Int): Int }'), ['housing Home.rooms(floor:)']],
    ['an input field without a mark', housing('fits(home: Wish @notPersonal(because: "own words")): Boolean @personal(category: "WHERE_I_LIVE")', 'input Wish { inner: Inner @notPersonal(because: "own words") } input Inner { rooms: Int }'), ['housing Inner.rooms']],
    ['outside consent and people, a field of Person that is not personal', housing('note: String @notPersonal(because: "open")'), ['housing Person.note']],
    ['outside consent and people, a field of Person whose type is not personal', housing('council: Council', 'type Council @notPersonal(because: "open") { name: String }'), ['housing Person.council']],
    ['a mark on Person itself', subgraph('housing', 'type Person @key(fields: "id") @notPersonal(because: "no") { id: ID! area: String }'), ['housing Person']],
    ['a field called not personal whose type is', housing('home: Home @notPersonal(because: "no")', 'type Home @personal(category: "WHERE_I_LIVE") { area: String }'), ['housing Person.home']],
    ['a personal field on an object that is called not personal', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home @notPersonal(because: "no") { rent: Int @personal(category: "HOUSING_MONEY") }'), ['housing Home.rent']],
    ['a personal type in an object that is called not personal', housing('home: Home @personal(category: "WHERE_I_LIVE")', 'type Home @notPersonal(because: "no") { rent: Rent } type Rent @personal(category: "HOUSING_MONEY") { standing: String }'), ['housing Home.rent']],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(mapped, changed)).toEqual(where);
  });

  test('what is reached from Person only through fields that are not personal needs marks of its own', () => {
    expect(check(houseWith(people('type State2 { word: String @notPersonal(because: "the same for everybody") }')))).toEqual([]);
    expect(refusedBy(mapped, people('type State2 { word: Word @notPersonal(because: "the same for everybody") } type Word { text: String }'))).toEqual(['people Word.text']);
  });

  test('the same field marked in one subgraph and not in another is refused where it is not marked', () => {
    const shared = 'flag: Boolean @shareable';
    expect(refusedBy(mapped, subgraph('careers', person(`${shared} @notPersonal(because: "no")`)), housing(`${shared} @personal(category: "SKILLS")`))).toEqual(['careers Person.flag']);
  });
});

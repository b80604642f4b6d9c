import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { described } from './13-described.ts';
import { HEADER, houseWith, refusedBy, verbatim } from './examples.ts';

const WHOLE = `
"Somebody." type Person @key(fields: "id") {
  "Who." id: ID!
  "Where." area("Since when." since: Since @notPersonal(because: "own words")): Area @personal(category: "WHERE_I_LIVE")
}
"A day." input Since { "The year." year: Int @notPersonal(because: "own words") }
"Where somebody lives." type Area { "What kind." kind: Kind "Its name." name: String @deprecated(reason: "Use kind; stays until 2027-03-31.") }
"Kinds of areas." enum Kind { "A town." TOWN "The rest." OTHER }
"A code." scalar Code
"One or the other." union Either = Area`;
const without = (text: string, by = '') => verbatim('housing', HEADER + WHOLE.replace(text, by));

describe('described', () => {
  test('accepts a schema in which everything is described', () => {
    expect(check(houseWith(without('')))).toEqual([]);
  });

  test.each([
    ['a type', '"Somebody."', 'housing Person'],
    ['a field', '"Where."', 'housing Person.area'],
    ['an argument', '"Since when."', 'housing Person.area(since:)'],
    ['an input', '"A day."', 'housing Since'],
    ['an input field', '"The year."', 'housing Since.year'],
    ['an enum', '"Kinds of areas."', 'housing Kind'],
    ['an enum value', '"A town."', 'housing Kind.TOWN'],
    ['a scalar', '"A code."', 'housing Code'],
    ['a union', '"One or the other."', 'housing Either'],
  ])('refuses %s without a description', (_, text, where) => {
    expect(refusedBy(described, without(text))).toEqual([where]);
  });

  test.each([
    ['a description of nothing', without('"Where."', '"  "'), 'housing Person.area'],
    ['a description without words', without('"Where."', '"- ?"'), 'housing Person.area'],
    ['a deprecation without a reason', without('(reason: "Use kind; stays until 2027-03-31.")'), 'housing Area.name'],
    ['a deprecation without a day', without(' until 2027-03-31'), 'housing Area.name'],
    ['a deprecation on a day that is none', without('2027-03-31', '2027-13-31'), 'housing Area.name'],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(described, changed)).toEqual([where]);
  });
});

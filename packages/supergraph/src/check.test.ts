import { describe, expect, test } from '@jest/globals';
import { check } from './check.ts';
import { HOUSE, houseWith, person, subgraph, verbatim } from './rules/examples.ts';

const told = (...sources: Parameters<typeof check>[0]) => check(sources).map(({ rule, where }) => `${rule} ${where.subgraph} ${where.coordinate}`);

describe('check', () => {
  test('a house that keeps every rule is refused nothing', () => {
    expect(check(HOUSE)).toEqual([]);
  });

  test('every refusal is listed, whatever rule and subgraph it is of', () => {
    const housing = subgraph('housing', person('area: String! @personal(category: "WHERE_I_LIVE") street: String'));
    const careers = subgraph('careers', `type Query { everybody: [Person] } ${person('skills: String @personal(category: "SKILL")')}`);
    expect(told(...houseWith(housing, careers))).toEqual(expect.arrayContaining(['mapped housing Person.street', 'mapped careers Person.skills', 'nulls housing Person.area', 'doors careers Query.everybody']));
  });

  test('each refusal says what, where, why and how to mend it', () => {
    for (const { rule, where, why, mend } of check(houseWith(subgraph('housing', person('street: String'))))) {
      expect([rule, where.coordinate, where.subgraph, why, mend].every((text) => text.length > 3)).toBe(true);
    }
  });

  test('what the supergraph repeats is told once, at its author', () => {
    expect(told(...houseWith(subgraph('housing', person('street: String'))))).toEqual(['mapped housing Person.street']);
  });

  test('the order in which schemas come makes no difference', () => {
    const broken = houseWith(subgraph('housing', person('street: String')), subgraph('careers', person('skills: String')));
    expect(check(broken.toReversed())).toEqual(check(broken));
  });

  test.each([
    ['a schema that is not in the schema language', verbatim('housing', 'type {'), 'read housing schema'],
    ['an empty schema', verbatim('housing', ''), 'read housing schema'],
    ['a name that is that of a half', subgraph('housing__guarded', person('area: String @personal(category: "WHERE_I_LIVE")')), 'read housing__guarded schema'],
    ['a name that the rules speak of', subgraph('supergraph', person('area: String @personal(category: "WHERE_I_LIVE")')), 'read supergraph schema'],
    ['schemas that do not compose', subgraph('housing', person('area: Nowhere @personal(category: "WHERE_I_LIVE")')), 'composed supergraph INVALID_GRAPHQL'],
  ])('refuses %s', (_, changed, refusal) => {
    expect(told(...houseWith(changed))).toContain(refusal);
  });

  test('refuses two subgraphs of one name', () => {
    expect(told(...HOUSE, HOUSE[2]!)).toContain('read housing schema');
  });

  test('composition speaks of its own errors also where a rule is broken elsewhere', () => {
    const unfit = subgraph('housing', person('area: Nowhere @personal(category: "WHERE_I_LIVE") street: String'));
    expect(told(...houseWith(unfit))).toEqual(expect.arrayContaining(['mapped housing Person.street', 'composed supergraph INVALID_GRAPHQL']));
  });
});

import { describe, expect, test } from '@jest/globals';
import { check } from '../check.ts';
import { carried } from './02-carried.ts';
import { HEADER, houseWith, person, refusedBy, subgraph, verbatim } from './examples.ts';

const BODY = person('area: String @personal(category: "WHERE_I_LIVE")');

/** Housing with one thing in its header, or in its body, changed. */
const housing = (from: string, to: string, body = BODY) => verbatim('housing', HEADER.replace(from, to) + body);

describe('carried', () => {
  test('accepts the header that the house uses, and a schema without a person that has none of it', () => {
    const open = verbatim('weather', 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") "Open." type Query { "Rain." rain: Boolean }');
    expect(check(houseWith(open))).toEqual([]);
  });

  test('accepts descriptions of the directives in other words', () => {
    expect(check(houseWith(subgraph('housing', BODY)))).toEqual([]);
  });

  test.each([
    ['the sharing specification under another name', housing('import: ["@personal", "@notPersonal"])', 'as: "s", import: ["@personal", "@notPersonal"])'), 'housing schema'],
    ['a directive imported under another name', housing('["@personal", "@notPersonal"]', '[{name: "@personal", as: "@private"}, "@notPersonal"]', BODY.replace('@personal', '@private')), 'housing schema'],
    ['another directive imported under the name of ours', housing('"@key"', '"@key", {name: "@tag", as: "@personal"}'), 'housing schema'],
    ['a directive of federation imported under another name', housing('"@key"', '{name: "@key", as: "@id"}', BODY.replace('@key', '@id')), 'housing schema'],
    ['federation under another name', housing('federation/v2.9", ', 'federation/v2.9", as: "fed", '), 'housing schema'],
    ['a directive used by its prefix', housing('"@key", ', '', BODY.replace('@key', '@federation__key')), 'housing @federation__key'],
    ['a directive that is not composed', housing('@composeDirective(name: "@personal")', ''), 'housing @personal'],
    ['a reason that is not composed', housing('@composeDirective(name: "@notPersonal")', ''), 'housing @notPersonal'],
    ['a directive that is not imported', housing('import: ["@personal", "@notPersonal"]', 'import: ["@notPersonal"]'), 'housing @personal'],
    ['no link to the sharing specification', housing('@link(url: "https://thegither.example/sharing/v1.0", import: ["@personal", "@notPersonal"])', ''), 'housing schema'],
    ['another version of it', housing('sharing/v1.0', 'sharing/v2.0'), 'housing schema'],
    ['a definition that cannot be repeated', housing('@personal(category: String!) repeatable', '@personal(category: String!)'), 'housing @personal'],
    ['a definition with a default', housing('@personal(category: String!)', '@personal(category: String! = "NAME_AND_CONTACT")'), 'housing @personal'],
    ['a definition for fewer places', housing('OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION', 'FIELD_DEFINITION'), 'housing @personal'],
    ['a schema of federation 1', verbatim('housing', `directive @key(fields: String!) repeatable on OBJECT | INTERFACE ${BODY.replace(' @personal(category: "WHERE_I_LIVE")', '')}`), 'housing schema'],
  ])('refuses %s', (_, changed, where) => {
    expect(refusedBy(carried, changed)).toContain(where);
  });

  test.each([
    ['@authenticated', 'type Query { shops: [Shop] @authenticated } type Shop @notPersonal(because: "open data") { id: ID! }'],
    ['@requiresScopes', 'type Query { shops: [Shop] } type Shop @notPersonal(because: "open data") { id: ID! @requiresScopes(scopes: [["shops"]]) }'],
    ['@policy', 'type Query { shops: [Shop] } type Shop @notPersonal(because: "open data") @policy(policies: [["shops"]]) { id: ID! }'],
    ['@fromContext', 'type Query { shops: [Shop] } type Shop @key(fields: "id") @context(name: "shop") @notPersonal(because: "open data") { id: ID! area: String desk: Desk } type Desk @key(fields: "id") @notPersonal(because: "open data") { id: ID! near(place: String @fromContext(field: "$shop { area }")): Boolean }'],
  ])('refuses %s, which nobody carries out', (name, types) => {
    const shops = subgraph('shops', types);
    const imported = { ...shops, sdl: shops.sdl.replace('"@key"', '"@key", "@authenticated", "@requiresScopes", "@policy"') };
    expect(refusedBy(carried, imported)).toContain(`shops ${name}`);
  });

  test('refuses what composition settled with a hint: two reasons for one type', () => {
    const more = subgraph('careers', `${person('skills: [Skill!] @personal(category: "SKILLS")')} type Skill { service: Service }
      type Service @key(fields: "id") @notPersonal(because: "another reason") { id: ID! weeks: Int }`);
    expect(refusedBy(carried, more)).toEqual(['supergraph INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS']);
  });

  test('refuses a category that did not arrive in the supergraph, whatever the reason', () => {
    // Nobody composes the directive: the supergraph then has no trace of it, no error and no hint.
    const filtered = subgraph('careers', `${person('jobs(in: String @personal(category: "WHERE_I_LIVE"), by: By @notPersonal(because: "own words")): Int @personal(category: "SKILLS")')} input By { town: String @personal(category: "WHERE_I_LIVE") }`);
    const lost = houseWith(filtered).map((source) => ({ ...source, sdl: source.sdl.replace('@composeDirective(name: "@personal")', '') }));
    const told = check(lost).filter((refusal) => refusal.rule === 'carried' && refusal.where.subgraph === 'supergraph').map((refusal) => refusal.where.coordinate);
    expect(told).toEqual(expect.arrayContaining(['Person.area', 'Person.orders', 'Order.treatment', 'Person.jobs(in:)', 'By.town']));
  });
});

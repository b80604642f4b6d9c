import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { HouseError } from '@thegither/vocabulary';
import { checkPublished, holdPublished } from './checkPublished.ts';
import { compose } from './compose.ts';
import { publish } from './publish.ts';
import { readPublished } from './published.ts';
import { HOUSE, houseWith, person, subgraph } from './rules/examples.ts';

const { supergraphSdl } = publish(HOUSE);
const told = (sdl: string) => checkPublished(sdl).map(({ rule, where }) => `${rule} ${where.coordinate}`);
const changed = (from: string | RegExp, to: string): string => {
  const text = supergraphSdl.replace(from, to);
  expect(text).not.toBe(supergraphSdl);
  return text;
};

/** The house composed as any federation is, without publication: nothing is checked, and nothing split. */
const composedElsewhere = (sources: typeof HOUSE): string => {
  const whole = sources.map(({ name, sdl }) => ({ name, subgraph: name, guarded: false, document: parse(sdl) }));
  const { supergraphSdl: text } = compose(whole, (name) => `http://${name}.example/graphql`);
  return text!;
};

describe('a supergraph that comes as a text', () => {
  test('is served when publication wrote it', () => {
    expect(checkPublished(supergraphSdl)).toEqual([]);
    expect(() => holdPublished({ supergraphSdl })).not.toThrow();
  });

  test.each<[string, () => string, string]>([
    ['is none', () => 'type {', 'read schema'],
    ['was never split', () => composedElsewhere(HOUSE), 'split Person.area'],
    ['was never split, so that the doors answer for what is personal', () => composedElsewhere(HOUSE), 'doors Person.supportTeam'],
    ['has a root field in a guarded half', () => changed(/@join__field\(graph: REFERRALS\)/, '@join__field(graph: JUSTICE__GUARDED)'), 'split Query.services'],
    ['says nothing of the directives', () => changed(/\n\s*@link\(url: "[^"]*sharing[^"]*"[^\n]*/, ''), 'carried schema'],
    ['links to another version of them', () => changed('/sharing/v1.0', '/sharing/v9.0'), 'carried schema'],
    ['renames them', () => changed(/import: \["@personal", "@notPersonal"\]/, 'import: [{ name: "@personal", as: "@p" }]').replaceAll('@personal', '@p'), 'carried @personal'],
    ['defines one otherwise', () => changed(/(directive @personal\([^)]*category: String)!/, '$1'), 'carried @personal'],
    ['lost a mark', () => changed(/ @personal\(category: "WHERE_I_LIVE"\)/, ''), 'mapped Person.area'],
    ['lost every mark', () => supergraphSdl.replaceAll(/ @personal\(category: "[A-Z_]*"\)/g, ''), 'mapped Person.area'],
    ['has a category that nobody knows', () => changed('"WHERE_I_LIVE"', '"WHERE_I_LEFT"'), 'mapped Person.area'],
    ['calls what is personal not personal', () => changed('@personal(category: "WHERE_I_LIVE")', '@notPersonal(because: "we say so")'), 'mapped Person.area'],
    ['finds people elsewhere', () => changed(/ {2}services: \[Service!\]!/, '  somebody: Person @join__field(graph: REFERRALS)\n  services: [Service!]!'), 'doors Query.somebody'],
    ['asks elsewhere by a person', () => changed(/ {2}services: \[Service!\]!/, '  services(of: PersonId): [Service!]!'), 'doors Query.services'],
    ['leads from one person to another', () => changed(/area: String/, 'neighbour: Person @join__field(graph: HOUSING__GUARDED) @personal(category: "WHERE_I_LIVE")\n  area: String'), 'one-person Person.neighbour'],
    ['brings what is personal along', () => changed(/(orders: \[Order!\] @join__field\(graph: JUSTICE__GUARDED)\)/, '$1, requires: "area")'), 'pulling Person.orders'],
    ['has a half without an address', () => changed(/(@join__graph\(name: "housing__guarded", url: )"[^"]*"/, '$1""'), 'split housing__guarded'],
    ['has halves at two addresses', () => changed(/(@join__graph\(name: "referrals__guarded", url: )"[^"]*"/, '$1"http://elsewhere.example/"'), 'split referrals__guarded'],
  ])('and %s is refused', (_, text, refusal) => {
    expect(told(text())).toContain(refusal);
  });

  test('is refused by code, with every place', () => {
    const broken = changed(/ @personal\(category: "WHERE_I_LIVE"\)/, '');
    expect(() => holdPublished({ supergraphSdl: broken })).toThrow(HouseError);
    expect(() => holdPublished({ supergraphSdl: broken })).toThrow(/\[mapped\] supergraph Person\.area/);
  });

  test('that is no schema is not read either', () => {
    expect(() => readPublished('type {')).toThrow(expect.objectContaining({ code: 'CONFIGURATION', message: 'The supergraph cannot be read.' }));
  });

  test('of other rooms is served as well', () => {
    expect(checkPublished(publish(houseWith(subgraph('careers', person('skills: [String!] @personal(category: "SKILLS")')))).supergraphSdl)).toEqual([]);
  });
});

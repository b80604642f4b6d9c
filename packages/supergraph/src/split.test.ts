import { describe, expect, test } from '@jest/globals';
import { Kind, parse, type ObjectTypeDefinitionNode } from 'graphql';
import { examine } from './check.ts';
import { readDocument } from './reading.ts';
import { HOUSE, consentWith, houseWith, person, subgraph } from './rules/examples.ts';
import { split, torn, type Half } from './split.ts';
import { wholeOf } from './whole.ts';

const halvesOf = (name: string, sdl: string): Half[] => {
  const reading = readDocument(name, parse(subgraph(name, sdl).sdl));
  return split(reading, wholeOf([reading]));
};

const objects = (half: Half | undefined): ObjectTypeDefinitionNode[] => (half?.document.definitions ?? []).filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
const names = (half: Half | undefined): string[] => (half?.document.definitions ?? []).flatMap((node) => ('name' in node && node.kind !== Kind.DIRECTIVE_DEFINITION ? (node.name?.value ?? []) : []));
const fields = (half: Half | undefined, type: string): string[] => (objects(half).find((node) => node.name.value === type)?.fields ?? []).map((field) => field.name.value);
const marks = (half: Half | undefined, type: string): string[] => (objects(half).find((node) => node.name.value === type)?.directives ?? []).map((one) => one.name.value);

/** What the key of Person says in a half. */
const keyArguments = (half: Half | undefined): string[] => (objects(half).find((node) => node.name.value === 'Person')?.directives?.[0]?.arguments ?? []).map((argument) => argument.name.value);

const LIVE = '@personal(category: "WHERE_I_LIVE")';
const OPEN = '@notPersonal(because: "open data")';

describe('split', () => {
  test('every field of Person but its key goes to the guarded half, also one that is not personal', () => {
    const [open, guarded] = halvesOf('people', `type Query { me: Person } ${person(`area: String ${LIVE} state: Int ${OPEN}`)}`);
    expect([open?.name, guarded?.name]).toEqual(['people', 'people__guarded']);
    expect(fields(open, 'Person')).toEqual(['id']);
    expect(fields(guarded, 'Person')).toEqual(['id', 'area', 'state']);
  });

  test('root fields stand in the open half alone', () => {
    const [open, guarded] = halvesOf('people', `type Query { me: Person } type Mutation { note: Payload } type Payload { person: Person } ${person(`area: String ${LIVE}`)}`);
    expect(names(open)).toEqual(['Query', 'Mutation', 'Payload', 'Person']);
    expect(names(guarded)).toEqual(['Person']);
  });

  test('a subgraph without root fields and without anything open has just a guarded half', () => {
    expect(halvesOf('housing', person(`area: String ${LIVE}`)).map((half) => half.name)).toEqual(['housing__guarded']);
  });

  test('a subgraph that knows nobody has just an open half', () => {
    expect(halvesOf('weather', 'type Query { rain: Boolean }').map((half) => half.name)).toEqual(['weather']);
  });

  test('the open half cannot be asked for a person at all', () => {
    const [open, guarded] = halvesOf('people', `type Query { me: Person } ${person(`area: String ${LIVE}`)}`);
    expect([keyArguments(open), keyArguments(guarded)]).toEqual([['fields', 'resolvable'], ['fields']]);
  });

  test('a personal type exists only in the guarded half, an open one only where it is needed', () => {
    const [open, guarded] = halvesOf('people', `type Query { me: Person page: Page } type Page { next: String } ${person(`home: Home ${LIVE}`)} type Home { kind: Kind } enum Kind { FLAT }`);
    expect(names(open)).toEqual(['Query', 'Page', 'Person']);
    expect(names(guarded)).toEqual(['Person', 'Home', 'Kind']);
  });

  test('a type needed in both that says it is not personal becomes shareable, and @shareable is imported', () => {
    const [open, guarded] = halvesOf('referrals', `type Query { services: [Service!] } ${person(`service: Service ${LIVE}`)} type Service ${OPEN} { name: String }`);
    expect([marks(open, 'Service'), marks(guarded, 'Service')]).toEqual([['notPersonal', 'shareable'], ['notPersonal', 'shareable']]);
  });

  test('@shareable is imported where the author did not', () => {
    const sdl = subgraph('referrals', `type Query { services: [Service!] } ${person(`service: Service ${LIVE}`)} type Service ${OPEN} { name: String }`).sdl.replace('"@shareable", ', '');
    expect(examine(houseWith({ name: 'referrals', url: 'http://referrals.example/', sdl })).refusals).toEqual([]);
  });

  test.each([
    ['without a mark', 'type Service { name: String }'],
    ['with a mark and a personal field', `type Service ${OPEN} { name: String ${LIVE} }`],
    ['of which one field alone is marked', `type Service { name: String ${OPEN} note: String }`],
  ])('a type needed in both %s is never made shareable and stays guarded', (_, type) => {
    const sdl = `type Query { services: [Service!] } ${person(`service: Service ${LIVE}`)} ${type}`;
    const [open, guarded] = halvesOf('referrals', sdl);
    expect(names(open)).not.toContain('Service');
    expect(marks(guarded, 'Service')).not.toContain('shareable');
    const reading = readDocument('referrals', parse(subgraph('referrals', sdl).sdl));
    expect(torn(reading, wholeOf([reading]))).toEqual(['Service']);
  });

  test('a type that another subgraph does not call open is not made shareable here', () => {
    const mine = readDocument('referrals', parse(subgraph('referrals', `type Query { services: [Service!] } ${person(`service: Service ${LIVE}`)} type Service ${OPEN} { name: String }`).sdl));
    const other = readDocument('careers', parse(subgraph('careers', 'type Service { name: String }').sdl));
    expect(marks(split(mine, wholeOf([mine, other])).at(-1), 'Service')).toEqual(['notPersonal']);
  });

  test('the guarded copy of an open entity has its plain values and cannot be asked for', () => {
    const [open, guarded] = halvesOf('directory', `type Query { services: [Service!] } ${person(`service: Service ${LIVE}`)}
      type Service @key(fields: "id") ${OPEN} { id: ID! name: String! @external label: String @requires(fields: "name") weeks: Int }`);
    expect(fields(open, 'Service')).toEqual(['id', 'name', 'label', 'weeks']);
    expect(fields(guarded, 'Service')).toEqual(['id', 'weeks']);
    expect(JSON.stringify(objects(guarded).find((node) => node.name.value === 'Service')?.directives)).toContain('resolvable');
  });

  test('enums, scalars, inputs and unions go wherever they are spoken of', () => {
    const [open, guarded] = halvesOf('people', `type Query { find(by: By): [Any!] } input By { kind: Kind day: Day } enum Kind { A } scalar Day scalar Hour union Any = One | Two type One { a: Int } type Two { b: Int }
      ${person(`kind(day: Day ${OPEN} in: In ${OPEN}): Kind ${LIVE} hour: Hour ${LIVE}`)} input In { kind: Kind ${OPEN} }`);
    expect(names(open).toSorted()).toEqual(['Any', 'By', 'Day', 'Kind', 'One', 'Query', 'Two']);
    expect(names(guarded).toSorted()).toEqual(['Day', 'Hour', 'In', 'Kind', 'Person']);
  });

  test('an interface takes the objects behind it along', () => {
    const [open] = halvesOf('people', 'type Query { node: Node } interface Node { id: ID! } type One implements Node { id: ID! } type Other { id: ID! }');
    expect(names(open)).toEqual(['Query', 'Node', 'One']);
  });

  test('what is written in an extension is split like the rest', () => {
    const [open, guarded] = halvesOf('people', `type Query { me: Person } ${person(`area: String ${LIVE}`)} extend type Person { street: String ${LIVE} } extend type Query { page: Int }`);
    expect(fields(open, 'Query')).toEqual(['me', 'page']);
    expect(fields(guarded, 'Person')).toEqual(['id', 'area', 'street']);
  });

  test('@external on Person follows the field that requires it', () => {
    const [guarded] = halvesOf('careers', person(`state: Int @external word: String ${LIVE} @requires(fields: "state")`));
    expect([guarded?.name, fields(guarded, 'Person')]).toEqual(['careers__guarded', ['id', 'state', 'word']]);
  });

  test('an override points at the half that has the field', () => {
    const { refusals, supergraphSdl } = examine(houseWith(
      subgraph('housing', person(`area: String ${LIVE} @shareable`)),
      subgraph('council', person(`area: String ${LIVE} @override(from: "housing")`)),
    ));
    expect(refusals).toEqual([]);
    expect(supergraphSdl).toContain('override: "housing__guarded"');
  });

  test('an override of an open field points at the open half', () => {
    const { refusals, supergraphSdl } = examine(houseWith(
      consentWith('type Query {', 'type Query { rain: Boolean'),
      subgraph('weather', 'type Query { rain: Boolean @override(from: "consent") }'),
    ));
    expect(refusals).toEqual([]);
    expect(supergraphSdl).toContain('override: "consent"');
  });

  test('no type of the house stands in both halves unless it is open', () => {
    const { halves, graph } = examine(HOUSE);
    const both = halves.filter((half) => half.guarded).flatMap((guarded) => {
      const open = halves.find((half) => half.subgraph === guarded.subgraph && !half.guarded);
      return objects(guarded).map((node) => node.name.value).filter((name) => objects(open).some((node) => node.name.value === name));
    });
    expect([...new Set(both)].filter((name) => name !== 'Person' && !graph.whole.get(name)?.isOpen)).toEqual([]);
  });
});

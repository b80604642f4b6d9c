import { describe, expect, test } from '@jest/globals';
import { namesIn } from '@thegither/consent';
import { parse } from 'graphql';
import { readMarks, type FieldMark } from './marks.ts';

/** The mark of Person.field in a schema with these definitions besides. */
const markOf = (field: string, rest = '', person = 'type Person'): FieldMark => readMarks(parse(`${person} { ${field} } ${rest}`)).get('Person')!.get('field')!;
const needs = (...from: Parameters<typeof markOf>): string[] => namesIn(markOf(...from).needs);

describe('the categories that a field needs', () => {
  test.each([
    ['its own', 'field: String @personal(category: "SKILLS")', '', 'type Person', ['SKILLS']],
    ['several mean all', 'field: String @personal(category: "SKILLS") @personal(category: "CONVICTIONS")', '', 'type Person', ['CONVICTIONS', 'SKILLS']],
    ['its object\'s', 'field: String @personal(category: "SKILLS")', '', 'type Person @personal(category: "CONDITIONS")', ['CONDITIONS', 'SKILLS']],
    ['those that an extension adds to its object', 'field: String @personal(category: "SKILLS")', 'extend type Person @personal(category: "CONDITIONS")', 'type Person', ['CONDITIONS', 'SKILLS']],
    ['its return type\'s', 'field: [Row!]! @personal(category: "SKILLS")', 'type Row @personal(category: "CONDITIONS") { a: Int }', 'type Person', ['CONDITIONS', 'SKILLS']],
    ['those of everything in a union', 'field: Any @personal(category: "SKILLS")', 'union Any = A | B type A { a: Int } type B @personal(category: "CONDITIONS") { b: Int }', 'type Person', ['CONDITIONS', 'SKILLS']],
    ['those of what implements an interface', 'field: Any @personal(category: "SKILLS")', 'interface Any { a: Int } type A implements Any @personal(category: "CONDITIONS") { a: Int }', 'type Person', ['CONDITIONS', 'SKILLS']],
    ['none', 'field: String', '', 'type Person', []],
  ])('%s', (_title, field, rest, person, expected) => {
    expect(needs(field, rest, person)).toEqual(expected);
  });
});

describe('what is said of a field', () => {
  test.each([
    ['personal', 'field: String @personal(category: "SKILLS")', ''],
    ['notPersonal', 'field: String @notPersonal(because: "x")', ''],
    ['nothing', 'field: String', ''],
    ['nothing', 'field: Row', 'type Row @personal(category: "SKILLS") { a: Int }'],
    ['personal', 'field(a: Int @notPersonal(because: "x")): Int @personal(category: "SKILLS")', ''],
    ['nothing', 'field(a: Int): Int @personal(category: "SKILLS")', ''],
  ])('%s: %s', (said, field, rest) => {
    expect(markOf(field, rest).said).toBe(said);
  });

  test('an argument tells its categories and those inside its input', () => {
    const { tellingArguments } = markOf(
      'field(plain: Int @notPersonal(because: "x"), filter: Filter @personal(category: "CONDITIONS")): Int @personal(category: "SKILLS")',
      'input Filter { again: Filter, by: String @personal(category: "CONVICTIONS") }',
    );
    expect([...tellingArguments].map(([name, mask]) => [name, namesIn(mask)])).toEqual([['plain', []], ['filter', ['CONDITIONS', 'CONVICTIONS']]]);
  });

  test('a category that is not in the register stops the room', () => {
    expect(() => markOf('field: String @personal(category: "SHOE_SIZE")')).toThrow(expect.objectContaining({ code: 'CONFIGURATION' }));
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { TOPICS } from '@thegither/cli';
import { Kind, parse, visit, type ConstDirectiveNode } from 'graphql';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (...parts: string[]) => parse(readFileSync(path.join(root, ...parts), 'utf8'));

/** The personal fields of Person in all eight schemas, with the category that opens each. */
function personalFields(): Map<string, string> {
  const fields = new Map<string, string>();
  for (const subgraph of readdirSync(path.join(root, 'subgraphs'))) {
    visit(read('subgraphs', subgraph, 'schema.graphql'), {
      ObjectTypeDefinition(type) {
        if (type.name.value === 'Person') for (const field of type.fields ?? []) for (const category of categoriesOf(field.directives)) fields.set(field.name.value, category);
      },
    });
  }
  return fields;
}

const categoriesOf = (directives: readonly ConstDirectiveNode[] = []): string[] =>
  directives.filter(({ name }) => name.value === 'personal').flatMap(({ arguments: given }) => (given ?? []).flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value] : [])));

/** The fields of Person that `npm run ask` asks for. */
function askedFields(): string[] {
  const asked: string[] = [];
  visit(read('apps', 'cli', 'operations', 'wholePerson.graphql'), {
    FragmentDefinition({ selectionSet: { selections } }) {
      asked.push(...selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : [])));
    },
  });
  return asked;
}

// What a person chose, and who looked, belongs to them: `ask` is a worker's question. One field needs an argument of the worker's own.
const NOT_ASKED = new Set(['MY_SHARING']), WITH_ARGUMENT = 'unpaidWorkClash';

test('`npm run ask` asks for every personal field that the eight schemas have, and prints each under its own category', () => {
  const expected = [...personalFields()].filter(([field, category]) => !NOT_ASKED.has(category) && field !== WITH_ARGUMENT);
  expect(askedFields().toSorted()).toEqual(['id', ...expected.map(([field]) => field)].toSorted());
  const printed = TOPICS.flatMap(([category, fields]) => fields.map((field) => [field, category]));
  expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(expected));
});

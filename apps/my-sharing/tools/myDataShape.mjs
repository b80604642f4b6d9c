/**
 * Writes src/generated/myDataShape.ts: what the page of somebody's own data says of each field of operations/myData.graphql,
 * in the words that the schema describes it with, under the topic that the services mark it with. What only machines read
 * (ids, and codes beside which there are words) has no place on the page; the download has it.
 * Run inside the workspace, after ../../tools/documents.mjs (`npm run generate`).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { Kind, buildSchema, getNamedType, isEnumType, isListType, isNonNullType, parse } from 'graphql';

const schema = buildSchema(readFileSync('../../docs/api.graphql', 'utf8'));
const { definitions } = parse(readFileSync('operations/myData.graphql', 'utf8'));
const operation = definitions.find((one) => one.name.value === 'MyData');

/** What is asked for in a place, whether it stands there or in a fragment. */
const askedIn = ({ selections }) => selections.flatMap((one) => (one.kind === Kind.FRAGMENT_SPREAD ? askedIn(definitions.find(({ name }) => name.value === one.name.value).selectionSet) : one));

/** The topic of each field of a person, as the services mark it. */
const topics = new Map(readdirSync('../../subgraphs').flatMap((room) => parse(readFileSync(`../../subgraphs/${room}/schema.graphql`, 'utf8')).definitions)
  .filter((one) => (one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.OBJECT_TYPE_EXTENSION) && one.name.value === 'Person')
  .flatMap((person) => person.fields)
  .flatMap(({ name, directives }) => directives.filter((one) => one.name.value === 'personal').map((one) => [name.value, one.arguments.find((each) => each.name.value === 'category').value.value])));

/** The first sentence of a description, without its order, what it says to machines, and its full stop. */
const labelIn = (description) => description.replaceAll(/\s+/g, ' ').trim().split(/(?<=[.:?])\s|;\s/)[0].replace(/[,:] (the )?(latest|next|first|longest|in whole pence)\b.*$/, '').replace(/[.:]$/, '').replace(/, for example [A-Z_]{3,}$/, '');

/** What a thing is comes first, then how it stands, then what belongs to it; last who holds it. */
const rank = ({ name, kind }) => (/^(title|label|what|name|full|knownAs|value|.*Label)$/.test(name) ? 0 : name === 'controller' || name === 'by' ? 3 : kind === 'GROUP' ? 2 : 1);

/** Fields of category names, told as people read topics. */
const CATEGORIES = new Set(['categories', 'bundle', 'released', 'withheld', 'shown', 'ticked']);
const codes = new Map();

const hasWords = (name, siblings) => siblings.includes(`${name.replace(/(Code|Level)$/, '')}Label`) || (name === 'code' && (siblings.includes('label') || siblings.includes('title')));
const isToldByTitle = (name, description, siblings) => name === 'kind' && siblings.includes('title') && /, (as a code, )?for example /.test(description.replaceAll(/\s+/g, ' '));
const forMachines = (name, description, siblings) => name === 'soc' || name === 'esco' || hasWords(name, siblings) || isToldByTitle(name, description, siblings);

function leafOf(name, type) {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    codes.set(named.name, Object.fromEntries(named.getValues().map(({ name: value, description }) => [value, labelIn(description)])));
    return { kind: 'CODE', codes: named.name };
  }
  if (CATEGORIES.has(name)) return { kind: 'TOPICS' };
  if (name === 'controller') return { kind: 'AGENCY' };
  if (name === 'by' || name === 'role') return { kind: 'ROLE' };
  if (name.endsWith('Pence')) return { kind: 'PENCE' };
  return { kind: { Date: 'DAY', DateTime: 'MOMENT', Boolean: 'YES_NO' }[named.name] ?? 'TEXT' };
}

function fieldsOf(selections, type) {
  const siblings = selections.map(({ name }) => name.value);
  const fields = selections.flatMap(({ name: { value: name }, selectionSet }) => {
    const { type: fieldType, description } = type.getFields()[name];
    const named = getNamedType(fieldType);
    if (!selectionSet && (named.name === 'ID' || named.name === 'PersonId' || forMachines(name, description, siblings))) return [];
    const isList = isListType(isNonNullType(fieldType) ? fieldType.ofType : fieldType);
    return [{ name, label: labelIn(description), isList, ...(selectionSet ? { kind: 'GROUP', fields: fieldsOf(askedIn(selectionSet), named) } : leafOf(name, fieldType)) }];
  });
  return type.name === 'Person' ? fields : fields.toSorted((a, b) => rank(a) - rank(b));
}

const person = askedIn(operation.selectionSet.selections.find(({ name }) => name.value === 'me').selectionSet);
const fields = fieldsOf(person, schema.getType('Person')).filter(({ kind, fields: within }) => kind !== 'GROUP' || within.length > 0);
const shape = fields.map((field) => ({ category: topics.get(field.name), field }));
const lost = shape.filter(({ category }) => category === undefined);
if (lost.length > 0) throw new Error(`no service marks the topic of ${lost.map(({ field }) => field.name).join(', ')}`);

writeFileSync('src/generated/myDataShape.ts', `import type { TopicField } from '../pages/my-data/shape.ts';

/** Every field of the page of somebody's own data, with its topic. */
export const myDataShape: readonly TopicField[] = ${JSON.stringify(shape, null, 1)};

/** What the codes in them mean, by the name of the code list. */
export const codeWords: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(Object.fromEntries(codes), null, 1)};
`);

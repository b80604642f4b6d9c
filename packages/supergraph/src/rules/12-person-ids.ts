import { Kind, print, type TypeNode } from 'graphql';
import { textsOf } from '../directive.ts';
import { inputFieldsOf, argumentsGiven } from '../given.ts';
import { PERSON, PERSON_ID, PERSON_KEY } from '../person.ts';
import { everyField, inputsOf, namedType, objectNamed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';
import { wordsOf } from '../words.ts';

/** Words for somebody whom a service supports. "Worker" is not one: a worker's account is not translated. */
const SOMEBODY = new Set(['person', 'persons', 'people', 'client', 'customer', 'citizen', 'patient', 'offender', 'tenant', 'claimant', 'spine', 'chi']);

/** Words that turn a name into that of an identifier or of a reference. */
const REFERENCE = new Set(['id', 'ids', 'key', 'keys', 'ref', 'refs', 'reference', 'number', 'uuid', 'for', 'of', 'by', 'about', 'the', 'to', 'from', 'other', 'linked', 'same']);

/** Does the name mean somebody's id? As an ID any mention of somebody is enough; text and numbers only if nothing else is in the name. */
function meansPerson(name: string, type: string): boolean {
  const words = wordsOf(name);
  if (!words.some((word) => SOMEBODY.has(word))) return false;
  return type === 'ID' || words.every((word) => SOMEBODY.has(word) || REFERENCE.has(word));
}

const isScalar = (reading: Reading, name: string): boolean => ['ID', 'String', 'Int', 'Float'].includes(name) || reading.types.get(name)?.kind === Kind.SCALAR_TYPE_DEFINITION;

function nameBreach(reading: Reading, coordinate: string, name: string, type: TypeNode): Breach[] {
  const named = namedType(type);
  if (named === PERSON_ID || !isScalar(reading, named) || !meansPerson(name, named)) return [];
  return [breach(reading.name, coordinate, `A person's id stands here as ${print(type)}, and would not be translated for its reader.`, `Make it a ${PERSON_ID}.`)];
}

function personBreaches(reading: Reading): Breach[] {
  const type = reading.types.get(PERSON);
  if (!type) return [];
  const person = objectNamed(reading, PERSON);
  if (!person) return [breach(reading.name, PERSON, 'Person is not an object.', 'Write type Person @key(fields: "id") { id: ID! }.')];
  const id = person.fields?.find((field) => field.name.value === PERSON_KEY);
  const keys = new Set(textsOf(person, 'key', 'fields').map((fields) => fields.trim()));
  return [
    ...(id && print(id.type) === 'ID!' && (id.arguments ?? []).length === 0 ? [] : [breach(reading.name, `${PERSON}.${PERSON_KEY}`, "A person's id is not ID!.", 'Write id: ID!.')]),
    ...(keys.size === 1 && keys.has(PERSON_KEY) ? [] : [breach(reading.name, PERSON, 'Person is known by something else than its id.', 'Write @key(fields: "id") and no other key.')]),
  ];
}

function scalarBreaches(reading: Reading): Breach[] {
  const type = reading.types.get(PERSON_ID);
  return type && type.kind !== Kind.SCALAR_TYPE_DEFINITION ? [breach(reading.name, PERSON_ID, 'It is not a scalar.', `Write scalar ${PERSON_ID}.`)] : [];
}

/**
 * A person's id in SDL is `Person.id` or the scalar `PersonId`, nothing else: these two are translated for each reader,
 * and an id that is not would be the same for every agency, so that they could join what they hold.
 */
export const personIds = rule(
  'person-ids',
  "A person's id in SDL is Person.id or the scalar PersonId, nothing else.",
  (graph) => graph.readings.flatMap((reading) => {
    const fields = everyField(reading);
    const given = [...fields.flatMap(argumentsGiven), ...inputFieldsOf(reading, inputsOf(reading).map((type) => type.name.value))];
    return [
      ...personBreaches(reading),
      ...scalarBreaches(reading),
      ...fields.flatMap(({ field, coordinate }) => nameBreach(reading, coordinate, field.name.value, field.type)),
      ...given.flatMap(({ node, coordinate }) => nameBreach(reading, coordinate, node.name.value, node.type)),
    ];
  }),
);

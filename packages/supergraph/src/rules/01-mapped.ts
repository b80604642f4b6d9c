import { Kind } from 'graphql';
import { categoryNamed } from '@thegither/vocabulary';
import { isPersonalField } from '../categories.ts';
import { applied, has, isMapped, isNotPersonal, textOf } from '../directive.ts';
import { givenTo } from '../given.ts';
import type { Graph } from '../graph.ts';
import { DOORS, PERSON, PERSON_KEY, SUPERGRAPH } from '../person.ts';
import { everyMarkable } from '../markable.ts';
import { everyField, fieldsOf, objectNamed, objectsOf, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

const SAY = 'Add @personal(category: ...) with a category of the register, or @notPersonal(because: ...) with the reason.';

/** A mark must mean something: a category of the register, or a reason in words; and never both. */
function unreadableMarks(reading: Reading): Breach[] {
  return everyMarkable(reading).flatMap(({ node, coordinate }) => {
    const at = (why: string, mend: string) => breach(reading.name, coordinate, why, mend);
    const unknown = applied(node, 'personal').filter((mark) => !categoryNamed(textOf(mark, 'category') ?? ''));
    const empty = applied(node, 'notPersonal').filter((mark) => !/\p{L}{2}/u.test(textOf(mark, 'because') ?? ''));
    return [
      ...unknown.map((mark) => at(`"${textOf(mark, 'category') ?? ''}" is no category of the register.`, 'Name a category of the register, or add one to it first.')),
      ...empty.map(() => at('@notPersonal gives no reason.', 'Say in words why this tells nothing about a person.')),
      ...(has(node, 'personal') && isNotPersonal(node) ? [at('It is called personal and not personal at once.', 'Keep one of the two.')] : []),
    ];
  });
}

const isCovered = (placed: Placed): boolean => isMapped(placed.field) || isMapped(placed.type);

function fieldBreach({ whole }: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  if (field.name.value === PERSON_KEY && type.name.value === PERSON) return [];
  const at = (why: string, mend: string) => [breach(reading.name, coordinate, why, mend)];
  const isPersonal = isPersonalField(whole, type.name.value, field.name.value);
  if (isNotPersonal(field) && isPersonal) return at('It is called not personal, but its type, its object or another copy of it has a category.', 'Take @notPersonal away.');
  if (isPersonal || has(field, 'external')) return [];
  if (type.name.value === PERSON && reading.name !== SUPERGRAPH && !DOORS.includes(reading.name) && isMapped(field)) {
    return at('Outside consent and people every field of Person is personal.', 'Give it the category that somebody agrees to share when this is told.');
  }
  return isCovered({ type, field, coordinate }) ? [] : at('It can be reached from Person and does not say whether it is personal.', SAY);
}

/** Arguments and the input fields that they bring along inherit nothing: what the asker says is a matter of its own. */
function inputBreaches(reading: Reading, placed: readonly Placed[]): Breach[] {
  return placed.flatMap((one) => givenTo(reading, one))
    .filter(({ node }) => !isMapped(node))
    .map(({ coordinate }) => breach(reading.name, coordinate, 'It can be given below Person and does not say whether it is telling.', SAY));
}

function personBreach(reading: Reading): Breach[] {
  const person = objectNamed(reading, PERSON);
  return person && isMapped(person) ? [breach(reading.name, PERSON, 'A mark on Person itself would cover every field at once.', 'Mark each field of Person.')] : [];
}

/** An object that says nothing in it is personal is believed wherever it is copied: then no field of it may be. */
function contradictions({ whole }: Graph, reading: Reading): Breach[] {
  return fieldsOf(objectsOf(reading))
    .filter(({ type, field }) => type.name.value !== PERSON && isNotPersonal(type) && isPersonalField(whole, type.name.value, field.name.value))
    .map(({ coordinate }) => breach(reading.name, coordinate, 'It is personal, and its object says that nothing in it is.', 'Take @notPersonal away from the object.'));
}

/** On an interface the marks stand on the objects behind it: rule "objects" sees to that. */
const onObjects = (placed: Placed): boolean => placed.type.kind === Kind.OBJECT_TYPE_DEFINITION;

function breachesIn(graph: Graph, reading: Reading): Breach[] {
  const { besidePersonal, fromPerson } = graph.standing;
  const placed = everyField(reading).filter(onObjects);
  const ofPerson = placed.filter(({ type }) => type.name.value === PERSON);
  const beside = placed.filter(({ type }) => type.name.value !== PERSON && besidePersonal.has(type.name.value));
  const answering = placed.filter(({ type }) => type.name.value !== PERSON && fromPerson.has(type.name.value) && !isNotPersonal(type));
  return [
    ...unreadableMarks(reading),
    ...personBreach(reading),
    ...contradictions(graph, reading),
    ...[...ofPerson, ...beside].flatMap((one) => fieldBreach(graph, reading, one)),
    ...inputBreaches(reading, [...ofPerson, ...answering]),
  ];
}

/**
 * Every field, argument and input field that can be reached from Person has a category or says why it is not personal:
 * all of them, so that a new field is never open by oversight. What is below a personal field has that field's
 * category and needs no mark; arguments do. Outside `people` and `consent` every field of Person but the key is personal.
 */
export const mapped = rule(
  'mapped',
  'Every field, argument and input field reachable from Person has a category or says why it is not personal.',
  (graph) => graph.readings.flatMap((reading) => breachesIn(graph, reading)),
);

import { isPersonalField, holdsPersonal } from '../categories.ts';
import { has, textsOf } from '../directive.ts';
import { touchedBy } from '../fieldSet.ts';
import type { Graph } from '../graph.ts';
import { PERSON, PERSON_ID, PERSON_KEY, ROOTS } from '../person.ts';
import { reachFrom, tellPath } from '../reach.ts';
import { fieldsOf, objectsOf, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

type ObjectType = ReturnType<typeof objectsOf>[number];

/** Below a person stands nobody else: the planner would fetch the second one under the first one's decision. */
function secondPerson({ whole }: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  const isOfPerson = type.name.value === PERSON && field.name.value !== PERSON_KEY;
  const found = whole.get(type.name.value);
  const step = found?.fields.get(field.name.value);
  if (!found || !step || !(isOfPerson || isPersonalField(whole, type.name.value, field.name.value))) return [];
  const path = reachFrom(whole, [{ type: found, field: step }]).get(PERSON);
  return path ? [breach(reading.name, coordinate, `It leads from one person to another (${tellPath(path)}).`, `Make the link a ${PERSON_ID}; whoever may see that person asks for them.`)] : [];
}

/** From a root field, or from an entity that is not Person, to something personal: nobody is there to be decided about. */
function withoutPerson(graph: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  const { whole, standing } = graph;
  const name = type.name.value;
  const isAsked = ROOTS.includes(name) || standing.fromDoors.has(name) || (whole.get(name)?.isEntity ?? false);
  if (!isAsked || name === PERSON || standing.personal.has(name)) return [];
  const returned = whole.get(name)?.fields.get(field.name.value)?.returns ?? new Set();
  const personal = [...returned].flatMap((one) => [...(whole.get(one)?.possible ?? [])]).filter((one) => standing.personal.has(one));
  if (personal.length === 0 && !isPersonalField(whole, name, field.name.value)) return [];
  return [breach(reading.name, coordinate, `It tells something personal (${personal.join(', ') || field.name.value}) without a person above it.`, 'Reach it from Person; or, if nothing in the type is about a person, mark the type @notPersonal.')];
}

function entityBreaches({ whole, standing }: Graph, reading: Reading, type: ObjectType): Breach[] {
  const name = type.name.value;
  if (name === PERSON || !has(type, 'key')) return [];
  const at = (why: string, mend: string) => breach(reading.name, name, why, mend);
  const byPerson = textsOf(type, 'key', 'fields').flatMap((key) => touchedBy(whole, name, key) ?? []).some((touched) => whole.get(touched.type)?.fields.get(touched.field)?.returns.has(PERSON_ID));
  return [
    ...(standing.personal.has(name) ? [at('A personal type is an entity of its own, so that it can be asked for without its person.', 'Take @key away; or, if nothing in it is about a person, mark it @notPersonal.')] : []),
    ...(byPerson ? [at(`An entity that is known by a ${PERSON_ID} is a person under another name.`, 'Make its fields fields of Person.')] : []),
  ];
}

function strayBreaches({ whole, standing }: Graph, reading: Reading, type: ObjectType): Breach[] {
  const name = type.name.value;
  const isStray = name !== PERSON && !ROOTS.includes(name) && holdsPersonal(whole, name) && !standing.fromPerson.has(name);
  return isStray ? [breach(reading.name, name, 'It has a category, but no field of Person leads to it.', 'Reach it from Person, or take it away.')] : [];
}

function stoodInBreaches({ whole }: Graph, reading: Reading, type: ObjectType): Breach[] {
  const standsIn = has(type, 'interfaceObject') && (whole.get(type.name.value)?.possible.has(PERSON) ?? false);
  return standsIn ? [breach(reading.name, type.name.value, 'It adds fields to Person under the name of an interface, where no decision looks for them.', 'Add the fields to Person itself.')] : [];
}

/**
 * One person at a time. A field of Person, a personal one above all, never leads to a Person; a link to somebody else
 * is a `PersonId`. No personal type without a person above it, none that is an entity of its own, and no
 * `@interfaceObject` over Person. With this the split can put every personal type into the guarded half alone.
 */
export const onePerson = rule(
  'one-person',
  'A personal field never leads to a Person; no personal type without a person above it, or as an entity of its own; no @interfaceObject over Person.',
  (graph) => graph.readings.flatMap((reading) => {
    const types = objectsOf(reading);
    return [
      ...fieldsOf(types).flatMap((placed) => [...secondPerson(graph, reading, placed), ...withoutPerson(graph, reading, placed)]),
      ...types.flatMap((type) => [...entityBreaches(graph, reading, type), ...strayBreaches(graph, reading, type), ...stoodInBreaches(graph, reading, type)]),
    ];
  }),
);

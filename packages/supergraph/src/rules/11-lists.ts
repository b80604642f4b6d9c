import { holdsPersonal, isPersonalField } from '../categories.ts';
import { isNotPersonal } from '../directive.ts';
import type { Graph } from '../graph.ts';
import { PERSON } from '../person.ts';
import { fieldsOf, isList, namedType, objectsOf, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

/** A list that says it is not personal, of things that are: its length alone tells that there are records. */
function countedBreaches({ whole, standing }: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  const name = type.name.value;
  const stands = name === PERSON || (standing.besidePersonal.has(name) && !standing.personal.has(name));
  if (!stands || !isList(field.type) || isPersonalField(whole, name, field.name.value)) return [];
  const items = [...(whole.get(namedType(field.type))?.possible ?? [])].filter((item) => holdsPersonal(whole, item));
  return items.length > 0 ? [breach(reading.name, coordinate, `How many there are tells that ${items.join(', ')} has something to withhold.`, 'Give the list the category of what its items tell.')] : [];
}

/** Below a personal field nothing is free: a mark that says otherwise would be believed by its reader. */
function belowBreaches({ whole, standing }: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  const name = type.name.value;
  const isBelow = name !== PERSON && standing.belowPersonal.has(name) && !standing.besidePersonal.has(name) && !whole.get(name)?.isOpen;
  return isBelow && isNotPersonal(field) ? [breach(reading.name, coordinate, 'It is called not personal, but it has the category of the field above it.', 'Take @notPersonal away, or mark the whole type @notPersonal.')] : [];
}

/**
 * A list, its items and what is below have the list's category; a stricter field inside needs both. So a list of
 * personal things has a category itself, and nothing below a personal field is called not personal.
 */
export const lists = rule(
  'lists',
  "A list, its items and what is below have the list's category; a stricter field inside needs both.",
  (graph) => graph.readings.flatMap((reading) => fieldsOf(objectsOf(reading)).flatMap((placed) => [...countedBreaches(graph, reading, placed), ...belowBreaches(graph, reading, placed)])),
);

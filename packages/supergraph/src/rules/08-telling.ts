import { Kind } from 'graphql';
import { categoriesBegun, categoriesNeeded } from '../categories.ts';
import { categoriesOn, has, isMapped } from '../directive.ts';
import { givenTo, type Given } from '../given.ts';
import type { Graph } from '../graph.ts';
import { PERSON, PERSON_ID, ROOTS } from '../person.ts';
import { reachFrom } from '../reach.ts';
import { fieldsOf, namedType, objectsOf, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';
import { plain, wordsOf } from '../words.ts';

/** What the name of an argument begins with that chooses, orders or tries records by what they hold. */
const CHOOSING = new Set(['filter', 'filters', 'where', 'sort', 'sorted', 'order', 'ordered', 'search', 'query', 'match', 'matching', 'contains', 'containing', 'find', 'having', 'only', 'without', 'exclude', 'check', 'group']);

/** How much of a list, and from where: says nothing of what is in it. */
const PAGING = new Set(['first', 'after', 'last', 'before']);

const chooses = (name: string): boolean => CHOOSING.has(wordsOf(name)[0] ?? '');

const SAY_WHAT = 'Give it @personal with the categories of what it chooses by.';

/** Names that an argument can mean a field by: its own, and those of its enum's values. */
function namesMeant(reading: Reading, { node }: Given): Set<string> {
  const type = reading.types.get(namedType(node.type));
  const values = type?.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []).map((value) => value.name.value) : [];
  return new Set([node.name.value, ...values].map(plain));
}

/** The categories that begin below a field at what an argument names, or at a field of the same enum: what a choice by it would tell. */
function categoriesMeant({ whole }: Graph, reading: Reading, { type, field }: Placed, given: Given): Set<string> {
  const found = whole.get(type.name.value);
  const step = found?.fields.get(field.name.value);
  if (!found || !step) return new Set();
  const names = namesMeant(reading, given);
  const takes = namedType(given.node.type);
  const isEnum = reading.types.get(takes)?.kind === Kind.ENUM_TYPE_DEFINITION;
  return new Set([...reachFrom(whole, [{ type: found, field: step }]).keys()].filter((name) => name !== PERSON).flatMap((name) =>
    [...(whole.get(name)?.fields.values() ?? [])]
      .filter((inner) => names.has(plain(inner.name)) || (isEnum && inner.returns.has(takes)))
      .flatMap((inner) => [...categoriesBegun(whole, name, inner.name)])));
}

function tellingBreaches(graph: Graph, reading: Reading, placed: Placed): Breach[] {
  const had = categoriesNeeded(graph.whole, placed.type.name.value, placed.field.name.value);
  return givenTo(reading, placed).flatMap((given) => {
    const own = new Set(categoriesOn(given.node));
    const missing = [...categoriesMeant(graph, reading, placed, given)].filter((category) => !own.has(category) && !had.has(category));
    if (missing.length > 0) return [breach(reading.name, given.coordinate, `Asked with it, ${placed.coordinate} tells ${missing.join(', ')}.`, SAY_WHAT)];
    const isSilent = chooses(given.node.name.value) && !has(given.node, 'personal');
    return isSilent ? [breach(reading.name, given.coordinate, 'It chooses among records by what they hold, and carries no category.', SAY_WHAT)] : [];
  });
}

/** A root field that finds people: what it chooses them by tells about each of them, before anybody was decided about. */
function doorBreaches(graph: Graph, reading: Reading, placed: Placed): Breach[] {
  return givenTo(reading, placed)
    .filter(({ node }) => namedType(node.type) !== PERSON_ID && !PAGING.has(node.name.value))
    .flatMap(({ node, coordinate }) => {
      if (!isMapped(node)) return [breach(reading.name, coordinate, 'It can choose people and does not say by what.', `${SAY_WHAT} Or say why it tells nothing, by @notPersonal.`)];
      return chooses(node.name.value) && !has(node, 'personal') ? [breach(reading.name, coordinate, 'It chooses people by something, and carries no category.', SAY_WHAT)] : [];
    });
}

function returnsPeople({ whole }: Graph, { type, field }: Placed): boolean {
  const found = whole.get(type.name.value);
  const step = found?.fields.get(field.name.value);
  return found !== undefined && step !== undefined && reachFrom(whole, [{ type: found, field: step }]).has(PERSON);
}

/**
 * An argument that filters, sorts, searches or checks carries the categories that it tells about: whoever asks "orders
 * with treatment" learns of the treatment without being shown it. A machine sees what an argument is called, which
 * fields its name, its enum or its enum's values mean, and whether a root field chooses people by it.
 */
export const telling = rule(
  'telling',
  'An argument that filters, sorts, searches or checks carries the categories it tells about.',
  (graph) => graph.readings.flatMap((reading) => {
    const fields = fieldsOf(objectsOf(reading));
    const below = fields.filter(({ type }) => type.name.value === PERSON || (graph.standing.fromPerson.has(type.name.value) && !graph.whole.get(type.name.value)?.isOpen));
    const doors = fields.filter((placed) => placed.type.name.value === ROOTS[0] && returnsPeople(graph, placed));
    return [...below.flatMap((placed) => tellingBreaches(graph, reading, placed)), ...doors.flatMap((placed) => doorBreaches(graph, reading, placed))];
  }),
);

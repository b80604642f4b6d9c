import { isPersonalField } from '../categories.ts';
import { categoriesOn, has, isNotPersonal, textsOf } from '../directive.ts';
import { keyFields } from '../fieldSet.ts';
import type { Graph } from '../graph.ts';
import { PERSON } from '../person.ts';
import { fieldsOf, objectsOf, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

interface Copy extends Placed {
  readonly subgraph: string;
}

/** Every place of a schema that answers for a field itself: not the key, and not a field that it only refers to. */
function copiesIn({ whole }: Graph, reading: Reading): Copy[] {
  return fieldsOf(objectsOf(reading)).flatMap((placed) => {
    const keys = keyFields(whole, placed.type.name.value, textsOf(placed.type, 'key', 'fields'));
    return keys.has(placed.field.name.value) || has(placed.field, 'external') ? [] : [{ ...placed, subgraph: reading.name }];
  });
}

const isShareable = ({ type, field }: Copy): boolean => has(field, 'shareable') || has(type, 'shareable');

/** What a copy says of itself, in one word: two copies that say the same, agree. */
const says = ({ type, field }: Copy): string => JSON.stringify([[...categoriesOn(field)].toSorted(), [...categoriesOn(type)].toSorted(), isNotPersonal(field), isNotPersonal(type)]);

function copyBreaches(copies: readonly Copy[]): Breach[] {
  const names = copies.map((copy) => copy.subgraph).join(', ');
  const unwilling = copies.filter((copy) => !isShareable(copy) && !has(copy.field, 'override'));
  const differs = copies.some((copy) => says(copy) !== says(copies[0]!));
  return [
    ...unwilling.map((copy) => breach(copy.subgraph, copy.coordinate, `${names} answer for it, and ${copy.subgraph} does not agree to that.`, `Its owner adds @shareable; without that the others take their copy or their @override away.`)),
    ...(differs ? copies.map((copy) => breach(copy.subgraph, copy.coordinate, `${names} answer for it and do not name the same categories.`, 'Mark every copy with the same categories.')) : []),
  ];
}

/**
 * Whoever holds a record decides who else may answer for it. `@override`, `@shareable` copies and second resolvers of a
 * personal field stand only if its owner's schema agrees, which it says by `@shareable` of its own, and only with the
 * same categories on every copy.
 */
export const owners = rule(
  'owners',
  '@override, @shareable copies and second resolvers of a personal field only if the owner\'s schema agrees.',
  (graph) => {
    const copies = graph.subgraphs.flatMap((reading) => copiesIn(graph, reading));
    const isGuarded = ({ type, field }: Copy) => type.name.value === PERSON || graph.standing.personal.has(type.name.value) || isPersonalField(graph.whole, type.name.value, field.name.value);
    const byCoordinate = new Map<string, Copy[]>();
    for (const copy of copies.filter(isGuarded)) byCoordinate.set(copy.coordinate, [...(byCoordinate.get(copy.coordinate) ?? []), copy]);
    return [...byCoordinate.values()].filter((group) => group.length > 1).flatMap(copyBreaches);
  },
);

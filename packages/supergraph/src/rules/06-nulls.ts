import { Kind, type TypeNode } from 'graphql';
import { categoriesBegun } from '../categories.ts';
import type { Graph } from '../graph.ts';
import { PERSON, PERSON_KEY } from '../person.ts';
import { everyField, namedType, type Placed, type Reading } from '../reading.ts';
import { breach, type Breach } from '../refusal.ts';
import { rule } from '../rule.ts';

const endsNonNull = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

/** Is the innermost type, the item of any list, declared non-null? */
const hasNonNullItem = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? type.type.kind === Kind.NAMED_TYPE || hasNonNullItem(type.type) : type.kind === Kind.LIST_TYPE && hasNonNullItem(type.type);

function breachOf({ whole }: Graph, reading: Reading, { type, field, coordinate }: Placed): Breach[] {
  const at = (why: string, mend: string) => [breach(reading.name, coordinate, why, mend)];
  const isOfPerson = type.name.value === PERSON && field.name.value !== PERSON_KEY;
  if (namedType(field.type) === PERSON && hasNonNullItem(field.type)) {
    return at('Somebody unknown to the asker is null, and "!" would take everything around them along.', 'Make the person nullable, in a list each of its items.');
  }
  if (!endsNonNull(field.type)) return [];
  if (categoriesBegun(whole, type.name.value, field.name.value).size > 0) return at('It is personal and cannot be null, so withholding it would take its parent along.', 'Take the "!" away.');
  return isOfPerson ? at('It is fetched at an entity of its own; where that is not done, "!" would take the whole person along.', 'Take the "!" away.') : [];
}

/**
 * Personal fields are nullable: a withheld field is null, and null that climbs would show that something was withheld
 * and take away what was shared. `!` may stand below a personal field where nothing stricter begins. A person is
 * nullable wherever one stands: unknown, unassigned and excluded are the same null.
 */
export const nulls = rule(
  'nulls',
  'Personal fields are nullable; "!" stands below a personal field only where nothing stricter begins.',
  (graph) => graph.readings.flatMap((reading) => everyField(reading).flatMap((placed) => breachOf(graph, reading, placed))),
);

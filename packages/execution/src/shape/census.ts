import { type Mask, NOTHING, union } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import { type GraphQLOutputType, type SelectionSetNode, getNamedType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { type StandingType, collectFields, setsBelow, standingIn } from '../fetch/collectFields.ts';
import { PERSON } from '../people/person.ts';
import { needsOf } from '../policy.ts';
import { spineAt } from '../tree/eachAt.ts';
import { PersonObject, TreeObject } from '../tree/treeObject.ts';
import { Asked } from './asked.ts';
import type { Shaped } from './shape.ts';

/** Who stands in an answer, in the order of first appearance. */
export type Census = Map<SpineId, { asked: Asked; listed: boolean }>;

/** Counts who stands in a value of the tree; `listed` when it stands in a list. */
export type Count = (value: unknown, listed: boolean, census: Census) => void;

/** Compiles the census of an object type's selections; undefined where nobody can stand. */
export function censusOf(from: Shaped, type: StandingType, sets: readonly SelectionSetNode[]): Count | undefined {
  const fields = collectFields(from.schema, type, sets, from.fragments).flatMap((collected) => {
    const field = type.getFields()[collected.nodes[0]!.name.value];
    const count = field && countType(from, field.type, setsBelow(collected));
    return count ? [{ key: from.keys.of(type.name, collected.nodes[0]!), count }] : [];
  });
  const below: Count = (value, listed, census) => {
    for (const { key, count } of fields) count((value as TreeObject)[key], listed, census);
  };
  if (type.name === PERSON) return countPerson(askedOf(from, type, sets), below);
  return fields.length ? below : undefined;
}

function countType(from: Shaped, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Count | undefined {
  if (isNonNullType(type)) return countType(from, type.ofType, sets);
  if (isListType(type)) {
    const item = countType(from, type.ofType, sets);
    return item && ((value, _listed, census) => {
      if (Array.isArray(value)) for (const each of value) item(each, true, census);
    });
  }
  if (!isCompositeType(type)) return undefined;
  const byName = new Map<unknown, Count>();
  for (const each of standingIn(from.schema, type)) {
    const count = censusOf(from, each, sets);
    if (count) byName.set(each.name, count);
  }
  if (!byName.size) return undefined;
  return (value, listed, census) => {
    if (value instanceof TreeObject) byName.get(value.__typename)?.(value, listed, census);
  };
}

function countPerson(asked: Asked, below: Count): Count {
  return (value, listed, census) => {
    const person = value instanceof PersonObject ? spineAt(value) : undefined;
    if (person === undefined) return;
    const known = census.get(person);
    if (!known) census.set(person, { asked, listed });
    else {
      known.asked = known.asked.and(asked);
      known.listed &&= listed;
    }
    below(value, listed, census);
  };
}

/** What the selections of a Person ask, pruned or not: for each field what it and everything above it need. */
function askedOf(from: Shaped, type: StandingType, sets: readonly SelectionSetNode[]): Asked {
  const asked = new Set<Mask>();
  const walk = (on: StandingType, below: readonly SelectionSetNode[], above: Mask): void => {
    for (const collected of collectFields(from.schema, on, below, from.fragments)) {
      const field = on.getFields()[collected.nodes[0]!.name.value];
      if (!field) continue;
      const needs = union(above, needsOf(from.policy, on.name, field, collected.nodes[0]!));
      if (needs !== NOTHING) asked.add(needs);
      const result = getNamedType(field.type);
      if (!isCompositeType(result)) continue;
      for (const each of standingIn(from.schema, result)) {
        if (each.name !== PERSON) walk(each, setsBelow(collected), needs);
      }
    }
  };
  walk(type, sets, NOTHING);
  return new Asked(asked);
}

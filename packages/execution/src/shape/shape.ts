import { type Mask, NOTHING, covers } from '@thegither/consent';
import type { SpineId } from '@thegither/vocabulary';
import {
  type FragmentDefinitionNode, type GraphQLLeafType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode, isEnumType,
  isLeafType, isListType, isNonNullType, isObjectType,
} from 'graphql';
import type { TreeKeys } from '../analyse/treeKeys.ts';
import { type Collected, type StandingType, collectFields, setsBelow, standingIn } from '../fetch/collectFields.ts';
import { PERSON, PERSON_KEY, isPersonId } from '../people/person.ts';
import { type Policy, needsOf } from '../policy.ts';
import { spineAt } from '../tree/eachAt.ts';
import { PersonObject, TreeObject } from '../tree/treeObject.ts';

/** What shaping one answer asks of the run. */
export interface Shaping {
  /** What the person shares now; undefined for somebody who is not known, who then stands nowhere. */
  shared(person: SpineId): Mask | undefined;
  /** The person's id as the caller knows it. */
  issue(person: SpineId): string;
}

/** A place where null may not stand: the null moves up to the next that takes it. Never part of an answer. */
export const BUBBLE = Symbol('null where none may stand');

/** Makes one value of the answer of one of the tree; `shared` is what the nearest person shares. Gives BUBBLE for a null that may not stand. */
export type Shape = (value: unknown, shared: Mask, shaping: Shaping) => unknown;

/** What shapes are compiled from. */
export interface Shaped {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly policy: Policy;
  /** How response keys stand in the tree. */
  readonly keys: TreeKeys;
}

/** Compiles the shape of a value of that type. */
export function shapeType(from: Shaped, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Shape {
  if (isNonNullType(type)) return shapeNonNull(shapeType(from, type.ofType, sets));
  if (isListType(type)) return shapeList(shapeType(from, type.ofType, sets));
  if (isLeafType(type)) return shapeLeaf(type);
  const byName = new Map<unknown, Shape>();
  for (const each of standingIn(from.schema, type)) byName.set(each.name, shapeObject(from, each, sets));
  return (value, shared, shaping) => {
    const shape = value instanceof TreeObject ? byName.get(value.__typename) : undefined;
    return shape ? shape(value, shared, shaping) : null;
  };
}

function shapeNonNull(inner: Shape): Shape {
  return (value, shared, shaping) => inner(value, shared, shaping) ?? BUBBLE;
}

function shapeList(item: Shape): Shape {
  return (value, shared, shaping) => {
    if (!Array.isArray(value)) return null;
    const list: unknown[] = [];
    for (const each of value) {
      const shaped = item(each, shared, shaping);
      if (shaped === BUBBLE) return null;
      list.push(shaped);
    }
    return list;
  };
}

function shapeLeaf(type: GraphQLLeafType): Shape {
  if (isPersonId(type)) return shapePersonId;
  if (!isEnumType(type)) return (value) => value ?? null;
  // A subgraph may know values that callers may not see.
  const names: ReadonlySet<unknown> = new Set(type.getValues().map((value) => value.name));
  return (value) => (names.has(value) ? value : null);
}

const shapePersonId: Shape = (value, _shared, shaping) => (typeof value === 'string' ? shaping.issue(value as SpineId) : null);

/** One field of an answered object. */
interface Field {
  readonly key: string;
  /** Its key in the tree. */
  readonly at: string;
  readonly needs: Mask;
  readonly shape: Shape;
  readonly withheld: null | typeof BUBBLE;
}

/** A field as it is shaped for one mask. */
type Shown = Pick<Field, 'key' | 'at' | 'shape'>;

function shapeObject(from: Shaped, type: StandingType, sets: readonly SelectionSetNode[]): Shape {
  const fieldsFor = shownTo(collectFields(from.schema, type, sets, from.fragments).map((collected) => shapeField(from, type, collected)));
  const object: Shape = (value, shared, shaping) => {
    const source = value as TreeObject;
    const out = new TreeObject();
    for (const { key, at, shape } of fieldsFor(shared)) {
      const shaped = shape(source[at], shared, shaping);
      if (shaped === BUBBLE) return null;
      out[key] = shaped;
    }
    return out;
  };
  return type.name === PERSON ? shapePerson(object) : object;
}

/**
 * Fields as they are shaped for what is shared: the withheld give their null, whatever stands in the tree. Kept for the
 * last mask, because all objects of one person have the same.
 */
function shownTo(fields: readonly Field[]): (shared: Mask) => readonly Shown[] {
  if (fields.every(({ needs }) => needs === NOTHING)) return () => fields;
  let last: { readonly shared: Mask; readonly shown: readonly Shown[] } | undefined;
  return (shared) => {
    if (last?.shared !== shared) {
      last = { shared, shown: fields.map(({ key, at, needs, shape, withheld }) => ({ key, at, shape: covers(shared, needs) ? shape : () => withheld })) };
    }
    return last.shown;
  };
}

/** Somebody who is not known stands nowhere, whatever a subgraph says. */
function shapePerson(object: Shape): Shape {
  return (value, _shared, shaping) => {
    const person = value instanceof PersonObject ? spineAt(value) : undefined;
    const shared = person && shaping.shared(person);
    return shared === undefined ? null : object(value, shared, shaping);
  };
}

function shapeField(from: Shaped, type: StandingType, collected: Collected): Field {
  const { key, nodes } = collected;
  const name = nodes[0]!.name.value;
  const at = from.keys.of(type.name, nodes[0]!);
  // While only an interface's name is known, nobody found out what stands here.
  if (name === '__typename') return { key, at, needs: NOTHING, shape: () => (isObjectType(type) ? type.name : BUBBLE), withheld: null };
  const field = type.getFields()[name]!;
  const isKey = type.name === PERSON && name === PERSON_KEY;
  return {
    key, at,
    needs: needsOf(from.policy, type.name, field, nodes[0]!),
    shape: isKey ? shapeNonNull(shapePersonId) : shapeType(from, field.type, setsBelow(collected)),
    withheld: isNonNullType(field.type) ? BUBBLE : null,
  };
}

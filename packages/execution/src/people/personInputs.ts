import type { SpineId } from '@thegither/vocabulary';
import { type GraphQLInputType, type GraphQLNamedType, getNamedType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import { TreeObject } from '../tree/treeObject.ts';
import { isPersonId } from './person.ts';

/** Copies an input, with every person's id in it replaced; what holds no id is shared, not copied. */
export type ReplaceIds = (value: unknown, replace: (id: unknown) => unknown) => unknown;

/** How ids are found in values of each input type; read once for each type. */
export interface PersonInputs {
  /** Undefined when no value of the type can hold a person's id. */
  of(type: GraphQLInputType): ReplaceIds | undefined;
}

/** Reads input types for the places of PersonId, in lists and nested inputs alike. */
export function createPersonInputs(): PersonInputs {
  const byObject = new Map<GraphQLNamedType, ReplaceIds | undefined>();

  const of = (type: GraphQLInputType): ReplaceIds | undefined => {
    if (isNonNullType(type)) return of(type.ofType);
    if (isListType(type)) return inList(of(type.ofType));
    if (isPersonId(type)) return (value, replace) => (value === null || value === undefined ? value : replace(value));
    if (!isInputObjectType(type) || !holdsPerson(type, new Set())) return undefined;
    if (!byObject.has(type)) {
      // The type may contain itself: its own entry must stand before its fields are read.
      let fields: [string, ReplaceIds][] = [];
      byObject.set(type, (value, replace) => inObject(fields, value, replace));
      fields = Object.values(type.getFields()).flatMap((field) => {
        const inField = of(field.type);
        return inField ? [[field.name, inField] as [string, ReplaceIds]] : [];
      });
    }
    return byObject.get(type);
  };
  return { of };
}

function holdsPerson(type: GraphQLNamedType, seen: Set<GraphQLNamedType>): boolean {
  if (isPersonId(type)) return true;
  if (!isInputObjectType(type) || seen.has(type)) return false;
  seen.add(type);
  return Object.values(type.getFields()).some((field) => holdsPerson(getNamedType(field.type), seen));
}

const inList = (inItem: ReplaceIds | undefined): ReplaceIds | undefined =>
  inItem && ((value, replace) => (Array.isArray(value) ? value.map((item) => inItem(item, replace)) : value));

function inObject(fields: readonly [string, ReplaceIds][], value: unknown, replace: (id: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.assign(new TreeObject(), value);
  for (const [name, inField] of fields) if (copy[name] !== undefined) copy[name] = inField(copy[name], replace);
  return copy;
}

/** Everybody whom an input names, in its order. */
export function peopleIn(inputs: ReplaceIds, value: unknown): SpineId[] {
  const people: SpineId[] = [];
  inputs(value, (id) => (people.push(id as SpineId), id));
  return people;
}

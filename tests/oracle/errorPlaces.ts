import {
  type GraphQLFieldMap, type GraphQLNamedType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, getNamedType, isAbstractType,
  isInterfaceType, isListType, isNonNullType, isObjectType,
} from 'graphql';

/** Where in an answer something stands, or '*' for an index that is not known. */
export type Place = readonly (string | number)[];

/**
 * Without the indexes that the stock gateway gets wrong: where a hop's path holds objects of several types, it reports a
 * subgraph's error at another object of that path than the one that failed (it counts all objects, the subgraph only
 * those it was asked about). So every list index up to such a place reads '*' here.
 */
export function withoutMisplaced(schema: GraphQLSchema, root: GraphQLObjectType, path: Place): Place {
  let types: GraphQLNamedType[] = [root];
  let reach = 0;
  for (const [i, step] of path.entries()) {
    if (typeof step === 'string') types = types.flatMap((type) => fieldType(schema, type, step.replace(/_\d+$/, '')));
    if (types.some(isAbstractType)) reach = typeof path[i + 1] === 'number' ? i + 2 : i + 1;
  }
  return path.map((step, i) => (i < reach && typeof step === 'number' ? '*' : step));
}

const fieldType = (schema: GraphQLSchema, type: GraphQLNamedType, name: string): GraphQLNamedType[] =>
  [...new Set(fieldsOf(schema, type).flatMap((fields) => fields[name]?.type ?? []).map((each) => getNamedType(each)))];

function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLFieldMap<unknown, unknown>[] {
  const on = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) || isInterfaceType(type) ? [type] : [];
  return on.map((each) => each.getFields());
}

/**
 * The places that failures null, without those inside another: of several failures in one object that is nulled a
 * subgraph reports those that it meets before it gives up, and which these are depends on the order of the fields in
 * the question.
 * @see https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export const outermost = (places: readonly Place[]): Place[] =>
  places.filter((place) => !places.some((other) => other.length < place.length && other.every((step, i) => step === place[i])));

/** The place that a failure nulls: the nearest at or above it where null may stand. */
export function nulledPlace(schema: GraphQLSchema, root: GraphQLObjectType, path: Place): Place {
  let types: GraphQLOutputType[] = [root];
  let end = 0;
  for (const [i, step] of path.entries()) {
    types = types.flatMap((type): GraphQLOutputType[] => {
      const nullable = isNonNullType(type) ? type.ofType : type;
      if (typeof step === 'number' || step === '*') return isListType(nullable) ? [nullable.ofType] : [];
      return isListType(nullable) ? [] : fieldsOf(schema, getNamedType(nullable)).flatMap((fields) => fields[step.replace(/_\d+$/, '')]?.type ?? []);
    });
    if (!types.every(isNonNullType)) end = i + 1;
  }
  return path.slice(0, end);
}

/** Error paths of which only the fields are compared. */
export const withoutIndexes = (path: Place): Place => path.map((step) => (typeof step === 'number' ? '*' : step));

import { type GraphQLSchema, executeSync } from 'graphql';
import { type Place, nulledPlace, outermost, withoutIndexes, withoutMisplaced } from './errorPlaces.ts';
import type { Made } from './generate/makeOperation.ts';
import { plainly } from './generate/plainly.ts';
import type { Answered } from './stock.ts';
import type { Sample } from './world/sample.ts';

/** What was asked of both. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly sample: Sample;
  readonly made: Made;
}

/** An answer as far as it is compared. */
export interface InComparison {
  readonly data: string;
  readonly errors: readonly string[];
  readonly writes: readonly string[];
}

/** Our answer, to be compared with expectedOf. */
export function answeredOf(asked: Asked, { data, paths, writes }: Answered): InComparison {
  return { data: asText(asked.made, data), errors: asTexts(outermost(placesOf(asked, paths))), writes };
}

/** The answer of the stock gateway as ours must be: without the faults that are known of it, and nothing else changed. */
export function expectedOf(asked: Asked, answered: Answered): InComparison {
  return answeredOf(asked, asked.sample.stricterBehind ? { ...answered, data: asSpecified(asked, answered.data) } : answered);
}

/**
 * Our errors for which nothing is null: none may be. One says why its place is null or, where a hop failed, why
 * something of the object at its place is. This is looked at by the index, even where indexes are not compared. What
 * nobody asked for, and was fetched for another field alone, is not in the answer.
 */
export function groundless({ schema, made }: Asked, { data, paths }: Answered): string[] {
  return paths.map((path = []) => nulledPlace(schema, rootOf(schema, made), path)).filter((place) => !hasNull(valueAt(data, place))).map((place) => JSON.stringify(place));
}

/** What stands at a place; null when null stands above it. */
function valueAt(value: unknown, [step, ...rest]: Place): unknown {
  if (step === undefined || value === null) return value;
  return valueAt((value as Record<string | number, unknown> | undefined)?.[step], rest);
}

const hasNull = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'object' && Object.values(value).some(hasNull));

/** As text, so that the order of the keys counts too where it can be compared. */
const asText = ({ repeats }: Made, data: unknown): string => JSON.stringify(data, repeats ? inOrder : undefined);

function inOrder(_key: string, value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}

function placesOf({ schema, sample, made }: Asked, paths: Answered['paths']): Place[] {
  const root = rootOf(schema, made);
  return paths.map(inCallersKeys).map((path) => nulledPlace(schema, root, sample.leavesOut ? withoutIndexes(path) : withoutMisplaced(schema, root, path)));
}

const rootOf = (schema: GraphQLSchema, { isMutation }: Made) => (isMutation ? schema.getMutationType() : schema.getQueryType())!;

/** The stock gateway reports errors under the keys that its planner made up. */
const inCallersKeys = (path: Place = []): Place => path.map((step) => (typeof step === 'string' ? step.replace(/__alias_\d+$/, '') : step));

/** Of failures whose index is not known, one stands for all: how many are seen depends on the index. */
function asTexts(places: readonly Place[]): string[] {
  const texts = places.map((place) => JSON.stringify(place));
  return texts.filter((text, i) => !text.includes('"*"') || texts.indexOf(text) === i).toSorted();
}

/** Completes an answer as the specification says, by the types that stand in it: null where none may stand moves up. */
function asSpecified({ schema, made }: Asked, data: unknown): unknown {
  if (data === null || data === undefined) return data;
  return executeSync({
    schema, document: plainly(made), variableValues: made.variables, rootValue: data,
    fieldResolver: (source: Readonly<Record<string, unknown>>, _args, _context, info) => source[info.path.key],
    typeResolver: (value: Readonly<Record<string, unknown>>) => value.__typename as string,
  }).data;
}

import {
  type GraphQLOutputType, type GraphQLSchema, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType, isScalarType,
} from 'graphql';
import { chance } from '../random.ts';
import { someObject } from './population.ts';
import type { Sample } from './sample.ts';

/** The one failure of this world: made once, as it is thrown some hundred thousand times. */
export const MADE_UP = new Error('made up');

/** A value of that type, made up from the place it stands in. */
export function made(sample: Sample, schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  if (isNonNullType(type)) return present(sample, schema, type.ofType, place);
  return chance('null', place) < 0.12 ? null : present(sample, schema, type, place);
}

function present(sample: Sample, schema: GraphQLSchema, type: GraphQLOutputType, place: string): unknown {
  const draw = chance('value', place);
  if (isListType(type)) {
    return Array.from({ length: Math.floor(draw * 5) }, (_, i) => {
      const at = `${place}/${i}`;
      return chance('throws', at) < 0.04 ? MADE_UP : made(sample, schema, type.ofType, at);
    });
  }
  if (isEnumType(type)) return type.getValues()[Math.floor(draw * type.getValues().length)]!.value;
  if (isScalarType(type)) return scalar(type.name, draw);
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return someObject(sample, possible[Math.floor(draw * possible.length)]!.name, place);
  }
  return isObjectType(type) ? someObject(sample, type.name, place) : null;
}

function scalar(name: string, draw: number): unknown {
  // Never 0: the stock gateway takes it for nothing where it renames a key (supergraphs/renames.ts).
  const whole = 1 + Math.floor(draw * 1000);
  switch (name) {
    case 'Int': return whole;
    case 'Float': return whole / 4;
    case 'Boolean': return draw < 0.5;
    case 'Json': return draw < 0.3 ? [whole, null, { a: 'b' }] : { deep: { er: whole }, list: [1, '2'] };
    default: return `${name.toLowerCase()} ${whole}`;
  }
}

import { getNullableType, isEnumType, isInputObjectType, isListType, isRequiredInputField, type GraphQLInputType } from 'graphql';
import { SAID } from './said.ts';
import type { Random } from '../harness/random.ts';

/** Makes the value of a variable, of the ids that people may be named by. */
export type Make = (ids: readonly string[]) => unknown;

/** A value as it is written in a text; as it is sent in a variable, made anew for each operation; and whether it names people, who are another's to name in each. */
interface Value {
  readonly text: string;
  readonly make: Make;
  readonly names: boolean;
}

const WORDS = ['x', '', 'KIRKCALDY', SAID, '2026-11-22', '"', '\\u0000'];

/** Makes one up for an argument; `place` is where it stands among its fellows, for a tame one. */
export function valueOf(random: Random, type: GraphQLInputType, tame: boolean, place = 0): Value {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = Array.from({ length: 1 + random.below(4) }, () => valueOf(random, nullable.ofType, tame));
    return { text: `[${items.map(({ text }) => text).join(', ')}]`, make: (ids) => items.map(({ make }) => make(ids)), names: items.some(({ names }) => names) };
  }
  if (isEnumType(nullable)) {
    const value = random.of(nullable.getValues()).name;
    return { text: value, make: () => value, names: false };
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter((field) => isRequiredInputField(field) || random.chance(60)).map((field, at) => [field.name, valueOf(random, field.type, tame, at)] as const);
    return {
      text: `{ ${fields.map(([field, { text }]) => `${field}: ${text}`).join(', ')} }`, names: fields.some(([, { names }]) => names),
      make: (ids) => Object.fromEntries(fields.map(([field, { make }]) => [field, make(ids)])),
    };
  }
  if (nullable.name === 'PersonId') return { text: '""', make: (ids) => (ids.length > 0 ? random.of(ids) : '1.AAAAAAAAAAAAAAAAAAAAAA'), names: true };
  const value = tame ? tameScalar(random, nullable.name, place) : scalar(random, nullable.name);
  return { text: JSON.stringify(value), make: () => value, names: false };
}

/** One that no room refuses: an hour for each place, and somebody who is there. */
function tameScalar(random: Random, type: string, place: number): unknown {
  if (type === 'Int') return 60 * place;
  return type === 'ID' ? 'isla' : scalar(random, type);
}

function scalar(random: Random, type: string): unknown {
  switch (type) {
    case 'Int': return random.of([0, 1, 2, 5, 20, 60, 600, 1440]);
    case 'Float': return random.of([0, 0.5, 56.1]);
    case 'Boolean': return random.chance(50);
    case 'Date': return random.of(['2026-11-22', '2026-01-31', '2999-12-31']);
    case 'DateTime': return random.of(['2026-11-22T10:00:00.000Z', '2999-12-31T10:00:00.000Z']);
    default: return random.of(WORDS);
  }
}

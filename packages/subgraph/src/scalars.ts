import { parsePersonId } from '@thegither/vocabulary';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day. A JavaScript Date, as Prisma gives for a DATE column, is read at midnight UTC. */
const day = textScalar('Date', (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), (text) =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text));

/** A moment in UTC. */
const moment = textScalar('DateTime', (value) => (value instanceof Date ? value.toISOString() : value), (text) =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)));

/** A person's id in this subgraph's audience. */
const personId = textScalar('PersonId', (value) => value, (text) => parsePersonId(text) !== undefined);

/** The scalars that rooms share, by name. */
export const SCALARS: Readonly<Record<string, GraphQLScalarType>> = { Date: day, DateTime: moment, PersonId: personId };

function textScalar(name: string, toText: (value: unknown) => unknown, isValid: (text: string) => boolean): GraphQLScalarType {
  // The message never repeats the value: it may be about somebody.
  const read = (value: unknown): string => {
    if (typeof value === 'string' && isValid(value)) return value;
    throw new GraphQLError(`not a valid ${name}`);
  };
  return new GraphQLScalarType({
    name,
    serialize: (value) => read(toText(value)),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

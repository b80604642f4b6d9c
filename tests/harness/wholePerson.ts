import { buildClientSchema, getIntrospectionQuery, getNamedType, isCompositeType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import type { TestHouse } from './startHouse.ts';

/** What a field cannot be asked without: a shift on a Tuesday morning, a worker and a purpose. A field with another required argument has to be added here before it can be asked. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  unpaidWorkClash: '(shift: { day: TUESDAY, from: 600, to: 660 })', previewAs: '(worker: "isla", purpose: EMPLOYABILITY_SUPPORT)',
};

/** Everything that can be asked about a person, as a fragment `Whole` on Person, and what it is made of. */
export interface WholePerson {
  /** The names of Person's fields, in the schema's order. */
  readonly fields: readonly string[];
  /** `fragment Whole on Person { ... }`: every field with everything below it. */
  readonly fragment: string;
}

/** Reads the schema that the house itself publishes: a field that is added tomorrow is asked tomorrow. */
export async function readWholePerson(house: TestHouse): Promise<WholePerson> {
  const { body } = await house.ask<IntrospectionQuery>('isla', getIntrospectionQuery());
  if (!body.data) throw new Error('the house published no schema');
  return wholePersonOf(buildClientSchema(body.data));
}

function wholePersonOf(schema: GraphQLSchema): WholePerson {
  const person = schema.getType('Person');
  if (!isObjectType(person)) throw new Error('there is no Person in the schema');
  return { fields: Object.keys(person.getFields()), fragment: `fragment Whole on Person ${everythingOf(person)}` };
}

const everythingOf = (type: GraphQLObjectType): string => `{ ${Object.values(type.getFields()).map(asked).join(' ')} }`;

function asked(field: GraphQLField<unknown, unknown>): string {
  const given = ARGUMENTS[field.name] ?? '';
  if (field.args.some(isRequiredArgument) && !given) throw new Error(`say in wholePerson.ts with which arguments ${field.name} is asked`);
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return `${field.name}${given}`;
  if (!isObjectType(type)) throw new Error(`${field.name} is of an abstract type, which the fragment does not know how to ask`);
  return `${field.name}${given} ${everythingOf(type)}`;
}

import { isAbstractType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';

/** How long a list is taken to be that says nothing of it: what a person has on record of one kind. */
export const ASSUMED = 5;

/** How long the lists of an answer about this schema are, by their coordinates: the types are known, the rest is what they have on average. */
export function schemaListSizes(schema: GraphQLSchema): ReadonlyMap<string, number> {
  const types = Object.values(schema.getTypeMap());
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type)).filter((type) => !isIntrospectionType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const inputs = types.filter(isInputObjectType);
  const enums = types.filter(isEnumType).filter((type) => !isIntrospectionType(type));
  // Of all types, as only some of them have any.
  const perType = (amount: number): number => Math.max(1, amount / types.length);
  return new Map([
    ['__Schema.types', types.length], ['__Schema.directives', schema.getDirectives().length],
    ['__Type.fields', perType(fields.length)], ['__Field.args', Math.max(1, total(fields.map(({ args }) => args.length)) / Math.max(1, fields.length))],
    ['__Type.inputFields', perType(total(inputs.map((type) => Object.keys(type.getFields()).length)))],
    ['__Type.enumValues', perType(total(enums.map((type) => type.getValues().length)))],
    // These lead back to each other, so that a question can go round: the most that there are counts, each time.
    ['__Type.interfaces', Math.max(1, ...withFields.map((type) => type.getInterfaces().length))],
    ['__Type.possibleTypes', Math.max(1, ...types.filter(isAbstractType).map((type) => schema.getPossibleTypes(type).length))],
  ]);
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

import {
  type ArgumentNode, type ConstValueNode, type GraphQLArgument, type GraphQLInputType, Kind, type ValueNode, type VariableDefinitionNode,
  getNamedType, getNullableType, isInputObjectType, isListType,
} from 'graphql';
import type { PersonInputs } from '../people/personInputs.ts';
import { isPersonId } from '../people/person.ts';
import { freePrefix } from './freePrefix.ts';

/** Ids of people that were written into the operation, each behind a variable of our own now. */
export interface LiftedIds {
  /** Variable name -> the id as the caller wrote it; undefined for what is no text. */
  readonly literals: Map<string, string | undefined>;
  lift(argument: ArgumentNode, definition: GraphQLArgument | undefined): ArgumentNode;
}

/**
 * Takes people's ids out of an operation's text: fetch texts are kept and shared between callers and audiences, so no
 * id of any audience may stand in one. `taken` are the variable names that the operation uses itself.
 */
export function createLiftedIds(personInputs: PersonInputs, taken: ReadonlySet<string>): LiftedIds {
  const literals = new Map<string, string | undefined>();
  const prefix = freePrefix('person_', taken);
  // One id, one variable: two uses of a field that the caller may merge must stay the same.
  const names = new Map<string | undefined, string>();
  const nameFor = (id: string | undefined): string => {
    const name = names.get(id) ?? `${prefix}${names.size}`;
    names.set(id, name);
    literals.set(name, id);
    return name;
  };

  const lifted = (value: ValueNode, type: GraphQLInputType): ValueNode => {
    if (value.kind === Kind.VARIABLE || value.kind === Kind.NULL || !personInputs.of(type)) return value;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      // One value stands for a list of one; a variable in its place would not fit the list's type.
      const values = value.kind === Kind.LIST ? value.values : [value];
      return { kind: Kind.LIST, values: values.map((item) => lifted(item, nullable.ofType)) };
    }
    if (isPersonId(getNamedType(nullable))) {
      return variable(nameFor(value.kind === Kind.STRING ? value.value : undefined));
    }
    if (!isInputObjectType(nullable) || value.kind !== Kind.OBJECT) return value;
    const fields = nullable.getFields();
    return { ...value, fields: value.fields.map((field) => ({ ...field, value: lifted(field.value, fields[field.name.value]!.type) })) };
  };

  return {
    literals,
    lift: (argument, definition) => (definition ? { ...argument, value: lifted(argument.value, definition.type) } : argument),
  };
}

const variable = (name: string) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;

/** The definition of a variable that carries one lifted id. */
export const liftedDefinition = (name: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(name),
  type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'PersonId' } } },
});

// Well formed and nobody's: stands for an id in a variable's default, which is always sent as a value instead.
const PLACEHOLDER = { kind: Kind.STRING, value: '1.AAAAAAAAAAAAAAAAAAAAAA' } as const;

/** The default of a variable without the ids that the caller wrote into it. */
export function withoutIds(value: ConstValueNode, type: GraphQLInputType, personInputs: PersonInputs): ConstValueNode {
  if (value.kind === Kind.NULL || !personInputs.of(type)) return value;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return value.kind === Kind.LIST
      ? { ...value, values: value.values.map((item) => withoutIds(item, nullable.ofType, personInputs)) }
      : withoutIds(value, nullable.ofType, personInputs);
  }
  if (isPersonId(getNamedType(nullable))) return PLACEHOLDER;
  if (!isInputObjectType(nullable) || value.kind !== Kind.OBJECT) return value;
  const fields = nullable.getFields();
  return { ...value, fields: value.fields.map((field) => ({ ...field, value: withoutIds(field.value, fields[field.name.value]!.type, personInputs) })) };
}

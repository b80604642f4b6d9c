import type { SpineId } from '@thegither/vocabulary';
import {
  type ArgumentNode, type GraphQLField, type GraphQLInputType, type GraphQLSchema, Kind, OperationTypeNode, type ValueNode, getNamedType, getNullableType, isInputType,
  isListType, typeFromAST,
} from 'graphql';
import { collectFields } from '../fetch/collectFields.ts';
import { PERSON, isPersonId } from '../people/person.ts';
import { type PersonInputs, type ReplaceIds, peopleIn } from '../people/personInputs.ts';
import type { Plannable } from './plannable.ts';

/** The run's variables, with people by their spine. */
export type Inputs = Readonly<Record<string, unknown>>;

/** A root field that names people, and what that means for it. */
export interface NamingField {
  readonly key: string;
  /** All of these must be known (in a mutation: addressable), else the field is not sent. */
  must(inputs: Inputs): readonly SpineId[];
  /** The people of a top-level list, each answered in their own place; undefined when the field takes no such list. */
  readonly each: ((inputs: Inputs) => readonly (SpineId | null)[]) | undefined;
  /** Is the answer about exactly those named? `id` and `ids` of a field that returns people say so. */
  readonly exactly: boolean;
}

/** How people are found in each variable that can hold any. */
export type PersonVariables = ReadonlyMap<string, ReplaceIds>;

/** The variables of an operation that can hold people's ids. */
export function personVariables(schema: GraphQLSchema, { operation }: Plannable, personInputs: PersonInputs): PersonVariables {
  return new Map((operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type);
    const inside = isInputType(type) ? personInputs.of(type) : undefined;
    return inside ? [[definition.variable.name.value, inside] as const] : [];
  }));
}

/** The root fields of an operation that name people. */
export function namingFields(schema: GraphQLSchema, { operation, fragments }: Plannable, personInputs: PersonInputs, variables: PersonVariables): NamingField[] {
  const root = schema.getRootType(operation.operation)!;
  return collectFields(schema, root, [operation.selectionSet], fragments).flatMap(({ key, nodes }) => {
    const field = root.getFields()[nodes[0]!.name.value];
    if (!field) return [];
    const naming = (nodes[0]!.arguments ?? []).filter((argument) => personInputs.of(typeOf(field, argument)));
    return naming.length ? [namingField(key, field, naming, operation.operation === OperationTypeNode.QUERY, variables)] : [];
  });
}

const typeOf = (field: GraphQLField<unknown, unknown>, argument: ArgumentNode): GraphQLInputType =>
  field.args.find((each) => each.name === argument.name.value)!.type;

function namingField(key: string, field: GraphQLField<unknown, unknown>, naming: readonly ArgumentNode[], isQuery: boolean, variables: PersonVariables): NamingField {
  const list = isQuery && isListType(getNullableType(field.type)) ? naming.find((argument) => isListOfPeople(typeOf(field, argument))) : undefined;
  const musts = naming.filter((argument) => argument !== list);
  const about = list ?? (musts.length === 1 ? musts[0] : undefined);
  return {
    key,
    must: (inputs) => musts.flatMap(({ value }) => named(value, inputs, variables)),
    each: list && ((inputs) => listed(list.value, inputs)),
    exactly: getNamedType(field.type).name === PERSON && about?.name.value === (list ? 'ids' : 'id'),
  };
}

function isListOfPeople(type: GraphQLInputType): boolean {
  const list = getNullableType(type);
  return isListType(list) && isPersonId(getNullableType(list.ofType));
}

/** Everybody whom an argument names. Ids that stood in the text are behind variables by now. */
function named(value: ValueNode, inputs: Inputs, variables: PersonVariables): SpineId[] {
  switch (value.kind) {
    case Kind.LIST: return value.values.flatMap((item) => named(item, inputs, variables));
    case Kind.OBJECT: return value.fields.flatMap((field) => named(field.value, inputs, variables));
    case Kind.VARIABLE: {
      const inside = variables.get(value.name.value);
      return inside ? peopleIn(inside, inputs[value.name.value]) : [];
    }
    default: return [];
  }
}

/** The people of a list argument by their places; null where null was given. */
function listed(value: ValueNode, inputs: Inputs): (SpineId | null)[] {
  if (value.kind === Kind.VARIABLE) return (inputs[value.name.value] as (SpineId | null)[] | null | undefined) ?? [];
  return value.kind === Kind.LIST ? value.values.map((item) => (item.kind === Kind.VARIABLE ? ((inputs[item.name.value] as SpineId | undefined) ?? null) : null)) : [];
}

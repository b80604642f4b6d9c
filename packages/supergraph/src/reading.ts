import {
  Kind, isTypeDefinitionNode, isTypeExtensionNode,
  type ConstDirectiveNode, type DirectiveDefinitionNode, type DocumentNode, type FieldDefinitionNode, type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode, type ObjectTypeDefinitionNode, type OperationTypeDefinitionNode, type TypeDefinitionNode, type TypeNode,
} from 'graphql';
import { gather } from './definitions.ts';

/** One schema as the rules read it: a subgraph's own, or the supergraph with its `join__` directives turned back into those of federation. */
export interface Reading {
  /** Name of the subgraph, or "supergraph". */
  readonly name: string;
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
  readonly directives: readonly DirectiveDefinitionNode[];
  /** What stands on `schema` and on its extensions. */
  readonly schemaDirectives: readonly ConstDirectiveNode[];
  /** Root operation types that are named explicitly. */
  readonly operationTypes: readonly OperationTypeDefinitionNode[];
}

/** Reads a parsed schema. Promises that every type stands in one place, whatever it was extended by. */
export function readDocument(name: string, document: DocumentNode): Reading {
  const schemas = document.definitions.filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION);
  return {
    name,
    types: gather(document.definitions.filter((node) => isTypeDefinitionNode(node) || isTypeExtensionNode(node))),
    directives: document.definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION),
    schemaDirectives: schemas.flatMap((node) => node.directives ?? []),
    operationTypes: schemas.flatMap((node) => node.operationTypes ?? []),
  };
}

/** An object or an interface: what has fields that can be asked for. */
export type OutputType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** One field with the type that it stands on. */
export interface Placed {
  readonly type: OutputType;
  readonly field: FieldDefinitionNode;
  /** As refusals name it: "Person.workLimits". */
  readonly coordinate: string;
}

/** The name of a type without its lists and exclamation marks. */
export const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** Is there a list anywhere in this type? */
export const isList = (type: TypeNode): boolean => type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

/** Every object type. */
export const objectsOf = (reading: Reading): ObjectTypeDefinitionNode[] => [...reading.types.values()].filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION);

/** Every input type. */
export const inputsOf = (reading: Reading): InputObjectTypeDefinitionNode[] => [...reading.types.values()].filter((type) => type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION);

/** Every interface. */
export const interfacesOf = (reading: Reading): InterfaceTypeDefinitionNode[] => [...reading.types.values()].filter((type) => type.kind === Kind.INTERFACE_TYPE_DEFINITION);

/** The fields of some types, each with its place. */
export const fieldsOf = (types: readonly OutputType[]): Placed[] =>
  types.flatMap((type) => (type.fields ?? []).map((field) => ({ type, field, coordinate: `${type.name.value}.${field.name.value}` })));

/** Every field of every object and interface. */
export const everyField = (reading: Reading): Placed[] => fieldsOf([...objectsOf(reading), ...interfacesOf(reading)]);

/** One object type of that name, if there is one. */
export function objectNamed(reading: Reading, name: string): ObjectTypeDefinitionNode | undefined {
  const type = reading.types.get(name);
  return type?.kind === Kind.OBJECT_TYPE_DEFINITION ? type : undefined;
}

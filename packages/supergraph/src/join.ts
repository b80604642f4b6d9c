import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type TypeDefinitionNode } from 'graphql';
import { applied, has, isTrue, textOf, valueOf } from './directive.ts';
import { SUPERGRAPH } from './person.ts';
import { readDocument, type Reading } from './reading.ts';

const FURNITURE = /^(join|link|context|core|federation)__/;

/** The composed schema, read twice over: as any schema, and for who resolves what. */
export interface ComposedReading extends Reading {
  /** The graphs (halves, by their name) that resolve a field. */
  resolversOf(type: string, field: string): readonly string[];
  /** The graphs by their name, each with the address that it was composed with. */
  readonly graphs: ReadonlyMap<string, string>;
}

const enumOf = (directive: ConstDirectiveNode, argument: string): string | undefined => {
  const value = valueOf(directive, argument);
  return value?.kind === Kind.ENUM ? value.value : undefined;
};

/** By its name inside the supergraph, what a graph is called and where it is asked. */
function graphsIn(types: ReadonlyMap<string, TypeDefinitionNode>): ReadonlyMap<string, { name: string; url: string }> {
  const graphs = types.get('join__Graph');
  if (graphs?.kind !== Kind.ENUM_TYPE_DEFINITION) return new Map();
  return new Map((graphs.values ?? []).flatMap((value) =>
    applied(value, 'join__graph').map((one) => [value.name.value, { name: textOf(one, 'name') ?? '', url: textOf(one, 'url') ?? '' }] as const)));
}

const RENAMED = [['key', 'key', 'fields'], ['requires', 'requires', 'fields'], ['provides', 'provides', 'fields']] as const;

/** `@join__type(key:)` says in a supergraph what `@key(fields:)` says in a subgraph, and so on: rules read one language. */
function asFederation(directive: ConstDirectiveNode): ConstDirectiveNode[] {
  if (!directive.name.value.startsWith('join__')) return [directive];
  return RENAMED.flatMap(([argument, name, to]) => {
    const value = valueOf(directive, argument);
    if (!value) return [];
    return [{ ...directive, name: { kind: Kind.NAME, value: name }, arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: to }, value }] }];
  });
}

function translated(type: TypeDefinitionNode): TypeDefinitionNode {
  const directives = type.directives?.flatMap(asFederation);
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return { ...type, directives };
  const fields = type.fields?.map((field): FieldDefinitionNode => ({ ...field, directives: field.directives?.flatMap(asFederation) }));
  return { ...type, directives, fields };
}

function resolversIn(types: ReadonlyMap<string, TypeDefinitionNode>, graphs: ReadonlyMap<string, { name: string }>, typeName: string, fieldName: string): readonly string[] {
  const type = types.get(typeName);
  const field = type?.kind === Kind.OBJECT_TYPE_DEFINITION || type?.kind === Kind.INTERFACE_TYPE_DEFINITION ? type.fields?.find((one) => one.name.value === fieldName) : undefined;
  if (!type || !field) return [];
  const joins = has(field, 'join__field') ? applied(field, 'join__field').filter((join) => !isTrue(join, 'external') && !isTrue(join, 'usedOverridden')) : applied(type, 'join__type');
  return joins.flatMap((join) => graphs.get(enumOf(join, 'graph') ?? '')?.name ?? []);
}

/** Reads a supergraph, without the types that only composition needs. */
export function readSupergraph(sdl: string): ComposedReading {
  const document: DocumentNode = parse(sdl, { noLocation: true });
  const reading = readDocument(SUPERGRAPH, document);
  const graphs = graphsIn(reading.types);
  return {
    ...reading,
    directives: reading.directives.filter((directive) => !FURNITURE.test(directive.name.value)),
    types: new Map([...reading.types].filter(([name]) => !FURNITURE.test(name)).map(([name, type]) => [name, translated(type)])),
    resolversOf: (type, field) => resolversIn(reading.types, graphs, type, field),
    graphs: new Map([...graphs.values()].map(({ name, url }) => [name, url])),
  };
}

import { Kind, type ConstDirectiveNode, type DefinitionNode, type DocumentNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeDefinitionNode } from 'graphql';
import { has } from './directive.ts';
import { FEDERATION_SPEC, importing } from './link.ts';
import { PERSON } from './person.ts';
import { partsOfPerson, placementOf } from './placement.ts';
import type { Reading } from './reading.ts';
import type { Whole } from './whole.ts';

/** One half of a subgraph, as the planner will see it. */
export interface Half {
  /** Its name in the supergraph: "housing" or "housing__guarded". */
  readonly name: string;
  readonly subgraph: string;
  readonly guarded: boolean;
  readonly document: DocumentNode;
}

/** What the guarded half's name ends with. */
export const GUARDED = '__guarded';

const SHAREABLE: ConstDirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'shareable' } };

const needsItsOwnGraph = (field: FieldDefinitionNode): boolean => ['external', 'requires', 'override'].some((name) => has(field, name)) || (field.arguments ?? []).some((argument) => has(argument, 'fromContext'));

const unresolvable = (key: ConstDirectiveNode): ConstDirectiveNode =>
  key.name.value === 'key'
    ? { ...key, arguments: [...(key.arguments ?? []).filter((argument) => argument.name.value !== 'resolvable'), { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'resolvable' }, value: { kind: Kind.BOOLEAN, value: false } }] }
    : key;

const shareable = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => (has(type, 'shareable') ? type : { ...type, directives: [...(type.directives ?? []), SHAREABLE] });

/** The guarded half's copy of an open entity: its plain values, so that they need no second fetch; everything else is asked of the open half. */
const copyOfEntity = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({
  ...type, directives: type.directives?.map(unresolvable), fields: type.fields?.filter((field) => !needsItsOwnGraph(field)),
});

/** Person as each half has it: the key alone and no way to ask for it here, or everything. */
const openPerson = (reading: Reading, type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => ({ ...type, directives: type.directives?.map(unresolvable), fields: partsOfPerson(reading, type).key });

function schemaExtension(reading: Reading, addShareable: boolean): DefinitionNode[] {
  const directives = addShareable ? reading.schemaDirectives.map((directive) => importing(directive, FEDERATION_SPEC, '@shareable')) : reading.schemaDirectives;
  return directives.length > 0 ? [{ kind: Kind.SCHEMA_EXTENSION, directives }] : [];
}

/**
 * Splits a subgraph's schema into an open half (root fields, keys, what is not personal) and a guarded half (Person
 * with its fields, no root fields), two subgraphs with one address. The planner then has to plan an entity hop for
 * every field of Person, and at that hop it is decided for each person what may be fetched. Without the split it takes
 * a personal field along wherever the subgraph that returns a person also owns the field, and nobody is asked.
 *
 * A type that both halves need becomes `@shareable`, but only if it says that nothing in it is personal; any other
 * stays with the guarded half alone, where rule "one-person" finds it. A subgraph without anything open has no open half.
 * @see the rules "one-person" and "doors", which check that it held
 */
export function split(reading: Reading, whole: Whole): Half[] {
  const placement = placementOf(reading);
  const isShared = (name: string): boolean => placement.open.has(name) && placement.guarded.has(name);
  const isClosed = (type: TypeDefinitionNode): boolean => type.kind === Kind.OBJECT_TYPE_DEFINITION && type.name.value !== PERSON && isShared(type.name.value) && !whole.get(type.name.value)?.isOpen;
  const types = [...reading.types.values()].filter((type) => !isClosed(type));
  const closed = [...reading.types.values()].filter(isClosed);
  const shares = types.some((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && type.name.value !== PERSON && isShared(type.name.value));

  const asIn = (guarded: boolean) => (type: TypeDefinitionNode): TypeDefinitionNode => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
    if (type.name.value === PERSON) return guarded ? type : openPerson(reading, type);
    if (!isShared(type.name.value)) return type;
    return guarded && has(type, 'key') ? shareable(copyOfEntity(type)) : shareable(type);
  };
  const half = (guarded: boolean): Half[] => {
    const needed = guarded ? placement.guarded : placement.open;
    if (needed.size === 0) return [];
    const chosen = [...types.filter((type) => needed.has(type.name.value)).map(asIn(guarded)), ...(guarded ? closed : [])];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...schemaExtension(reading, shares), ...reading.directives, ...chosen] };
    return [{ name: guarded ? `${reading.name}${GUARDED}` : reading.name, subgraph: reading.name, guarded, document }];
  };
  return [...half(false), ...half(true)];
}

/** The types that both halves of a subgraph need although they do not say that nothing in them is personal. */
export function torn(reading: Reading, whole: Whole): string[] {
  const { open, guarded } = placementOf(reading);
  return [...open].filter((name) => guarded.has(name) && name !== PERSON && reading.types.get(name)?.kind === Kind.OBJECT_TYPE_DEFINITION && !whole.get(name)?.isOpen);
}

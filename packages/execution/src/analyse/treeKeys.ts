import { type FieldNode, type GraphQLSchema, Kind, isInterfaceType, isIntrospectionType, isObjectType, parse, visit } from 'graphql';
import { isMadeUp } from '../fetch/keysApart.ts';
import type { Chosen } from './chooseOperation.ts';
import { freePrefix } from './freePrefix.ts';

/**
 * The names under which a planner may ask for fields of its own: keys, and what other fields require. It would take a
 * caller's alias of the same name for the field itself, and so would whoever reads the tree.
 */
export interface PlannersNames {
  readonly fields: ReadonlySet<string>;
  /** Fields that are required with arguments: what the caller asks of them may be another value under the same name. */
  readonly withArguments: ReadonlySet<string>;
}

/** Reads the names of a supergraph's fields. */
export function readPlannersNames(whole: GraphQLSchema, supergraphSdl: string): PlannersNames {
  const types = Object.values(whole.getTypeMap()).filter((type) => !isIntrospectionType(type)).filter((type) => isObjectType(type) || isInterfaceType(type));
  const withArguments = new Set<string>();
  visit(parse(supergraphSdl, { noLocation: true }), {
    Directive({ name, arguments: args }) {
      const required = name.value === 'join__field' ? args?.find((argument) => argument.name.value === 'requires')?.value : undefined;
      if (required?.kind === Kind.STRING) for (const field of argued(required.value)) withArguments.add(field);
    },
  });
  return { fields: new Set(types.flatMap((type) => Object.keys(type.getFields()))), withArguments };
}

function argued(fieldSet: string): string[] {
  const names: string[] = [];
  visit(parse(`{${fieldSet}}`, { noLocation: true }), { Field: ({ name, arguments: args }) => void (args?.length && names.push(name.value)) });
  return names;
}

/** How the caller's response keys stand in the tree. */
export interface TreeKeys {
  /** The key of this use of a type's field: the caller's, or one of ours where the caller's might be taken for another field. */
  of(type: string, node: FieldNode): string;
  /** The caller's key for one of the tree. */
  answered(key: string): string;
}

/**
 * Finds the tree's keys for one operation. An alias that is also the name of a field gets a key of its own: else the
 * value of one field would be answered, or sent to a subgraph as a key, in place of the other's.
 */
export function createTreeKeys(names: PlannersNames, chosen: Chosen, rootName: string): TreeKeys {
  const keys = new Map<string, string>();
  const callers = new Map<string, string>();
  const isTaken = (type: string, { alias, name }: FieldNode): boolean => {
    if (alias && isMadeUp(alias.value)) return true;
    // Nothing is added to the root fields.
    return type !== rootName && (alias && alias.value !== name.value ? names.fields.has(alias.value) : names.withArguments.has(name.value));
  };
  const prefix = freePrefix('as_', [...names.fields, ...keysIn(chosen)]);
  return {
    of: (type, node) => {
      const key = (node.alias ?? node.name).value;
      if (!isTaken(type, node)) return key;
      const use = `${key} ${node.name.value}`;
      let own = keys.get(use);
      if (own === undefined) {
        keys.set(use, (own = `${prefix}${keys.size}`));
        callers.set(own, key);
      }
      return own;
    },
    answered: (key) => callers.get(key) ?? key,
  };
}

function keysIn({ operation, fragments }: Chosen): string[] {
  const keys: string[] = [];
  for (const definition of [operation, ...fragments.values()]) visit(definition, { Field: ({ alias, name }) => void keys.push((alias ?? name).value) });
  return keys;
}

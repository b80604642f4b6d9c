import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { SpineId } from '@thegither/vocabulary';
import { type GraphQLSchema, getNamedType } from 'graphql';
import type { Issue } from '../people/issueTo.ts';
import { PERSON, PERSON_KEY, isPersonId } from '../people/person.ts';
import { merge } from '../tree/merge.ts';
import { TreeObject } from '../tree/treeObject.ts';
import { type StandingType, applies, standing } from './collectFields.ts';
import type { SentAs } from './sentAs.ts';

/** How the objects of one fetch are named to its subgraph: key and required fields, as the plan says. */
export interface Represent {
  /** The representation of an object of the tree; undefined for one that this fetch is not about or whose key is missing. */
  of(entity: TreeObject, issue: Issue): TreeObject | undefined;
  /** The top-level fields that a representation of that type holds, with whether each is an object that holds a part. */
  keysOf(typename: string): ReadonlyMap<string, boolean>;
  readonly sentAs: SentAs;
}

interface Part {
  readonly key: string;
  readonly isPersonId: boolean;
  readonly below: ((value: TreeObject, issue: Issue) => TreeObject | undefined) | undefined;
}

/** Compiles a plan's `requires`. `schema` is the whole supergraph's. */
export function createRepresent(schema: GraphQLSchema, requires: readonly QueryPlanSelectionNode[], sentAs: SentAs): Represent {
  const byType = new Map<string, Part[][]>();
  const partsOf = (typename: string): Part[][] => {
    let parts = byType.get(typename);
    if (!parts) byType.set(typename, (parts = partsFor(schema, requires, typename)));
    return parts;
  };
  return {
    of: (entity, issue) => {
      const typename = entity.__typename as string;
      const representation = built(partsOf(typename), entity, issue);
      if (representation?.__typename === undefined) return undefined;
      representation.__typename = sentAs(typename);
      return representation;
    },
    sentAs,
    keysOf: (typename) => new Map(partsOf(typename).flatMap((part) => part.map(({ key, below }) => [key, below !== undefined]))),
  };
}

/** The groups of fields that apply to a type: each is taken as a whole, or not at all when one of its fields is missing. */
function partsFor(schema: GraphQLSchema, requires: readonly QueryPlanSelectionNode[], typename: string): Part[][] {
  const type = standing(schema, typename);
  if (!type) return [];
  const own: Part[] = [];
  const groups: Part[][] = [own];
  for (const selection of requires) {
    if (selection.kind === 'Field') own.push(partOf(schema, selection, type));
    else if (applies(schema, selection.typeCondition, type)) groups.push(...partsFor(schema, selection.selections, typename));
  }
  return groups.filter((group) => group.length);
}

function partOf(schema: GraphQLSchema, selection: Extract<QueryPlanSelectionNode, { kind: 'Field' }>, type: StandingType): Part {
  const field = type.getFields()[selection.name];
  const below = selection.selections;
  return {
    key: selection.alias ?? selection.name,
    isPersonId: field !== undefined && ((type.name === PERSON && field.name === PERSON_KEY) || isPersonId(getNamedType(field.type))),
    below: below && nested(schema, below),
  };
}

function nested(schema: GraphQLSchema, requires: readonly QueryPlanSelectionNode[]): Part['below'] {
  const byType = new Map<string, Part[][]>();
  return (value, issue) => {
    const typename = value.__typename as string;
    let parts = byType.get(typename);
    if (!parts) byType.set(typename, (parts = partsFor(schema, requires, typename)));
    return built(parts, value, issue);
  };
}

function built(groups: readonly Part[][], entity: TreeObject, issue: Issue): TreeObject | undefined {
  let whole: TreeObject | undefined;
  for (const group of groups) {
    const part = groupOf(group, entity, issue);
    if (!part) continue;
    if (whole) merge(whole, part);
    else whole = part;
  }
  return whole;
}

function groupOf(group: readonly Part[], entity: TreeObject, issue: Issue): TreeObject | undefined {
  const out = new TreeObject();
  for (const part of group) {
    const value = entity[part.key];
    if (value === undefined) return undefined;
    out[part.key] = copied(part, value, issue);
  }
  return out;
}

function copied(part: Part, value: unknown, issue: Issue): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => copied(part, item, issue));
  if (part.isPersonId) return issue(value as SpineId);
  return part.below ? (part.below(value as TreeObject, issue) ?? null) : value;
}

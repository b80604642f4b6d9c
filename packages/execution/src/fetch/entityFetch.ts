import type { FetchNode } from '@apollo/query-planner';
import { type Mask, NOTHING, intersection, union } from '@thegither/consent';
import { HouseError } from '@thegither/vocabulary';
import {
  type FieldNode, type GraphQLCompositeType, type GraphQLObjectType, type GraphQLSchema, Kind, type OperationDefinitionNode, type SelectionNode,
  type SelectionSetNode, isInterfaceType, isObjectType,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Graph, Graphs } from '../graphs.ts';
import { PERSON, PERSON_KEY } from '../people/person.ts';
import type { Policy } from '../policy.ts';
import { collectFields } from './collectFields.ts';
import { type FetchText, fetchText, operationOf } from './fetchText.ts';
import { keptApart, treeKey } from './keysApart.ts';
import { type ProjectedField, projectedFields } from './project.ts';
import { type Pruning, compositeNamed, fieldNeeds, needsBelow, prune } from './prune.ts';
import { type Represent, createRepresent } from './represent.ts';
import { sentAsOf } from './sentAs.ts';

/** One hop of the plan: objects of the tree, by their keys, for more of their fields. */
export interface EntityFetch {
  readonly kind: 'entities';
  readonly graph: Graph;
  readonly path: readonly string[];
  readonly operationName: string | undefined;
  readonly represent: Represent;
  /** The categories that decide what of this fetch may be asked about a person. */
  readonly needs: Mask;
  /** Is something here asked of everybody who is known, whatever they share? */
  readonly free: boolean;
  /** What may be asked about those who share this; the same object for the same question. */
  variant(shared: Mask): EntityVariant;
}

/** The fetch as it is sent for one distinct set of shared categories. */
export interface EntityVariant extends FetchText {
  /** Everything that it needs of a person. */
  readonly needs: Mask;
  /** How answers of that type are read; undefined when nothing is left to ask about the type. */
  typed(typename: string): EntityType | undefined;
}

/** What is asked of one type of entity. */
export interface EntityType {
  /** Of a person, what each key in the tree needs, itself and below. */
  readonly needs: ReadonlyMap<string, Mask>;
  /** All of them together. */
  readonly allNeeds: Mask;
  /** How an answer that calls itself that type is read; undefined when it is about something else than was asked. */
  answered(typename: unknown): EntityAnswer | undefined;
}

/** How one answer about an entity is read. */
export interface EntityAnswer {
  readonly fields: readonly ProjectedField[];
  /** Does it add to objects of which a part was sent? That part is taken out again (withoutSent). */
  readonly adds: boolean;
  /** What the entity turns out to be, when only an interface's name was known so far. */
  readonly is: string | undefined;
}

/** What the compiling of one hop reads. */
interface Hop extends Pruning {
  readonly whole: GraphQLSchema;
  readonly represent: Represent;
}

// By size and not by `max`, for which room is made beforehand: most fetches have one variant or two.
const FEW = { maxSize: 256, sizeCalculation: () => 1 };
const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });
const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });

/** Compiles one hop of the plan. */
export function compileEntityFetch(node: FetchNode, graph: Graph, path: readonly string[], graphs: Graphs, policy: Policy): EntityFetch {
  const represent = createRepresent(graphs.whole, node.requires!, sentAsOf(graphs.whole, node));
  const pruning: Hop = { schema: graph.schema, policy, whole: graphs.whole, represent };
  const operation = keptApart(graph.schema, node, operationOf(node.operation));
  const entities = operation.selectionSet.selections[0];
  if (entities?.kind !== Kind.FIELD || entities.name.value !== '_entities') throw new HouseError('CONFIGURATION', 'A hop of the plan does not ask for entities.');
  const needs = topNeeds(pruning, entities.selectionSet!);

  const byMask = new LRUCache<Mask, EntityVariant>(FEW);
  const byText = new LRUCache<string, EntityVariant>(FEW);
  const variant = (shared: Mask): EntityVariant => {
    const mask = intersection(shared, needs);
    const known = byMask.get(mask);
    if (known) return known;
    const made = makeVariant(pruning, operation, entities, mask);
    // Different masks may leave the same question: they are then one group.
    const same = byText.get(made.query) ?? made;
    byText.set(same.query, same);
    byMask.set(mask, same);
    return same;
  };
  return {
    kind: 'entities', graph, path, operationName: node.operationName, represent, needs, variant,
    free: variant(NOTHING).typed(PERSON) !== undefined,
  };
}

/** Everything that the top-level fragments need of a Person. Other entities have nothing personal. */
function topNeeds(pruning: Pruning, set: SelectionSetNode): Mask {
  let mask = NOTHING;
  for (const selection of set.selections) {
    const type = topType(pruning, selection);
    if (type?.name === PERSON && selection.kind === Kind.INLINE_FRAGMENT) mask = union(mask, needsBelow(pruning, selection.selectionSet, type));
  }
  return mask;
}

function topType(pruning: Pruning, selection: SelectionNode): GraphQLCompositeType | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return compositeNamed(pruning.schema, selection.typeCondition?.name.value);
  if (selection.kind === Kind.FIELD && selection.name.value === '__typename') return undefined;
  throw new HouseError('CONFIGURATION', 'A hop of the plan asks for more than fragments on entities.');
}

function makeVariant(hop: Hop, operation: OperationDefinitionNode, entities: FieldNode, shared: Mask): EntityVariant {
  const selections = [field('__typename'), ...entities.selectionSet!.selections.flatMap((selection) => pruneTop(hop, selection, shared))];
  const asked = setOf(selections);
  const text = fetchText(operation, [{ ...entities, selectionSet: asked }]);
  const types = new Map<string, EntityType | undefined>();
  const typed = (typename: string): EntityType | undefined => {
    if (!types.has(typename)) types.set(typename, entityType(hop, asked, typename));
    return types.get(typename);
  };
  const person = typed(PERSON);
  return { ...text, typed, needs: person?.allNeeds ?? NOTHING };
}

// The key is asked for along with the fields: an answer about somebody else, or in another order, then shows.
function pruneTop(pruning: Pruning, selection: SelectionNode, shared: Mask): SelectionNode[] {
  const type = topType(pruning, selection);
  if (!type || selection.kind !== Kind.INLINE_FRAGMENT) return [];
  const isPerson = type.name === PERSON;
  const inside = prune(pruning, selection.selectionSet, type, isPerson ? shared : NOTHING);
  return inside.length ? [{ ...selection, selectionSet: setOf(isPerson ? [field(PERSON_KEY), ...inside] : inside) }] : [];
}

function entityType(hop: Hop, asked: SelectionSetNode, typename: string): EntityType | undefined {
  const type = hop.schema.getType(hop.represent.sentAs(typename));
  // An interface's name stands in the tree until a subgraph that knows what is behind it has been asked.
  const isUnknown = isInterfaceType(type) && isInterfaceType(hop.whole.getType(typename));
  const possible = isInterfaceType(type) ? hop.schema.getPossibleTypes(type).filter(({ name }) => name === typename || (isUnknown && name !== PERSON)) : isObjectType(type) ? [type] : [];
  // What we sent as the key or as a required field is ours: an answer never replaces it, only adds to an object in it.
  const sent = hop.represent.keysOf(typename);
  const answers = new Map<unknown, EntityAnswer>(possible.map((each) => {
    const fields = projectedFields(hop.schema, each, [asked]).filter(({ key }) => sent.get(key) ?? true);
    return [each.name, { fields, adds: fields.some(({ key }) => sent.has(key)), is: isUnknown ? each.name : undefined }];
  }));
  if (!isUnknown && [...answers.values()].every(({ fields }) => !fields.length)) return undefined;
  const needs = needsByKey(hop, asked, possible.find(({ name }) => name === PERSON));
  return { needs, allNeeds: [...needs.values()].reduce(union, NOTHING), answered: (name) => answers.get(name) };
}

function needsByKey(hop: Hop, asked: SelectionSetNode, person: GraphQLObjectType | undefined): Map<string, Mask> {
  const needs = new Map<string, Mask>();
  if (!person) return needs;
  for (const { nodes } of collectFields(hop.schema, person, [asked])) {
    const key = treeKey(nodes[0]!);
    needs.set(key, nodes.map((node) => fieldNeeds(hop, node, person)).reduce(union, needs.get(key) ?? NOTHING));
  }
  return needs;
}

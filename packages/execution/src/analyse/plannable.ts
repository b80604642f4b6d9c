import { HouseError } from '@thegither/vocabulary';
import {
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLObjectType, type GraphQLSchema,
  type InlineFragmentNode, Kind, type SelectionNode, type SelectionSetNode, type VariableDefinitionNode, getNamedType, isAbstractType, isCompositeType,
  isObjectType, typeFromAST, isInputType,
} from 'graphql';
import { PERSON, PERSON_KEY, mayBePerson } from '../people/person.ts';
import type { PersonInputs } from '../people/personInputs.ts';
import type { Chosen } from './chooseOperation.ts';
import { type LiftedIds, createLiftedIds, liftedDefinition, withoutIds } from './liftPersonIds.ts';
import { reserved } from './reservedNames.ts';
import type { TreeKeys } from './treeKeys.ts';

/** What the planner is given, and the ids that were taken out of it. */
export interface Plannable {
  /** Undefined when nothing is left for a subgraph to answer. */
  readonly document: DocumentNode | undefined;
  readonly operation: Chosen['operation'];
  readonly fragments: Chosen['fragments'];
  readonly literals: LiftedIds['literals'];
}

const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });
const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
const onPerson: InlineFragmentNode = {
  kind: Kind.INLINE_FRAGMENT, typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: PERSON } }, selectionSet: setOf([field(PERSON_KEY)]),
};

/** What making an operation plannable reads. */
export interface PlannableWith {
  readonly schema: GraphQLSchema;
  readonly personInputs: PersonInputs;
  readonly keys: TreeKeys;
  readonly stoodInFor: ReadonlySet<string>;
}

/**
 * The operation as the planner is to see it: without introspection, no selection set empty, everybody's key asked for
 * wherever a Person may stand, no person's id in its text, and the tree's keys.
 */
export function plannable(using: PlannableWith, chosen: Chosen): Plannable {
  const { schema, personInputs } = using;
  const taken = new Set((chosen.operation.variableDefinitions ?? []).map((each) => each.variable.name.value));
  const ids = createLiftedIds(personInputs, taken);
  const walk = createWalk(using, chosen, ids);
  const root = schema.getRootType(chosen.operation.operation)!;
  const selections = walk.selections(chosen.operation.selectionSet, root);
  const operation = {
    ...chosen.operation,
    variableDefinitions: [
      ...(chosen.operation.variableDefinitions ?? []).map((each) => safeDefault(schema, each, personInputs)),
      ...[...ids.literals.keys()].map(liftedDefinition),
    ],
    selectionSet: setOf(selections),
  };
  const document = selections.length ? ({ kind: Kind.DOCUMENT, definitions: [operation, ...walk.fragments.values()] } as const) : undefined;
  return { document, operation, fragments: walk.fragments, literals: ids.literals };
}

function safeDefault(schema: GraphQLSchema, definition: VariableDefinitionNode, personInputs: PersonInputs): VariableDefinitionNode {
  const type = typeFromAST(schema, definition.type);
  if (!definition.defaultValue || !isInputType(type)) return definition;
  return { ...definition, defaultValue: withoutIds(definition.defaultValue, type, personInputs) };
}

function createWalk({ schema, keys, stoodInFor }: PlannableWith, chosen: Chosen, ids: LiftedIds) {
  const root = schema.getRootType(chosen.operation.operation);
  const fragments = new Map<string, FragmentDefinitionNode>();
  const emptied = new Set<string>();

  const selections = (set: SelectionSetNode, parent: GraphQLCompositeType): SelectionNode[] => set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return fieldOf(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return isLeft(selection.name.value) ? [selection] : [];
    const inside = selections(selection.selectionSet, typeOf(schema, selection.typeCondition?.name.value) ?? parent);
    return inside.length ? [{ ...selection, selectionSet: setOf(inside) }] : [];
  });

  const isLeft = (name: string): boolean => {
    if (!fragments.has(name) && !emptied.has(name)) {
      const fragment = chosen.fragments.get(name)!;
      const inside = selections(fragment.selectionSet, typeOf(schema, fragment.typeCondition.name.value)!);
      if (inside.length) fragments.set(name, { ...fragment, selectionSet: setOf(inside) });
      else emptied.add(name);
    }
    return fragments.has(name);
  };

  const fieldOf = (node: FieldNode, parent: GraphQLCompositeType): FieldNode[] => {
    const name = node.name.value;
    if (name.startsWith('__')) return name === '__typename' && parent !== root ? [keyed(node, parent)] : [];
    // An id that is not the person's would be a lie about who it is.
    if (node.alias?.value === PERSON_KEY && name !== PERSON_KEY && mayBePerson(schema, parent)) throw reserved();
    const definition = (parent as GraphQLObjectType).getFields()[name];
    if (!definition) throw new HouseError('BAD_OPERATION');
    const args = node.arguments?.map((argument) => ids.lift(argument, definition.args.find((each) => each.name === argument.name.value)));
    const asked = { ...keyed(node, parent), arguments: args };
    if (!node.selectionSet) return [asked];
    const type = composite(getNamedType(definition.type));
    return [{ ...asked, selectionSet: setOf(whole(selections(node.selectionSet, type), type)) }];
  };

  const keyed = (node: FieldNode, parent: GraphQLCompositeType): FieldNode => {
    const key = keys.of(parent.name, node);
    return key === (node.alias ?? node.name).value ? node : { ...node, alias: { kind: Kind.NAME, value: key } };
  };

  const whole = (inside: SelectionNode[], type: GraphQLCompositeType): SelectionNode[] => {
    // The planner finds out what is behind an interface that is stood in for only if it is asked to: at a hop's cost.
    if (stoodInFor.has(type.name) && inside.length) return inside;
    if (isAbstractType(type)) return mayBePerson(schema, type) ? [field('__typename'), ...inside, onPerson] : [field('__typename'), ...inside];
    if (isObjectType(type) && type.name === PERSON) return [...inside, field(PERSON_KEY)];
    return inside.length ? inside : [field('__typename')];
  };

  return { selections, fragments };
}

function composite(type: unknown): GraphQLCompositeType {
  if (isObjectType(type) || isAbstractType(type)) return type;
  throw new HouseError('BAD_OPERATION');
}

function typeOf(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}

import { type GraphQLSchema, isAbstractType } from 'graphql';
import type { Random } from '../random.ts';
import type { Sample } from '../world/sample.ts';
import { type Making, newName } from './making.ts';
import { selectionsOf } from './selections.ts';

/** A made-up operation, with the document that it stands in and the variables that it comes with. */
export interface Made {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** The variables of its conditions, with their values. */
  readonly truths: Readonly<Record<string, boolean>>;
  /** Does a condition leave something out? */
  readonly isCut: boolean;
  /**
   * Is a field asked twice under one key, with different fields below? The stock gateway moves equal and named fragments
   * about when it merges them, and so answers keys in another order than the specification has: their order is then not
   * compared.
   */
  readonly repeats: boolean;
  /** How many operations its document has. */
  readonly operations: number;
  /** How deep its named fragments spread one another. */
  readonly fragmentDepth: number;
  /** Its named fragments on interfaces and unions. */
  readonly abstractFragments: number;
}

/** Small, middling and large operations: roughly how many fields, and how deep. Some are more likely than others. */
const SMALL = { left: 4, deepest: 3 };
const DEEP = { left: 8, deepest: 6 };
const MIDDLING = { left: 14, deepest: 4 };
const LARGE = { left: 20, deepest: 6 };
const HUGE = { left: 36, deepest: 8 };
const SIZES = [SMALL, SMALL, DEEP, DEEP, MIDDLING, MIDDLING, LARGE, HUGE];
const NOT_LARGE = [SMALL, DEEP, MIDDLING];

/** Makes an operation that the schema allows. */
export function makeOperation(schema: GraphQLSchema, random: Random, { stricterBehind, small }: Pick<Sample, 'stricterBehind' | 'small'>): Made {
  // What it renamed takes the place of what was there by that name: the stock gateway loses what else was asked below it.
  const repeats = !stricterBehind && random.chance(0.5);
  const making: Making = {
    schema, random, definitions: [], variables: {}, truths: {}, texts: [], fragments: [], repeats, apart: stricterBehind === true, isCut: false, ...random.pick(small ? NOT_LARGE : SIZES), names: { count: 0 },
  };
  const mutation = schema.getMutationType();
  const isMutation = mutation && random.chance(0.4);
  const selections = selectionsOf(making, isMutation ? mutation : schema.getQueryType()!, 0);
  const others = random.chance(0.25) ? Array.from({ length: 1 + random.below(2) }, () => otherOperation(making)) : [];
  // A single operation may go without a name, and be asked for without one.
  const name = others.length || random.chance(0.8) ? newName(making, 'Made') : undefined;
  const operation = `${isMutation ? 'mutation' : 'query'} ${name ?? ''}${definitionsOf(making)} ${selections}`;
  const abstract = making.fragments.filter(({ on }) => isAbstractType(on));
  const query = shuffled(random, [operation, ...others, ...making.texts]).join('\n');
  return {
    query,
    variables: making.variables,
    operationName: others.length || random.chance(0.8) ? name : undefined,
    isMutation: Boolean(isMutation), truths: making.truths, isCut: making.isCut, repeats, operations: 1 + others.length,
    fragmentDepth: Math.max(0, ...making.fragments.map(({ depth }) => depth)),
    abstractFragments: abstract.length,
  };
}

/** An operation that is not asked for: nothing of it, its variables and fragments included, may come into the one that is. */
function otherOperation(making: Making): string {
  const other: Making = { ...making, definitions: [], variables: {}, truths: {}, texts: making.texts, fragments: making.fragments.filter(({ isBound }) => !isBound), left: 6, deepest: 3 };
  const selections = selectionsOf(other, making.schema.getQueryType()!, 0);
  return `query ${newName(making, 'Other')}${definitionsOf(other)} ${selections}`;
}

const definitionsOf = ({ definitions }: Making): string => (definitions.length ? `(${definitions.join(', ')})` : '');

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.below(left.length), 1)[0]!);
}

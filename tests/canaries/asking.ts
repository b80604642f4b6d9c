import { getNamedType, isCompositeType, isObjectType, isRequiredArgument, type GraphQLArgument, type GraphQLField, type GraphQLObjectType } from 'graphql';
import type { Random } from '../harness/random.ts';
import { valueOf, type Make } from './values.ts';

/** One field as it is asked, and where its answer stands. */
export interface AskedField {
  /** The type it is a field of. */
  readonly on: string;
  readonly field: string;
  readonly key: string;
  /** Names of the arguments that were given. */
  readonly given: readonly string[];
  readonly below: Selection | undefined;
}

/** What is asked of one object. One field may stand in it twice. */
export interface Selection {
  readonly type: string;
  readonly fields: readonly AskedField[];
}

/** One document while it is made. */
export interface Making {
  readonly random: Random;
  readonly declared: string[];
  readonly variables: Map<string, Make>;
  readonly fragments: string[];
  readonly all: boolean;
  keys: number;
}

/** Under this key every person says who they are: the judge goes by it. */
export const WHO = 'who';

const DEEPEST = 5;

/** One field with arguments, directives and what is below it. The arguments of a root field are variables that can be said. */
export function askField(making: Making, on: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number, key?: string): { readonly text: string; readonly field: AskedField } {
  const { random, all } = making;
  const given = field.args.filter((argument) => isRequiredArgument(argument) || random.chance(all ? 0 : 35));
  const written = given.map((argument) => `${argument.name}: ${argumentText(making, argument, depth === 0 ? key ?? 'root' : undefined)}`);
  const alias = key ?? (random.chance(all ? 0 : 20) ? `k${making.keys++}` : undefined);
  const type = getNamedType(field.type);
  const below = isObjectType(type) ? select(making, type, depth + 1) : undefined;
  const inside = below ? ` { ${below.text} }` : isCompositeType(type) ? ' { __typename }' : '';
  const arguments_ = written.length > 0 ? `(${written.join(', ')})` : '';
  // Two uses of one field with arguments do not merge: each of them has a name of its own.
  const unique = alias ?? (written.length > 0 ? `k${making.keys++}` : undefined);
  return {
    text: `${unique ? `${unique}: ` : ''}${field.name}${arguments_}${depth === 0 ? '' : condition(making)}${inside}`,
    field: { on: on.name, field: field.name, key: unique ?? field.name, given: given.map(({ name }) => name), below: below?.selection },
  };
}

function condition(making: Making): string {
  const { random } = making;
  if (making.all || !random.chance(6)) return '';
  const [how, holds] = [random.of(['include', 'skip']), random.chance(70)];
  const value = holds === (how === 'include');
  return ` @${how}(if: ${random.chance(50) ? value : variable(making, `v${making.declared.length}`, 'Boolean!', () => value)})`;
}

function variable(making: Making, name: string, type: string, make: Make): string {
  making.declared.push(`$${name}: ${type}`);
  making.variables.set(name, make);
  return `$${name}`;
}

function argumentText(making: Making, { name, type }: GraphQLArgument, root: string | undefined): string {
  const value = valueOf(making.random, type, making.all);
  if (root !== undefined) return variable(making, `${root}_${name}`, String(type), value.make);
  return value.names || making.random.chance(50) ? variable(making, `v${making.declared.length}`, String(type), value.make) : value.text;
}

const isLeaf = (field: GraphQLField<unknown, unknown>): boolean => !isCompositeType(getNamedType(field.type));

/** Some of an object's fields, or all; a person always says who it is. */
function select(making: Making, type: GraphQLObjectType, depth: number): { readonly text: string; readonly selection: Selection } {
  const { random, all } = making;
  const everything = Object.values(type.getFields());
  const possible = depth < DEEPEST || all ? everything : everything.filter(isLeaf);
  const wanted = all ? possible : random.some(possible, type.name === 'Person' ? 12 : depth <= 2 ? 80 : 55);
  // A page or an edge without what hangs below it tells nothing.
  const chosen = all || type.name === 'Person' ? wanted : [...new Set([...wanted, ...possible.filter((field) => getNamedType(field.type).name === 'Person' || field.name === 'edges')])];
  const asked = chosen.map((field) => askField(making, type, field, depth));
  const twice = asked.filter(({ field: { below, given } }) => below && given.length === 0 && !all && random.chance(8)).map((once) => askField(making, type, type.getFields()[once.field.field]!, depth));
  const everyone = [...asked, ...twice];
  const texts = [...(type.name === 'Person' ? [`${WHO}: id`] : []), '__typename', ...everyone.map(({ text }) => text)];
  return { text: inFragments(making, type.name, texts), selection: { type: type.name, fields: everyone.map(({ field }) => field) } };
}

/** The same fields, some of them in fragments. */
function inFragments(making: Making, type: string, texts: readonly string[]): string {
  const { random } = making;
  if (making.all || !random.chance(30) || texts.length < 2) return texts.join(' ');
  const cut = 1 + random.below(texts.length - 1);
  const [plain, apart] = [texts.slice(0, cut).join(' '), texts.slice(cut).join(' ')];
  if (random.chance(50)) return `${plain} ... ${random.chance(50) ? `on ${type} ` : ''}{ ${apart} }`;
  const name = `F${making.fragments.length}`;
  making.fragments.push(`fragment ${name} on ${type} { ${apart} }`);
  return `${plain} ...${name}`;
}

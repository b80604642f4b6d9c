import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { askField, type Making, type Selection } from './asking.ts';
import type { Random } from '../harness/random.ts';
import { SAID_AS_NAME } from './said.ts';
import type { Make } from './values.ts';

/** A random document. */
interface Document {
  readonly kind: 'query' | 'mutation';
  readonly text: string;
  readonly name: string | undefined;
  readonly root: Selection;
}

/** A document with values for its variables: an operation. */
export interface Question extends Document {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A root field that is wanted, and what its arguments hold; what is not said is made up. */
export interface Wanted {
  readonly field: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** Makes random operations out of the schema alone: a field that is added tomorrow is asked tomorrow. */
export interface Questions {
  /** A query of some of the doors, mostly of those that are open to whoever asks. `ids` are those that an argument which names people may hold. */
  query(by: 'worker' | 'person', ids: readonly string[]): Question;
  /** These mutations, in this order, with random selections on what they give. */
  mutation(wanted: readonly Wanted[]): Question;
  /** Everything of Person, under this root field. */
  everything(wanted: Wanted): Question;
  readonly mutations: readonly string[];
  /** How many different documents there were. */
  readonly documents: number;
}

/** A document that can be asked again, about others. */
interface Kept {
  readonly document: Document;
  readonly variables: ReadonlyMap<string, Make>;
}

/**
 * Reads the schema that the house publishes. A document is asked again and again, by others, about others and while other
 * things hold, since what it costs the gateway to plan one would leave time for few; at most so many different queries are
 * kept at a time, and some of them are given up for new ones.
 */
export function questionsFor(schema: GraphQLSchema, random: Random, mostKept: number): Questions {
  const kept = new Map<string, Kept[]>();
  let documents = 0;
  const root = (kind: 'query' | 'mutation'): GraphQLObjectType => (kind === 'query' ? schema.getQueryType()! : schema.getMutationType()!);

  const make = (kind: Document['kind'], wanted: readonly string[], all: boolean): Kept => {
    documents++;
    const making: Making = { random, all, declared: [], variables: new Map(), fragments: [], keys: 0 };
    const type = root(kind);
    const asked = wanted.map((field, index) => askField(making, type, type.getFields()[field]!, 0, wanted.length > 1 || kind === 'mutation' ? `at${index}` : undefined));
    const name = random.chance(40) ? random.of(['Look', 'Whole', SAID_AS_NAME, 'query']) : undefined;
    const declared = making.declared.length > 0 ? `(${making.declared.join(', ')})` : '';
    const text = [`${kind} ${name ?? (declared ? 'Q' : '')}${declared} { ${asked.map((one) => one.text).join(' ')} }`, ...making.fragments].join(' ');
    return { variables: making.variables, document: { kind, text, name, root: { type: type.name, fields: asked.map(({ field }) => field) } } };
  };
  /** One of those that are kept under a name, or a new one in its place. */
  const oneOf = (name: string, most: number, fresh: () => Kept): Kept => {
    const list = kept.get(name) ?? [];
    kept.set(name, list);
    if (list.length >= most && !random.chance(2)) return random.of(list);
    const one = fresh();
    list[list.length < most ? list.length : random.below(most)] = one;
    return one;
  };
  const bind = ({ document, variables }: Kept, ids: readonly string[], said: Readonly<Record<string, unknown>> = {}): Question =>
    ({ ...document, variables: Object.fromEntries([...variables].map(([name, value]) => [name, name in said ? said[name] : value(ids)])) });

  return {
    query(by, ids) {
      const doors = Object.keys(root('query').getFields());
      const people = doors.filter((door) => getNamedType(root('query').getFields()[door]!.type).name === 'Person');
      const theirs = by === 'worker' ? [...people.filter((door) => door !== 'me'), 'caseload'] : people;
      const wanted = () => Array.from({ length: random.chance(85) ? 1 : 2 }, () => random.of(random.chance(85) ? theirs : doors));
      return bind(oneOf(`queries of a ${by}`, mostKept / 2, () => make('query', wanted(), false)), ids);
    },
    mutation: (wanted) => bind(
      oneOf(wanted.map(({ field }) => field).join(' '), 3, () => make('mutation', wanted.map(({ field }) => field), false)), [],
      // The only argument of a mutation is its input, and it is always a variable.
      Object.fromEntries(wanted.map(({ with: said }, index) => [`at${index}_input`, said.input]))),
    everything: ({ field, with: said }) => bind(oneOf(`everything of ${field}`, 1, () => make('query', [field], true)), [], Object.fromEntries(Object.entries(said).map(([name, value]) => [`root_${name}`, value]))),
    mutations: Object.keys(root('mutation').getFields()),
    get documents() { return documents; },
  };
}

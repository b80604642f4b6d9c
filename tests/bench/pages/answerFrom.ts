import { REGISTER } from '@thegither/vocabulary';
import {
  execute, getNamedType, getNullableType, isCompositeType, isEnumType, isListType, Kind, parse, visit, visitWithTypeInfo, TypeInfo, type DocumentNode, type GraphQLFieldResolver, type GraphQLNamedType, type GraphQLResolveInfo, type GraphQLSchema,
} from 'graphql';

/** What answers are made by. */
export interface Answering {
  readonly schema: GraphQLSchema;
  /** So many rows an answer has in all its outermost lists together, at least one in each; a list within a row has two. */
  readonly rows: number;
  /** The categories that a field tells something of, each by its bit: an answer says of each that was asked how it stands. */
  readonly needs: (type: string, field: string) => bigint;
}

const INNER = 2;
const CATEGORIES = REGISTER.map(({ name }) => name);
/** A moment that no page takes for the future. */
const FIRST = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** The id of the person at a place, in the form that ids have. */
export const personIdAt = (place: number): string => `1.${String(place).padStart(21, '0')}A`;

/** One row of a list: which of them it is. */
interface Row {
  readonly place: number;
  readonly id?: string;
}

/**
 * Answers an operation as the schema allows it, with made-up values and every list full: so that a page has its rows
 * whatever it asks. The same operation has the same answer. All is shared of everybody.
 */
export function answerFrom({ schema, rows, needs }: Answering, query: string, variables: Readonly<Record<string, unknown>>): string {
  const document = parse(query);
  const each = Math.max(1, Math.ceil(rows / Math.max(1, outermostLists(schema, document))));
  const people = new Set<string>();
  let asked = 0n;
  const fieldResolver: GraphQLFieldResolver<Row | undefined, unknown, { ids?: string[]; id?: string }> = (row, args, _, info) => {
    const type = getNullableType(info.returnType), inner = getNamedType(type);
    asked |= needs(info.parentType.name, info.fieldName);
    // Every list is told whole: a page that reads on would read for ever.
    if (info.fieldName === 'next' || info.fieldName === 'endCursor') return null;
    if (info.fieldName === 'hasNextPage') return false;
    const rowAt = (place: number, id?: string): Row => {
      const made: Row = inner.name === 'Person' ? { place, id: id ?? personIdAt(place) } : { place };
      if (made.id !== undefined) people.add(made.id);
      return made;
    };
    const place = row?.place ?? 1;
    if (!isListType(type)) return isCompositeType(inner) ? rowAt(place, args.id) : leafOf(inner, info.fieldName, info.fieldName === 'id' ? row?.id : undefined, place);
    if (inner.name === 'CategorySharing') return CATEGORIES.map((_name, index) => ({ place: index }));
    if (args.ids) return args.ids.map((id, index) => rowAt(index, id));
    const length = isOutermost(info) ? each : INNER;
    return Array.from({ length }, (_row, index) => (isCompositeType(inner) ? rowAt(index) : leafOf(inner, info.fieldName, undefined, index)));
  };
  const { data, errors } = execute({ schema, document, variableValues: variables, fieldResolver }) as { data?: unknown; errors?: readonly Error[] };
  if (errors?.[0]) throw errors[0];
  const sharing = [...people].flatMap((person) => REGISTER.filter(({ bit }) => (asked >> BigInt(bit)) % 2n === 1n).map(({ name, owner }) => ({ person, category: name, state: 'SHARED', owner, next: 'NONE' })));
  return JSON.stringify({ data, extensions: { sharing } });
}

/** Is there no list above it in the answer? */
function isOutermost({ path }: GraphQLResolveInfo): boolean {
  for (let above = path.prev; above; above = above.prev) if (typeof above.key === 'number') return false;
  return true;
}

/** How many lists of an operation have no list above them; what every answer has of its own length is not counted. */
function outermostLists(schema: GraphQLSchema, document: DocumentNode): number {
  const types = new TypeInfo(schema);
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  const walk = (node: Parameters<typeof visit>[0]): number => {
    let count = 0;
    visit(node, visitWithTypeInfo(types, {
      Field() {
        const type = getNullableType(types.getType());
        if (!type || !isListType(type)) return undefined;
        if (getNamedType(type).name !== 'CategorySharing') count++;
        return false;
      },
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment) count += walk(fragment);
      },
    }));
    return count;
  };
  return document.definitions.reduce((count, one) => (one.kind === Kind.OPERATION_DEFINITION ? count + walk(one) : count), 0);
}

/** A value of the kind that a field has. */
function leafOf(type: GraphQLNamedType, field: string, id: string | undefined, place: number): unknown {
  if (isEnumType(type)) return type.getValues()[place % type.getValues().length]!.value;
  const moment = new Date(FIRST + place * DAY_MS).toISOString();
  switch (type.name) {
    case 'Boolean': return place % 2 === 0;
    case 'Int': case 'Float': return place + 1;
    case 'Date': return moment.slice(0, 10);
    case 'DateTime': return moment;
    case 'ID': case 'PersonId': return id ?? (type.name === 'ID' ? String(place) : personIdAt(place));
    default: return /categor|released|withheld/i.test(field) ? CATEGORIES[place % CATEGORIES.length] : `Some words of ${field}, number ${place}`;
  }
}

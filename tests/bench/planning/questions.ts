import { getNamedType, isObjectType, isRequiredArgument, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** A question of some form, as large as is said. */
export interface Form {
  readonly title: string;
  /** Two with different salts are planned each for itself, as no text of theirs is the same. */
  readonly question: (size: number, salt: number) => string;
}

const many = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join(' ');
const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] => Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));

function objectOf({ type }: GraphQLField<unknown, unknown>): GraphQLObjectType | undefined {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
}

function everything(type: GraphQLObjectType): string {
  return `{ ${fieldsOf(type).map((field) => withAllBelow(field)).join(' ')} }`;
}

function withAllBelow(field: GraphQLField<unknown, unknown>): string {
  const below = objectOf(field);
  return below ? `${field.name} ${everything(below)}` : field.name;
}

function withOneBelow(field: GraphQLField<unknown, unknown>): string {
  const below = objectOf(field);
  const leaf = below && fieldsOf(below).find((inner) => !objectOf(inner));
  return below ? `${field.name} { ${leaf?.name ?? '__typename'} }` : field.name;
}

const asking = (inside: string): string => `query ($id: PersonId!) { ${inside} }`;
const changing = (inside: string): string => `mutation ($input: RefuseInput!) { ${inside} }`;

/** The forms in which somebody could try to keep the planner, or validation, busy. */
export function formsOf(schema: GraphQLSchema): readonly Form[] {
  const person = schema.getType('Person');
  if (!isObjectType(person)) throw new Error('there is no Person in the schema');
  const fields = fieldsOf(person);
  const [whole, oneOfEach] = [everything(person), `{ ${fields.map(withOneBelow).join(' ')} }`];
  const field = (at: number) => fields[at % fields.length]!;
  return [
    { title: 'people at the root, their name', question: (size, salt) => asking(many(size, (at) => `r${salt}_${at}: person(id: $id) { name { knownAs } }`)) },
    { title: 'people at the root, one field of each topic', question: (size, salt) => asking(many(size, (at) => `r${salt}_${at}: person(id: $id) ${oneOfEach}`)) },
    { title: 'people at the root, whole', question: (size, salt) => asking(many(size, (at) => `r${salt}_${at}: person(id: $id) ${whole}`)) },
    { title: 'changes, one field of each topic', question: (size, salt) => changing(many(size, (at) => `r${salt}_${at}: refuse(input: $input) { person ${oneOfEach} }`)) },
    { title: 'changes, one field of each topic, one of them whole', question: (size, salt) => changing(many(size, (at) => `r${salt}_${at}: refuse(input: $input) { person ${at === 0 ? whole : oneOfEach} }`)) },
    { title: 'changes, nobody', question: (size, salt) => changing(many(size, (at) => `r${salt}_${at}: refuse(input: $input) { eventId }`)) },
    { title: 'reference lists at the root', question: (size, salt) => `{ ${many(size, (at) => `r${salt}_${at}: councils { name }`)} }` },
    { title: 'one person, aliases of its fields', question: (size, salt) => asking(`r${salt}: person(id: $id) { ${many(size, (at) => `a${at}: ${withOneBelow(field(at))}`)} }`) },
    { title: 'one person, aliases of its fields, whole', question: (size, salt) => asking(`r${salt}: person(id: $id) { ${many(size, (at) => `a${at}: ${withAllBelow(field(at))}`)} }`) },
    { title: 'one field again and again', question: (size, salt) => asking(`r${salt}: person(id: $id) { ${'skills { name } '.repeat(size)} }`) },
    { title: 'fragments in one place', question: (size, salt) => `${asking(`r${salt}: person(id: $id) { ${many(size, (at) => `...F${at}`)} }`)} ${many(size, (at) => `fragment F${at} on Person { ${withOneBelow(field(at))} }`)}` },
  ];
}

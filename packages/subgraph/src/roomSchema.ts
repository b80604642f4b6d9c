import { buildSubgraphSchema } from '@apollo/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { deriveRules, personalFields, type RootRules } from './gate.ts';
import { readMarks, type Marks } from './marks.ts';
import { resolvePerson } from './references.ts';
import { SCALARS } from './scalars.ts';
import { applyMiddleware, deny, shield } from './shieldLibrary.ts';
import { withheldIsNull } from './withheld.ts';

type ResolverMap = NonNullable<Exclude<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[] | DocumentNode>['resolvers']>;

/** A room's schema with resolvers and without rules: tested alone, because each lock has to hold without the other. */
export function openSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  const document = parse(typeDefs);
  return buildSubgraphSchema({ typeDefs: document, resolvers: withShared(document, resolvers as ResolverMap) });
}

/** A room's schema behind its rules: a personal field that is refused is null, anything else that is refused is FORBIDDEN. */
export function guardedSchema(typeDefs: string, resolvers: object, roots: RootRules = {}): GraphQLSchema {
  const marks = readMarks(parse(typeDefs));
  const rules = shield(deriveRules(marks, roots), {
    fallbackRule: deny,
    // errors of our own resolvers pass: they are masked at the door, the one place for it
    allowExternalErrors: true,
    fallbackError: () => new HouseError('FORBIDDEN'),
  });
  return applyMiddleware(openSchema(typeDefs, resolvers), answerNull(marks), rules);
}

const answerNull = (marks: Marks): Record<string, Record<string, typeof withheldIsNull>> =>
  Object.fromEntries(Object.entries(personalFields(marks)).map(([type, fields]) => [type, Object.fromEntries(fields.map((field) => [field, withheldIsNull]))]));

/** Adds what every room has alike: the reference resolver of Person and the scalars that its schema declares. */
function withShared(document: DocumentNode, resolvers: ResolverMap): ResolverMap {
  const scalars = document.definitions.flatMap((node) => (node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : []));
  const shared = scalars.filter((name) => Object.hasOwn(SCALARS, name)).map((name) => [name, SCALARS[name]!] as const);
  const hasPerson = document.definitions.some((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Person');
  return {
    ...Object.fromEntries(shared),
    ...resolvers,
    ...(hasPerson && { Person: Object.assign({}, resolvers.Person, { __resolveReference: resolvePerson }) }),
  };
}

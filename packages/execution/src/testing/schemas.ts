import { type SubgraphSource, publish } from '@thegither/supergraph';
import { SHARING_DIRECTIVES, SHARING_SPEC } from '@thegither/vocabulary';
import { type ASTNode, Kind, type StringValueNode, parse, print, visit } from 'graphql';

const linksWith = (federation: readonly string[]) => `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(federation)})
    @link(url: "${SHARING_SPEC}", import: ["@personal", "@notPersonal"])
    @composeDirective(name: "@personal")
    @composeDirective(name: "@notPersonal")
  ${SHARING_DIRECTIVES}
`;

/** A small house: who is who, where they live, what a court said, and an open directory. */
export const SCHEMAS = {
  consent: `
    scalar PersonId
    scalar DateTime
    type Query {
      person(id: PersonId!): Person
      people(ids: [PersonId!]!): [Person]!
      me: Person
      caseload(first: Int = 50): Caseload!
      search(text: String @notPersonal(because: "an office's name")): [Hit]
      companion(of: CompanionInput @notPersonal(because: "whom the asker knows")): Person
    }
    type Mutation { giveGrant(input: GiveGrantInput!): GrantPayload exclude(input: GiveGrantInput!): GrantPayload }
    input GiveGrantInput { key: ID! person: PersonId! with: [PersonId!] words: String @personal(category: "SKILLS") }
    input CompanionInput { person: PersonId next: CompanionInput @notPersonal(because: "whom the asker knows") }
    type GrantPayload { person: Person eventId: ID! at: DateTime! }
    type Caseload { edges: [Edge!]! }
    type Edge { cursor: String! person: Person }
    union Hit = Person | Office
    type Office @key(fields: "id") { id: ID! name: String }
    type Person @key(fields: "id") {
      id: ID!
      sharing: [CategorySharing!] @notPersonal(because: "the same for every record")
      household: Household @personal(category: "HOUSEHOLD_LINK")
    }
    type CategorySharing @notPersonal(because: "the same for every record") { category: String! }
    type Household { members: [PersonId!] }
  `,
  housing: `
    scalar PersonId
    scalar Note
    scalar DateTime
    type Mutation { offerHome(input: OfferHomeInput!): OfferPayload }
    input OfferHomeInput { key: ID! person: PersonId! }
    type OfferPayload { person: Person eventId: ID! at: DateTime! }
    type Person @key(fields: "id") {
      id: ID!
      homes: [Home!] @personal(category: "WHERE_I_LIVE")
      rent(orderedBy: String @personal(category: "SKILLS")): Rent @personal(category: "HOUSING_MONEY")
      near(person: PersonId @notPersonal(because: "whom the asker already knows")): Boolean @personal(category: "WHERE_I_LIVE")
    }
    enum Tenure { COUNCIL OWNED }
    type Home { area: String tenure: Tenure! since: Int note: Note }
    type Rent { standing: String! }
  `,
  justice: `
    type Person @key(fields: "id") { id: ID! orders: [Order!] @personal(category: "CONVICTIONS") }
    type Order { hours: Int treatment: [String!] @personal(category: "MENTAL_HEALTH_AND_RECOVERY") }
    type Office @key(fields: "id") { id: ID! desks: Int }
  `,
} as const;

/** The subgraphs of the small house. */
export type SubgraphName = keyof typeof SCHEMAS;

/** The schema of one of its subgraphs, everything in it described. */
export const sdlOf = (name: SubgraphName): string => describedWith(['@key', '@shareable', '@composeDirective'], SCHEMAS[name]);

/** A subgraph's schema with these directives of federation, everything in it described. */
export function describedWith(federation: readonly string[], sdl: string): string {
  return print(visit(parse(linksWith(federation) + sdl), { enter: described }));
}

const DESCRIPTION: StringValueNode = { kind: Kind.STRING, value: 'For tests.' };
const DESCRIBED: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION, Kind.FIELD_DEFINITION, Kind.INPUT_VALUE_DEFINITION, Kind.INPUT_OBJECT_TYPE_DEFINITION, Kind.UNION_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION, Kind.ENUM_VALUE_DEFINITION, Kind.DIRECTIVE_DEFINITION,
]);

const described = (node: ASTNode): ASTNode | undefined => (DESCRIBED.has(node.kind) ? ({ ...node, description: DESCRIPTION } as ASTNode) : undefined);

/** The small house, composed and split. */
export const published = publish((Object.keys(SCHEMAS) as SubgraphName[]).map((name): SubgraphSource => ({ name, url: `http://${name}.invalid/`, sdl: sdlOf(name) })));

import { parse, print, visit, type ASTNode, type StringValueNode } from 'graphql';
import { SHARING_DIRECTIVES, SHARING_SPEC } from '@thegither/vocabulary';
import { check } from '../check.ts';
import type { Rule } from '../rule.ts';
import type { SubgraphSource } from '../source.ts';

const FEDERATION = ['@key', '@composeDirective', '@shareable', '@external', '@requires', '@provides', '@override', '@interfaceObject', '@context', '@fromContext'];

/** What every subgraph's schema begins with. */
export const HEADER = `
extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(FEDERATION)})
  @link(url: "${SHARING_SPEC}", import: ["@personal", "@notPersonal"])
  @composeDirective(name: "@personal")
  @composeDirective(name: "@notPersonal")
${SHARING_DIRECTIVES}`;

const WORDS: StringValueNode = { kind: 'StringValue' as StringValueNode['kind'], value: 'Words.' };
const DESCRIBED = new Set(['ObjectTypeDefinition', 'InterfaceTypeDefinition', 'UnionTypeDefinition', 'EnumTypeDefinition', 'InputObjectTypeDefinition', 'ScalarTypeDefinition', 'FieldDefinition', 'InputValueDefinition', 'EnumValueDefinition']);

/** Puts a description wherever there is none, so that examples of other rules stay short. */
const withWords = (sdl: string): string =>
  print(visit(parse(sdl), { enter: (node: ASTNode) => (DESCRIBED.has(node.kind) && !('description' in node && node.description) ? { ...node, description: WORDS } : undefined) }));

/** A subgraph as it stands. */
export const verbatim = (name: string, sdl: string): SubgraphSource => ({ name, url: `http://${name}.example/graphql`, sdl });

/** A subgraph with header and descriptions added. */
export const subgraph = (name: string, sdl: string): SubgraphSource => verbatim(name, withWords(HEADER + sdl));

/** The body of a Person type with some fields. */
export const person = (fields: string): string => `type Person @key(fields: "id") { id: ID! ${fields} }`;

const CONSENT = `
  scalar PersonId scalar DateTime
  type Query { person(id: PersonId!): Person caseload(first: Int = 50, after: String): Caseload! }
  type Mutation { stopAll(person: PersonId!): StopPayload }
  type Caseload { edges: [CaseloadEdge!]! } type CaseloadEdge { cursor: String! person: Person }
  type StopPayload { person: Person eventId: ID! at: DateTime! }
  ${person('sharing: [State!] @notPersonal(because: "made from the decision") supportTeam: [String!] @personal(category: "SUPPORT_TEAM")')}
  type State @notPersonal(because: "made from the decision") { category: String! }`;

/** The subgraph with the doors, with one thing changed and more added. */
export const consentWith = (from: string, to: string, more = ''): SubgraphSource => subgraph('consent', CONSENT.replace(from, to) + more);

/** The smallest house that publishes: a door, one mutation, two services that know something, one with open data. */
export const HOUSE: readonly SubgraphSource[] = [
  subgraph('consent', CONSENT),
  subgraph('justice', `
    ${person('orders: [Order!] @personal(category: "CONVICTIONS") limits: [Limit!] @personal(category: "JUSTICE_LIMITS")')}
    type Order { hoursLeft: Int treatment: String @personal(category: "MENTAL_HEALTH_AND_RECOVERY") } type Limit { place: String }`),
  subgraph('housing', person('area: String @personal(category: "WHERE_I_LIVE")')),
  subgraph('referrals', `
    type Query { services: [Service!]! }
    ${person('referrals: [Referral!] @personal(category: "SUPPORT_RECEIVED")')}
    type Referral { service: Service sentOn: String }
    type Service @key(fields: "id") @notPersonal(because: "open data") { id: ID! name: String! }`),
];

/** The house with some of its subgraphs replaced or added. */
export const houseWith = (...changed: readonly SubgraphSource[]): SubgraphSource[] =>
  [...HOUSE.filter((source) => !changed.some((other) => other.name === source.name)), ...changed];

/** Where a rule refuses the house with these changes, each place once: "justice Person.orders". */
export const refusedBy = (rule: Rule, ...changed: readonly SubgraphSource[]): string[] =>
  [...new Set(check(houseWith(...changed)).filter((refusal) => refusal.rule === rule.name).map(({ where }) => `${where.subgraph} ${where.coordinate}`))];

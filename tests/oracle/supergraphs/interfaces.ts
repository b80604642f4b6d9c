import type { Sample } from '../world/sample.ts';

/** Interfaces that implement interfaces, whose fields come from several subgraphs, some of which do not know the interface. */
export const interfaces: Sample = {
  name: 'interfaces',
  sights: ['types told apart in a hop', 'fragments on interfaces and unions', 'fragments in fragments', 'hops'],
  entities: { Library: (n) => ({ id: `l${n}` }), School: (n) => ({ id: `s${n}` }), Ship: (n) => ({ imo: 100 + n }) },
  subgraphs: {
    places: `
      type Query { places: [Place] nodes: [Node!] library(id: ID!): Library thing: Thing owned: [Owned] }
      interface Node { id: ID! }
      interface Place implements Node { id: ID! name: String near: [Place] }
      interface Owned { owner: Owner }
      union Thing = Library | School | Ship | Park
      type Library implements Place & Node & Owned @key(fields: "id") { id: ID! name: String near: [Place] owner: Owner books: Int }
      type School implements Place & Node @key(fields: "id") { id: ID! name: String near: [Place] pupils: Int }
      type Park implements Place & Node { id: ID! name: String near: [Place] trees: [Int] }
      type Ship implements Owned @key(fields: "imo") { imo: Int! owner: Owner }
      type Owner { name: String owns: [Owned!] }
    `,
    hours: `
      type Query { open: [Open] }
      interface Open { hours: [Hours!] late: Boolean }
      type Hours { day: Int! from: String at: Open }
      type Library implements Open @key(fields: "id") { id: ID! hours: [Hours!] late: Boolean }
      type School implements Open @key(fields: "id") { id: ID! hours: [Hours!] late: Boolean term: String }
    `,
    money: `
      type Query { dearest: Costs }
      interface Costs { cost: Int paidBy: [Payer] }
      union Payer = School | Ship | Council
      type Council { name: String pays: [Costs!] }
      type Library implements Costs @key(fields: "id") { id: ID! cost: Int paidBy: [Payer] }
      type School implements Costs @key(fields: "id") { id: ID! cost: Int paidBy: [Payer] }
      type Ship implements Costs @key(fields: "imo") { imo: Int! cost: Int paidBy: [Payer] crew: Int }
    `,
  },
};

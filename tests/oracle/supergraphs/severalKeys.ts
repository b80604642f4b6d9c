import type { Sample } from '../world/sample.ts';

/** Entities that each subgraph knows by other keys, one of them compound: some are reached by way of a third. */
export const severalKeys: Sample = {
  name: 'several keys',
  leavesOut: true,
  sights: ['several keys of one type', 'keys of several fields', 'hops'],
  entities: {
    Item: (n) => ({ id: `i${n}`, upc: `u${n}`, ean: 4000 + n, market: `m${n % 2}` }),
    Maker: (n) => ({ number: n, name: `n${n}` }),
  },
  subgraphs: {
    shelf: `
      type Query { item(id: ID!): Item items: [Item] makers: [Maker!] }
      type Item @key(fields: "id") { id: ID! label: String maker: Maker related: [Item!] }
      type Maker @key(fields: "number") @key(fields: "name") { number: Int! name: String! town: String }
    `,
    register: `
      type Query { byUpc(upc: String!): Item }
      type Item @key(fields: "id") @key(fields: "upc") { id: ID! upc: String! weight: Float replaces: [[Item]] }
    `,
    customs: `
      type Query { seized: [Item] }
      type Item @key(fields: "upc") @key(fields: "ean market") { upc: String! ean: Int! market: String! duty: Int! origin: Maker }
      type Maker @key(fields: "name") { name: String! licence: String }
    `,
    world: `
      type Item @key(fields: "ean market") { ean: Int! market: String! colour: String madeBy: Maker! seenWith: [Item] }
      type Maker @key(fields: "number", resolvable: false) { number: Int! }
    `,
    fame: `
      type Query { famous: [Maker] }
      type Maker @key(fields: "name") @key(fields: "number") { name: String! number: Int! rank: Int sells: [Item!]! }
      type Item @key(fields: "id", resolvable: false) { id: ID! }
    `,
  },
};

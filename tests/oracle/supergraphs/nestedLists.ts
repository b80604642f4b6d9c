import type { Sample } from '../world/sample.ts';

/** Lists of lists with nulls anywhere, custom scalars, strict and lax null rules, mutations. */
export const nestedLists: Sample = {
  name: 'nested lists and scalars',
  sights: ['hops', 'errors inside a list', 'mutations of several subgraphs in order'],
  entities: { Cell: (n) => ({ id: `c${n}` }), Sheet: (n) => ({ id: `h${n}` }) },
  subgraphs: {
    sheets: `
      scalar Json
      scalar Day
      type Query { sheet(id: ID! = "h1"): Sheet sheets: [[Sheet]!] strict: [[Sheet!]!] }
      type Mutation { rename(id: ID!, name: String = "none"): Renamed clear(cells: [ID!]!): [Cell] }
      type Renamed { sheet: Sheet at: Day! by: Json }
      type Sheet @key(fields: "id") { id: ID! rows: [[Cell]] columns: [[Cell!]!]! made: Day meta(of: Json): Json }
      type Cell @key(fields: "id") { id: ID! raw: Json }
    `,
    cells: `
      scalar Json
      scalar Day
      type Query { cell: Cell! }
      type Mutation { compute(formula: Json): Cell }
      type Cell @key(fields: "id") { id: ID! value: Float days: [[Day]] strict: [Int!]! neighbours: [[Cell]] sheet: Sheet! notes: [Note!] }
      type Note { text: String! cells: [Cell!] }
      type Sheet @key(fields: "id") { id: ID! sum: Float! corner: Cell }
    `,
  },
};

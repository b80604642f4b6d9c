import type { Sample } from '../world/sample.ts';

/** Fields that require fields that require fields, to and fro between four subgraphs, through objects, lists and links. */
export const chains: Sample = {
  name: 'chains of requires',
  leavesOut: true,
  sights: ['required fields', 'required fields that require others', 'nested required fields', 'hops'],
  entities: { Loan: (n) => ({ id: `l${n}` }), House: (n) => ({ id: `h${n}` }) },
  subgraphs: {
    bank: `
      type Query { loan(id: ID!): Loan loans: [Loan] }
      type Loan @key(fields: "id") {
        id: ID!
        sum: Int
        house: House
        parts: [Part!]
        rate: Float @requires(fields: "risk")
        risk: Int @external
      }
      type Part { year: Int amount: Int! }
      type House @key(fields: "id") { id: ID! }
    `,
    values: `
      type Query { dearest: House }
      type House @key(fields: "id") { id: ID! value: Int rooms: [Room] area: Area }
      type Room { width: Int length: Int }
      type Area { name: String code: Int }
      type Loan @key(fields: "id") { id: ID! sum: Int @external house: House @external share: Float @requires(fields: "sum house { value }") }
    `,
    risks: `
      type Query { risky: [Loan!] }
      type Loan @key(fields: "id") {
        id: ID!
        share: Float @external
        parts: [Part!] @external
        risk: Int @requires(fields: "share")
        late: [Int] @requires(fields: "parts { year amount }")
      }
      type Part { year: Int @external amount: Int! @external }
      type House @key(fields: "id") { id: ID! area: Area @external rooms: [Room] @external flood: String @requires(fields: "area { code } rooms { width }") }
      type Area { code: Int @external }
      type Room { width: Int @external }
    `,
    advice: `
      type Query { advised: [Loan] }
      type Loan @key(fields: "id") {
        id: ID!
        rate: Float @external
        late: [Int] @external
        words: String @requires(fields: "rate late")
        next: Loan
      }
      type House @key(fields: "id") { id: ID! flood: String @external warning: String @requires(fields: "flood") loans: [Loan!] }
    `,
  },
};

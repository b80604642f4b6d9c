import type { Sample } from '../world/sample.ts';

/** Fields that need another subgraph's fields first, in a row too, and fields that are provided along a link. */
export const requires: Sample = {
  name: 'requires and provides',
  sights: ['required fields', 'required fields that require others', 'nested required fields', 'provided fields', 'hops'],
  entities: { Parcel: (n) => ({ id: `p${n}` }), Depot: (n) => ({ id: `d${n}` }) },
  subgraphs: {
    parcels: `
      type Query { parcel(id: ID!): Parcel parcels: [Parcel] }
      type Parcel @key(fields: "id") { id: ID! weight: Int size: Size stops: [Stop!] depot: Depot }
      type Size { width: Int height: Int }
      type Stop { place: String hour: Int }
      type Depot @key(fields: "id") { id: ID! town: String }
    `,
    prices: `
      type Query { cheapest: Parcel }
      type Parcel @key(fields: "id") {
        id: ID!
        weight: Int @external
        size: Size @external
        stops: [Stop!] @external
        price: Int @requires(fields: "weight size { width height }")
        toll: [Int] @requires(fields: "stops { hour }")
        insurer: String @shareable
      }
      type Size { width: Int @external height: Int @external }
      type Stop { hour: Int @external }
    `,
    claims: `
      type Query { claims: [Claim] }
      type Claim { text: String parcel: Parcel @provides(fields: "insurer") depot: Depot }
      type Parcel @key(fields: "id") { id: ID! price: Int @external insurer: String @external risk: String @requires(fields: "price") claims: [Claim!] }
      type Depot @key(fields: "id") { id: ID! town: String @external claimed: Int @requires(fields: "town") }
    `,
  },
};

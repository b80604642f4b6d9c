import type { Sample } from '../world/sample.ts';

/** Fields that moved from one subgraph to another, one of them a required one; fields and arguments that callers may not see. */
export const overrides: Sample = {
  name: 'overrides and hidden fields',
  sights: ['required fields', 'hops'],
  entities: { Stop: (n) => ({ code: `c${n}`, secret: `x${n}` }), Line: (n) => ({ id: `l${n}` }) },
  subgraphs: {
    old: `
      type Query { stops(area: Int, hidden: String = "none" @inaccessible): [Stop] old: String @inaccessible }
      type Stop @key(fields: "code") { code: ID! name: String zone: Int lines: [Line] shelter: Boolean secret: String! @inaccessible @shareable }
      type Line @key(fields: "id") { id: ID! number: Int colour: Colour }
      enum Colour { RED GREEN OLD @inaccessible }
    `,
    fresh: `
      type Query { lines: [Line!] }
      type Stop @key(fields: "code") { code: ID! name: String @override(from: "old") zone: Int @override(from: "old") steps: Int @tag(name: "access") }
      type Line @key(fields: "id") { id: ID! stops: [Stop!] number: Int @override(from: "old") }
    `,
    fares: `
      type Query { cheapest: Stop }
      type Stop @key(fields: "code") { code: ID! zone: Int @external name: String @external fare: Int @requires(fields: "zone") sign: String @requires(fields: "name zone") }
    `,
    bySecret: `
      type Query { secrets: [Stop] @inaccessible }
      type Stop @key(fields: "secret") { secret: String! @inaccessible @shareable watched: Int }
    `,
  },
};

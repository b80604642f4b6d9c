import type { Sample } from '../world/sample.ts';

/** Fields and value types that several subgraphs serve, whole or, in lists too, a part each; enums in and out, inputs with defaults. */
export const shareable: Sample = {
  name: 'shareable',
  sights: ['hops', 'several operations in a document'],
  entities: { Show: (n) => ({ id: `w${n}` }) },
  subgraphs: {
    listings: `
      enum Genre { DRAMA COMEDY NEWS }
      input Filter { genre: Genre = DRAMA, after: Int, tags: [String!] = ["a"] }
      type Query { now: Moment @shareable shows(filter: Filter = { after: 3 }, genre: Genre): [Show!] }
      type Moment @shareable { hour: Int! zone: Zone }
      type Zone @shareable { name: String! offset: Int }
      type Show @key(fields: "id") { id: ID! title: String @shareable genre: Genre! length: Length scenes: [Scene] @shareable }
      type Scene { place: String next: [Show] }
      type Length @shareable { minutes: Int parts: [Int!] }
    `,
    ratings: `
      enum Genre { DRAMA COMEDY NEWS }
      type Query { now: Moment @shareable best(genre: Genre! = NEWS): Show }
      type Moment @shareable { hour: Int! zone: Zone }
      type Zone @shareable { name: String! offset: Int }
      type Show @key(fields: "id") { id: ID! title: String @shareable rating: Float likes: [Show] length2: Length scenes: [Scene] @shareable }
      type Scene { minute: Int! }
      type Length @shareable { minutes: Int parts: [Int!] }
    `,
    archive: `
      enum Genre { DRAMA COMEDY NEWS }
      type Query { archived(genres: [Genre!] = [COMEDY, DRAMA]): [Show] }
      type Show @key(fields: "id") { id: ID! title: String @shareable genres: [Genre] first: Moment }
      type Moment @shareable { hour: Int! zone: Zone }
      type Zone @shareable { name: String! offset: Int }
    `,
  },
};

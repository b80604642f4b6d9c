import type { Sample } from '../world/sample.ts';

/**
 * Interfaces behind which one field has several types, so that the planner has to ask for it under keys of its own and
 * rename what is answered: strict and lax, single and in a list of other strictness, leaves and objects.
 */
export const renames: Sample = {
  name: 'fields of several types',
  stricterBehind: true,
  sights: ['renamed answers', 'answers renamed below the top', 'types told apart in a hop', 'hops'],
  entities: { Film: (n) => ({ id: `f${n}` }), Song: (n) => ({ id: `g${n}` }), Game: (n) => ({ id: `h${n}` }) },
  subgraphs: {
    media: `
      type Query { media: [Media] hit: Hit first: Media! shelf: [[Shelf]] }
      interface Media { id: ID! like: Media }
      union Hit = Film | Song | Game
      type Shelf { label: String @shareable holds: [Media!] top: Hit }
      type Film implements Media @key(fields: "id") { id: ID! like: Media weight: Int! home: Shelf! }
      type Song implements Media @key(fields: "id") { id: ID! like: Media weight: Int home: Shelf }
      type Game implements Media @key(fields: "id") { id: ID! like: Media weight: Int home: Shelf! }
    `,
    facts: `
      type Query { longest: Lasting }
      interface Lasting { length: Int tags: [String] maker: Maker rivals: [Lasting] }
      interface Media { stars: Float awards: [Award] }
      type Maker { name: String best: Lasting }
      type Award { year: Int! name: String }
      type Film implements Lasting & Media @key(fields: "id") { id: ID! length: Int! tags: [String!]! maker: Maker! rivals: [Lasting!] stars: Float! awards: [Award!] }
      type Song implements Lasting & Media @key(fields: "id") { id: ID! length: Int tags: [String] maker: Maker rivals: [Lasting] stars: Float awards: [Award] }
      type Game implements Lasting & Media @key(fields: "id") { id: ID! length: Int! tags: [String!] maker: Maker rivals: [Lasting!]! stars: Float! awards: [Award!]! }
    `,
    people: `
      type Query { fans: [Fan!] }
      type Fan { name: String loves: [Loved] }
      interface Loved { fans: [Fan] loudest: Fan }
      interface Media { reach: Int weight: Int home: Shelf }
      type Shelf { label: String @shareable }
      type Film implements Loved & Media @key(fields: "id") { id: ID! fans: [Fan!] loudest: Fan! reach: Int! weight: Int! @external home: Shelf! @external }
      type Song implements Loved & Media @key(fields: "id") { id: ID! fans: [Fan]! loudest: Fan reach: Int weight: Int @external home: Shelf @external }
      type Game implements Loved & Media @key(fields: "id") { id: ID! fans: [Fan] loudest: Fan reach: Int weight: Int @external home: Shelf! @external }
    `,
  },
};

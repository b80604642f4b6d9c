import type { Sample } from '../world/sample.ts';

/** One key for each entity, links in both directions, lists below lists. */
export const simpleKeys: Sample = {
  name: 'simple keys',
  sights: ['hops', 'errors inside a list'],
  entities: { User: (n) => ({ id: `u${n}` }), Book: (n) => ({ id: `b${n}` }) },
  subgraphs: {
    users: `
      type Query { me: User users(first: Int = 3): [User] }
      type User @key(fields: "id") { id: ID! name: String! age: Int friends: [User!] address: Address }
      type Address { street: String town: Town }
      type Town { name: String! mayor: User }
    `,
    books: `
      type Query { book(id: ID!): Book books: [Book!]! }
      type Book @key(fields: "id") { id: ID! title: String author: User chapters: [Chapter] }
      type Chapter { title: String! pages: Int editor: User }
      type User @key(fields: "id") { id: ID! wrote(limit: Int): [Book] favourite: Book }
    `,
    reviews: `
      type Book @key(fields: "id") { id: ID! reviews: [Review!] stars: Float }
      type Review { text: String by: User about: Book }
      type User @key(fields: "id") { id: ID! reviews: [Review] }
    `,
  },
};

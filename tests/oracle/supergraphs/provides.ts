import type { Sample } from '../world/sample.ts';

/** Fields that a subgraph serves along some ways only: deep ones, in lists, behind an interface and a union. */
export const provides: Sample = {
  name: 'provides',
  sights: ['provided fields', 'hops'],
  entities: { Book: (n) => ({ isbn: `b${n}` }), Film: (n) => ({ id: `f${n}` }), Maker: (n) => ({ id: `m${n}` }) },
  subgraphs: {
    catalogue: `
      type Query { books: [Book] works: [Work!] }
      interface Work { title: String }
      type Book implements Work @key(fields: "isbn") { isbn: ID! title: String @shareable pages: Int @shareable by: Maker @shareable }
      type Film implements Work @key(fields: "id") { id: ID! title: String @shareable minutes: Int! @shareable by: Maker @shareable }
      type Maker @key(fields: "id") { id: ID! name: String @shareable born: Int @shareable }
    `,
    shop: `
      type Query { offers: [Offer] best: Book @provides(fields: "title by { name }") }
      type Offer { price: Int book: Book @provides(fields: "pages by { born }") others: [Book] @provides(fields: "title") plain: Book }
      type Book @key(fields: "isbn") { isbn: ID! title: String @external pages: Int @external by: Maker @external sold: Int }
      type Maker @key(fields: "id") { id: ID! name: String @external born: Int @external }
    `,
    reviews: `
      type Query { reviews: [Review!]! }
      union Thing = Book | Film
      interface Work { title: String }
      type Review { stars: Int of: Thing @provides(fields: "... on Book { title } ... on Film { minutes }") work: Work @provides(fields: "... on Film { title }") bare: Thing }
      type Book implements Work @key(fields: "isbn") { isbn: ID! title: String @external reviews: [Review] }
      type Film implements Work @key(fields: "id") { id: ID! title: String @external minutes: Int! @external reviews: [Review] }
    `,
    makers: `
      type Query { makers: [[Maker]] }
      type Maker @key(fields: "id") { id: ID! name: String @shareable born: Int @shareable films: [Film!] @provides(fields: "title") prizes: [String!] }
      type Film @key(fields: "id") { id: ID! title: String @external }
    `,
  },
};

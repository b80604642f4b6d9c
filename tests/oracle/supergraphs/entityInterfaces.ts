import type { Sample } from '../world/sample.ts';

/** Interfaces that have keys of their own: a hop sends what stands behind one by the interface's name. */
export const entityInterfaces: Sample = {
  name: 'interfaces with keys',
  small: true,
  sights: ['entities sent by an interface\'s name', 'hops'],
  entities: {
    Media: (n) => ({ id: `m${n}` }), Film: (n) => ({ id: `m${n}` }), Song: (n) => ({ id: `m${n}` }),
    Author: (n) => ({ id: `a${n}` }),
  },
  interfaces: { Media: (n) => (n % 3 === 1 ? 'Song' : 'Film') },
  subgraphs: {
    library: `
      type Query { media(first: Int): [Media] film: Film authors: [Author!] }
      interface Media @key(fields: "id") { id: ID! title: String by: Author }
      type Film implements Media @key(fields: "id") { id: ID! title: String by: Author minutes: Int }
      type Song implements Media @key(fields: "id") { id: ID! title: String by: Author key: String! }
      type Author @key(fields: "id") { id: ID! name: String }
    `,
    charts: `
      type Query { top: [Media!] song: Song }
      interface Media @key(fields: "id") { id: ID! place: Int rivals: [Media] }
      type Film implements Media @key(fields: "id") { id: ID! place: Int rivals: [Media] cinemas: Int }
      type Song implements Media @key(fields: "id") { id: ID! place: Int rivals: [Media] weeks: [Int!] }
      type Author @key(fields: "id") { id: ID! best: Media }
    `,
    notes: `
      type Query { notes: [Note] }
      type Note { text: String about: Media film: Film }
      interface Media @key(fields: "id") { id: ID! notes: [Note!] }
      type Film implements Media @key(fields: "id") { id: ID! notes: [Note!] }
      type Song implements Media @key(fields: "id") { id: ID! notes: [Note!] }
    `,
  },
};

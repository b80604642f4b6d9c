import type { Sample } from '../world/sample.ts';

/** Subgraphs that stand in for an interface: they add fields to whatever is behind it and do not know what that is. */
export const interfaceObjects: Sample = {
  name: 'interface objects',
  small: true,
  sights: ['entities sent by an interface\'s name', 'what is behind an interface is asked', 'hops'],
  entities: {
    Media: (n) => ({ id: `m${n}` }), Film: (n) => ({ id: `m${n}` }), Song: (n) => ({ id: `m${n}` }), Game: (n) => ({ id: `m${n}` }),
    Fan: (n) => ({ id: `f${n}` }),
  },
  interfaces: { Media: (n) => ['Film', 'Song', 'Game'][n % 3]! },
  subgraphs: {
    library: `
      type Query { media: [Media] song: Song }
      interface Media @key(fields: "id") { id: ID! title: String like: [Media!] }
      type Film implements Media @key(fields: "id") { id: ID! title: String like: [Media!] minutes: Int }
      type Song implements Media @key(fields: "id") { id: ID! title: String like: [Media!] key: String }
      type Game implements Media @key(fields: "id") { id: ID! title: String like: [Media!] players: Int! }
    `,
    ratings: `
      type Query { best: Media rated: [Media] }
      type Media @interfaceObject @key(fields: "id") { id: ID! stars: Int reviews: [Review!] }
      type Review { text: String of: Media! by: Fan }
      type Fan @key(fields: "id") { id: ID! loves: [Media] }
    `,
    words: `
      type Query { quoted: [[Media]] }
      type Media @interfaceObject @key(fields: "id") { id: ID! blurb: String said: [Quote] }
      type Quote { words: String! of: Media }
      type Fan @key(fields: "id") { id: ID! name: String }
    `,
    cinema: `
      type Query { showing: [Film] }
      type Film @key(fields: "id") { id: ID! screens: Int! }
      type Song @key(fields: "id") { id: ID! playedIn: [Film!] }
    `,
  },
};

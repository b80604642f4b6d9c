import type { Sample } from '../world/sample.ts';

/** Unions and interfaces whose members are entities, values and both, in lists that mix them. */
export const unions: Sample = {
  name: 'unions and interfaces',
  sights: ['types told apart in a hop', 'fragments on interfaces and unions', 'fragments in fragments', 'hops'],
  entities: { Film: (n) => ({ id: `f${n}` }), Song: (n) => ({ id: `g${n}` }), Artist: (n) => ({ id: `a${n}` }) },
  subgraphs: {
    search: `
      type Query { search(text: String): [Hit] first: Hit media: [Media!] }
      union Hit = Film | Song | Artist | Place
      interface Media { id: ID! length: Int }
      type Film implements Media @key(fields: "id") { id: ID! length: Int year: Int }
      type Song implements Media @key(fields: "id") { id: ID! length: Int key: String! }
      type Artist @key(fields: "id") { id: ID! made: [Media] }
      type Place { name: String hits: [Hit!] }
    `,
    credits: `
      type Query { credits: [Credit] }
      type Credit { what: Work by: Artist! }
      union Work = Film | Song
      type Film @key(fields: "id") { id: ID! director: Artist cast: [Artist!] }
      type Song @key(fields: "id") { id: ID! singer: Artist covers: [Work] }
      type Artist @key(fields: "id") { id: ID! name: String }
    `,
    charts: `
      type Film @key(fields: "id") { id: ID! place: Int rivals: [Film] }
      type Song @key(fields: "id") { id: ID! weeks: Int! }
      type Artist @key(fields: "id") { id: ID! top: Song }
    `,
  },
};

/** One subgraph as its owner published it: the whole schema, before the split. */
export interface SubgraphSource {
  /** Its name, which is also its identifier audience, for example "housing". */
  readonly name: string;
  /** Where it is asked. Both halves have this one address. */
  readonly url: string;
  /** The contents of its schema.graphql. */
  readonly sdl: string;
}

import { type DocumentNode, parse } from 'graphql';
import type { Sight } from '../sights.ts';

/** One of the oracle's supergraphs. */
export interface Sample {
  readonly name: string;
  readonly subgraphs: Readonly<Record<string, string>>;
  /** The key fields of the n-th entity of a type, in every subgraph alike. */
  readonly entities: Readonly<Record<string, (n: number) => Readonly<Record<string, unknown>>>>;
  /** Interfaces that are entities: of which type the n-th of them is. */
  readonly interfaces?: Readonly<Record<string, (n: number) => string>>;
  /**
   * Are there objects that a hop leaves out, because something that it has to send is missing? The stock gateway then
   * counts wrongly, and reports a subgraph's error at another object of the same list: of errors only the fields are compared.
   */
  readonly leavesOut?: true;
  /**
   * Has a field another strictness behind an interface than on it? The stock gateway lets null stand where the interface
   * would; the specification asks the object. Its answers are completed by the specification before they are compared.
   * @see https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
   */
  readonly stricterBehind?: true;
  /** Are its operations small and middling only? Where everything can be had in many ways, Apollo's planner takes its time. */
  readonly small?: true;
  /** What must be seen in the plans of its operations: else it would be there and prove nothing. */
  readonly sights: readonly Sight[];
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override", "@inaccessible", "@tag"
])\n`;

/** The schema document of one subgraph. */
export const typeDefsOf = (sdl: string): DocumentNode => parse(LINK + sdl);

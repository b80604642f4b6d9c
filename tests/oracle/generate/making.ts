import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { Random } from '../random.ts';

/** A named fragment that was made and can be spread again. */
export interface MadeFragment {
  readonly name: string;
  readonly on: GraphQLNamedType;
  /** How many fragments deep it goes, itself included. */
  readonly depth: number;
  /** Does it use variables? They are those of its operation. */
  readonly isBound: boolean;
}

/** What goes along while one operation is made up. */
export interface Making {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  /** The definitions of the operation's variables. */
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  /** The variables of its conditions, with their values. */
  readonly truths: Record<string, boolean>;
  /** Does a condition leave something out? */
  isCut: boolean;
  /** Named fragments as text. */
  readonly texts: string[];
  readonly fragments: MadeFragment[];
  /** May a field be asked twice under one key, with different fields below? */
  readonly repeats: boolean;
  /** Has every field of an object behind an interface a key of its own, and is the type always asked for? */
  readonly apart: boolean;
  readonly deepest: number;
  /** How many more fields there may be, roughly. */
  left: number;
  /** How many names were made; every one is made once in a document. */
  readonly names: { count: number };
}

/** A name that nothing else has. */
export const newName = ({ names }: Making, base: string): string => `${base}_${names.count++}`;

import { PERSONAS, WORKERS } from '@thegither/synthetic';
import type { GraphQLSchema } from 'graphql';
import { questionsFor, type Question } from '../canaries/questions.ts';
import type { Random } from '../harness/random.ts';
import { idFor } from '../harness/twins.ts';

/** A question of a run, and whose. */
export interface Asked {
  readonly account: string;
  readonly purpose: string | null;
  readonly question: Question;
}

/** Of everybody who can ask: so many questions each, made of the schema, and everything about themselves or two people. They are the same all the time, so that what the gateway keeps of each of them is kept from the beginning. */
export function questionsOfEverybody(schema: GraphQLSchema, random: Random, each: number): Asked[] {
  const questions = questionsFor(schema, random, 1_000);
  const persons = PERSONAS.map(({ key, spine }) => ({ key, spine }));
  const ids = (account: string): string[] => persons.map(({ spine }) => idFor(account, spine));
  const of = (account: string, by: 'worker' | 'person', purpose: string | null): Asked[] => [
    ...Array.from({ length: each }, () => ({ account, purpose, question: questions.query(by, ids(account)) })),
    { account, purpose, question: by === 'person' ? questions.everything({ field: 'me', with: {} }) : questions.everything({ field: 'people', with: { ids: ids(account).slice(0, 2) } }) },
  ];
  return [
    ...WORKERS.flatMap(({ id }) => of(id, 'worker', id === 'shona' ? 'AUDIT' : 'EMPLOYABILITY_SUPPORT')),
    ...persons.flatMap(({ key }) => of(key, 'person', null)),
  ];
}

/** Something that the door refuses, and how. */
export interface Refused {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly code: string;
}

const nested = (levels: number): string => `{ ${'me { '.repeat(levels)}id${' }'.repeat(levels)} }`;

/** What is refused all the time at a door that the whole world can knock on. */
export const REFUSED: readonly Refused[] = [
  { query: '{ me { id }', code: 'BAD_OPERATION' },
  { query: '{ me { nothingOfThatName } }', code: 'BAD_OPERATION' },
  { query: nested(300), code: 'BAD_REQUEST' },
  { query: `{ me { ${Array.from({ length: 2_000 }, (_, at) => `a${at}: id`).join(' ')} } }`, code: 'BAD_REQUEST' },
  { query: 'query ($first: Int) { caseload(first: $first) { __typename } }', variables: { first: 'many' }, code: 'BAD_VARIABLES' },
  { query: '{ me { id } }', headers: { authorization: 'Bearer no.such.token' }, code: 'UNAUTHENTICATED' },
  { query: '{ people(ids: ["1.AAAAAAAAAAAAAAAAAAAAAA"]) { name { knownAs } } }', code: 'UNKNOWN_PERSON' },
];

import { CASELOAD, PEOPLE, WORKERS, workerAt, type Sharing } from './people.ts';
import { WHOLE_CASELOAD, WHOLE_PERSON } from './operations.ts';

/** What is asked, how much of it at a time. */
export interface Case {
  readonly name: 'person' | 'caseload50' | 'caseload200';
  readonly title: string;
  /** Questions under way at a time. */
  readonly atOnce: number;
  /** Questions after which a gateway is warm: its code is compiled, its plans and texts are kept. */
  readonly warmAfter: number;
  /** The n-th question about people who share so much; no two that follow each other are alike. `personId` gives somebody's id by their place. */
  question(n: number, sharing: Sharing, personId: (place: number) => string): Question;
}

/** One question, and the worker who asks it. */
export interface Question {
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly worker: string;
}

// Steps through everybody without a pattern that a cache of a few could use: both are prime to the numbers of people.
const STRIDE = 1_567;

function caseload(n: number, sharing: Sharing, first: number): Question {
  const place = ((n * 7) % WORKERS) * CASELOAD;
  // Another first person each time: the order of the caseload goes round.
  const after = `${sharing} ${place} ${(n * 37) % CASELOAD}`;
  return { query: WHOLE_CASELOAD, operationName: 'WholeCaseload', variables: { first, after }, worker: workerAt(sharing, place) };
}

/** The three cases of the issue. */
export const CASES: readonly Case[] = [
  {
    name: 'person', title: 'one person, all topics', atOnce: 16, warmAfter: 6_000,
    question: (n, sharing, personId) => {
      const place = (n * STRIDE) % PEOPLE;
      return { query: WHOLE_PERSON, operationName: 'WholePerson', variables: { id: personId(place) }, worker: workerAt(sharing, place) };
    },
  },
  { name: 'caseload50', title: 'a caseload of 50, all topics', atOnce: 4, warmAfter: 1_200, question: (n, sharing) => caseload(n, sharing, 50) },
  { name: 'caseload200', title: 'a caseload of 200, all topics', atOnce: 2, warmAfter: 300, question: (n, sharing) => caseload(n, sharing, 200) },
];

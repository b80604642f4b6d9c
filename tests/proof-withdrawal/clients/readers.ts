import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { ProofHouse } from '../house/house.ts';
import { READER, SUBJECTS, WATCHED, seenBy } from '../subjects.ts';
import { exchange, type Exchanged } from './exchange.ts';

/** What a reader was told by one answer. */
export interface Answer extends Exchanged {
  readonly gateway: number;
  /** What it told, of whom. */
  readonly tells: readonly { readonly person: string; readonly category: string }[];
  /** The code of the first error, or NO_ANSWER. */
  readonly code: string | undefined;
}

/** Clients that read without a pause. */
export interface Readers {
  readonly answers: readonly Answer[];
  /** Resolves true when an answer that was asked after `since` has told this, and false when that takes too long. */
  told(person: string, category: string, since: number): Promise<boolean>;
  /** Lets what was asked be answered, and asks no more. */
  stop(): Promise<void>;
}

const QUESTION = `query Proof($ids: [PersonId!]!) { people(ids: $ids) { id ${WATCHED.map(({ field }) => (field === 'name' ? 'name { knownAs }' : `${field} { __typename }`)).join(' ')} } }`;
const PATIENCE_MS = 3_000, OUTAGE_MS = 20;

type Body = { readonly data?: { readonly people?: readonly (Readonly<Record<string, unknown>> | null)[] } | null; readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };

/** Starts so many, through both gateways; each third one asks about everybody at once, the others about one of them. */
export function startReaders(house: ProofHouse, count: number, subjects: readonly string[] = SUBJECTS): Readers {
  const answers: Answer[] = [];
  const waiting = new Set<(answer: Answer) => void>();
  const agents = house.gateways.map(() => new Agent({ keepAlive: true }));
  const until = new AbortController();
  const read = async (reader: number): Promise<void> => {
    for (let turn = reader; !until.signal.aborted; turn++) {
      const gateway = reader % agents.length;
      const people = reader % 3 === 0 ? subjects : [subjects[turn % subjects.length]!];
      const ids = people.map((person) => seenBy(READER, person));
      const answer = await exchange({ url: house.gateways[gateway]!.url, agent: agents[gateway]!, token: await house.tokenFor(READER), purpose: 'EMPLOYABILITY_SUPPORT', body: { query: QUESTION, variables: { ids } } });
      const seen: Answer = { ...answer, gateway, ...readAnswer(answer, people) };
      answers.push(seen);
      for (const wait of waiting) wait(seen);
      // An outage is answered at once: to ask again as fast would only keep the house from coming back.
      if (seen.status === undefined || seen.status >= 400) await pause(OUTAGE_MS);
    }
  };
  const running = Promise.all(Array.from({ length: count }, (_, reader) => read(reader)));
  return {
    answers,
    told: (person, category, since) => new Promise((resolve) => {
      const settle = (isTold: boolean): void => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(isTold);
      };
      const look = ({ asked, tells }: Answer): void => {
        if (asked >= since && tells.some((told) => told.person === person && told.category === category)) settle(true);
      };
      const timer = setTimeout(settle, PATIENCE_MS, false);
      waiting.add(look);
    }),
    async stop() {
      until.abort();
      await running;
      for (const agent of agents) agent.destroy();
    },
  };
}

/** What an answer tells. One that broke off tells, for all we know, whatever was asked. */
function readAnswer({ text, isWhole, arrived }: Exchanged, people: readonly string[]): Pick<Answer, 'tells' | 'code'> {
  if (arrived === undefined || text === '') return { tells: [], code: 'NO_ANSWER' };
  if (!isWhole) return { tells: people.flatMap((person) => WATCHED.map(({ category }) => ({ person, category }))), code: 'BROKE_OFF' };
  const { data, errors } = JSON.parse(text) as Body;
  const tells = people.flatMap((person, place) => {
    const shown = data?.people?.[place];
    return WATCHED.filter(({ field }) => (shown?.[field] ?? null) !== null).map(({ category }) => ({ person, category }));
  });
  return { tells, code: errors?.[0]?.extensions.code };
}


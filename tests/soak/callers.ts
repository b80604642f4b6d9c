import { setTimeout as pause } from 'node:timers/promises';
import { PERSONAS } from '@thegither/synthetic';
import type { Random } from '../harness/random.ts';
import type { GraphqlBody } from '../harness/startHouse.ts';
import { idFor } from '../harness/twins.ts';
import { REFUSED, type Asked } from './questions.ts';

/** What was asked so far. */
export interface Counted {
  operations: number;
  /** Answers that told something about somebody. */
  told: number;
  changes: number;
  refused: number;
  /** Answers in which a room that was away was missing. */
  without: number;
  /** Answers that came too late for the house, while its event loop was late too: the machine had no time for it. */
  busy: number;
  /** What nothing explains, and how often. */
  readonly errors: Map<string, number>;
}

/** Sends one question as an account. `Data` is what the caller says it asked for. */
export type Send = <Data = Record<string, unknown>>(account: string, query: string, variables: object, more?: { readonly purpose?: string | null; readonly headers?: Readonly<Record<string, string>>; readonly operationName?: string | undefined }) => Promise<GraphqlBody<Data>>;

/** How the callers ask. */
export interface Calling {
  readonly send: Send;
  readonly questions: readonly Asked[];
  readonly random: Random;
  /** Operations each second, all callers together. */
  readonly rate: number;
  /** Was a room away, or not found again yet, at some moment since? */
  readonly wasAway: (since: number) => boolean;
  /** Is the house itself late just now, because the machine does other things? */
  readonly isBusy: () => boolean;
}

const CALLERS = 6;
/** What any question may be answered for what it asks. */
const FAIR = new Set(['UNKNOWN_PERSON', 'FORBIDDEN', 'NO_PURPOSE', 'INVALID_INPUT', 'SHARING_CHANGED', 'DONE_NOT_SHOWN']);
const MISSING = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_ERROR']);
/** What the house says when something did not come in time. */
const LATE = new Set([...MISSING, 'DECISIONS_UNAVAILABLE', 'DEADLINE_PASSED']);
const RECIPIENTS = ['fife-works', 'nhs-fife', 'fife-housing'] as const;
const GIVE = 'mutation Give($input: GiveGrantInput!) { giveGrant(input: $input) { eventId person { grants { id purpose state } } } }';
const WITHDRAW = 'mutation Withdraw($input: WithdrawGrantInput!) { withdrawGrant(input: $input) { eventId } }';

/** Asks, changes and is refused until the time is over: at most so often a second, and never more at once than there are callers. */
export async function call({ send, questions, random, rate, wasAway, isBusy }: Calling, until: number, counted: Counted): Promise<void> {
  const count = (what: string): void => void counted.errors.set(what, (counted.errors.get(what) ?? 0) + 1);
  const judged = (kind: string, since: number, { errors = [] }: GraphqlBody<unknown>): void => {
    const codes = errors.map(({ extensions }) => extensions.code);
    const missing = codes.some((code) => MISSING.has(code)) && wasAway(since);
    if (missing) counted.without++;
    const unexplained = [...new Set(codes)].filter((code) => !FAIR.has(code) && !(missing && MISSING.has(code)));
    if (isBusy() && unexplained.length > 0 && unexplained.every((code) => LATE.has(code))) counted.busy++;
    else for (const code of unexplained) count(`${kind}: ${code}`);
  };
  let key = 0;
  const change = async (): Promise<void> => {
    counted.changes += 2;
    counted.operations++;
    const { key: account, spine } = random.of(PERSONAS);
    const person = idFor(account, spine);
    const about = (): object => ({ key: `soak ${key++}`, person });
    const since = performance.now();
    const given = await send(account, GIVE, { input: { ...about(), purpose: 'EMPLOYABILITY_SUPPORT', categories: random.some(['SKILLS', 'HOUSING_MONEY', 'ACTION_PLAN', 'WORK_HISTORY'], 50), recipient: { agency: random.of(RECIPIENTS) } } });
    judged('a yes', since, given);
    const { person: { grants = [] } = {} } = (given.data?.giveGrant ?? {}) as { person?: { grants?: readonly { id: string; state: string }[] } };
    const active = grants.filter(({ state }) => state === 'ACTIVE');
    if (active.length > 0) judged('a withdrawal', since, await send(account, WITHDRAW, { input: { ...about(), grant: random.of(active).id } }));
  };
  const beRefused = async (): Promise<void> => {
    counted.refused++;
    const { query, variables = {}, headers, code } = random.of(REFUSED);
    const { errors } = await send('isla', query, variables, { purpose: 'EMPLOYABILITY_SUPPORT', ...(headers ? { headers } : {}) });
    const said = errors?.[0]?.extensions.code ?? 'nothing';
    if (said !== code) count(`what should be ${code}: ${said}`);
  };
  const look = async (): Promise<void> => {
    const { account, purpose, question } = random.of(questions);
    const since = performance.now();
    const body = await send(account, question.text, question.variables, { purpose, operationName: question.name });
    judged('a question', since, body);
    if (body.extensions?.sharing?.some(({ state }) => state === 'SHARED' || state === 'SHARED_OWN_ONLY')) counted.told++;
  };
  const one = async (): Promise<void> => {
    counted.operations++;
    try {
      if (random.chance(2)) await change();
      else if (random.chance(8)) await beRefused();
      else await look();
    } catch (error) {
      count(error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : 'something was thrown');
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, async () => {
    while (performance.now() < until) await Promise.all([one(), pause((1_000 * CALLERS) / rate)]);
  }));
}

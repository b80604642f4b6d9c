import type { SignRequest } from '@thegither/identity';
import type { Tracing } from '@thegither/service';
import { HouseError, type DecideAnswer, type DecideRequest, type MarksAnswer, type MarksRequest, type ReleaseAnswer, type ReleaseRequest } from '@thegither/vocabulary';
import type { Dispatcher } from 'undici';
import { postSigned } from './postSigned.ts';

/** The decision service, as the gateway sees it. Every question throws DECISIONS_UNAVAILABLE when there is no answer, and UNAUTHENTICATED when it does not accept the token. */
export interface DecisionService {
  decide(request: DecideRequest): Promise<DecideAnswer>;
  /** Safe to repeat: the same request and attempt is committed once. */
  release(request: ReleaseRequest): Promise<ReleaseAnswer>;
  /** Of whom something may have changed. */
  marks(request: MarksRequest): Promise<MarksAnswer>;
}

/** Reaches the decision service over HTTP. What it answers is not taken for a decision unless it has the form of one. */
export function reachDecisionService({ pool, sign, timeoutMs, tracing }: { pool: Dispatcher; sign: SignRequest; timeoutMs: number; tracing: Tracing }): DecisionService {
  async function ask<Answer>(path: string, request: object, isAnswer: (answer: unknown) => answer is Answer): Promise<Answer> {
    const answer = await postSigned({ pool, path, body: JSON.stringify(request), sign, headers: tracing.headers(), timeoutMs, repeatable: true, otherwise: 'DECISIONS_UNAVAILABLE', refusalIn });
    if (!isAnswer(answer)) throw new HouseError('DECISIONS_UNAVAILABLE');
    return answer;
  }
  return {
    decide: (request) => ask('/decide', request, isDecided),
    release: (request) => ask('/release', request, isReleased),
    marks: (request) => ask('/marks', request, (answer): answer is MarksAnswer => isMarks(answer) && answer.marks.length === request.people.length),
  };
}

/** Only the decision service says who may ask: from a subgraph the same words are an outage of that subgraph. */
function refusalIn(text: string): HouseError | undefined {
  try {
    const code: unknown = JSON.parse(text)?.error?.code;
    return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? new HouseError(code) : undefined;
  } catch {
    return undefined; // Not JSON: an outage, and told as one.
  }
}

// The ids and masks inside are read one by one where they are used (decide.ts), and an unreadable one is an outage too.
const isDecided = (answer: unknown): answer is DecideAnswer =>
  isObject(answer) && isListOf(answer.people, isDecidedPerson) && isListOf(answer.signed, isText) && isObject(answer.words);

const isDecidedPerson = (person: unknown): boolean =>
  isObject(person) && typeof person.known === 'boolean' && typeof person.addressable === 'boolean' && isText(person.fingerprint);

const isReleased = (answer: unknown): answer is ReleaseAnswer =>
  isObject(answer) && (answer.status === 'RELEASED' || (answer.status === 'CHANGED' && isDecided(answer)));

const isMarks = (answer: unknown): answer is MarksAnswer => isObject(answer) && isListOf(answer.marks, isText);

const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);

const isText = (value: unknown): value is string => typeof value === 'string';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

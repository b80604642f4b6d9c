import { covers, maskOf, toHex } from '@thegither/consent';
import type { Operation, Run } from '@thegither/execution';
import { HouseError, type ReleaseRequest, type SpineId } from '@thegither/vocabulary';
import type { Corridor } from './corridor.ts';
import type { Decisions } from './decide.ts';
import { LEDGER } from './ledgerAudience.ts';
import { bearerToken } from './bearerToken.ts';
import type { Question } from './question.ts';

/** What came of the release: until when the answer may be written, and what could not be shown after all. */
export interface Released {
  /** On the corridor's own clock, in milliseconds; undefined when nothing personal is told. */
  readonly deadline: number | undefined;
  /** SHARING_CHANGED or DONE_NOT_SHOWN when somebody's part was withheld at the end. */
  readonly withheld: 'SHARING_CHANGED' | 'DONE_NOT_SHOWN' | undefined;
}

const TRIES = 3;

/** What a line of a list shows: a name, a stage, and what is next: a review of the plan or an appointment. */
const LIST_LINE = maskOf('NAME_AND_CONTACT', 'SUPPORT_RECEIVED', 'ACTION_PLAN', 'HEALTH_APPOINTMENTS');

/**
 * Has the disclosures committed before anything is told. Where somebody's sharing changed meanwhile, their part alone
 * is fetched again; after three tries it is withheld, and what everybody else shares is released without them. A
 * mutation is never done again: when its release fails, it stands and its result is not shown.
 */
export async function release(run: Run, decisions: Decisions, question: Question, operation: Operation, corridor: Corridor): Promise<Released> {
  try {
    return await tryToRelease(run, decisions, question, operation, corridor);
  } catch (cause) {
    return standUnseen(run, decisions, corridor, cause);
  }
}

/**
 * What happens when something fails on the way: a mutation that was sent stands, and nobody is shown; anything else is
 * not answered, and the cause is thrown on.
 */
export function standUnseen(run: Run, decisions: Decisions, { log }: Corridor, cause: unknown): Released {
  if (!run.isSent()) throw cause;
  log.warn({ code: cause instanceof HouseError ? cause.code : 'INTERNAL' }, 'a mutation was done and its result could not be shown');
  decisions.withhold(run.touched().map(({ person }) => person));
  return { deadline: undefined, withheld: 'DONE_NOT_SHOWN' };
}

async function tryToRelease(run: Run, decisions: Decisions, question: Question, operation: Operation, corridor: Corridor): Promise<Released> {
  const givenUp = new Set<SpineId>();
  for (let attempt = 1; attempt <= TRIES + 1; attempt++) {
    const touched = run.touched().filter(({ person }) => !givenUp.has(person));
    await corridor.standstill.enter(question.request);
    // The deadline begins before the question: a withdrawal that commits right after the release waits as long.
    const deadline = corridor.now() + corridor.releaseDeadlineMs;
    const answer = touched.length === 0
      ? undefined
      : await corridor.decisionService.release(releaseRequest(attempt, touched, decisions, question, operation, corridor));
    if (answer === undefined || answer.status === 'RELEASED') {
      // Released, and too late to be told: nobody was, so it is decided and recorded anew.
      if (answer && corridor.now() >= deadline) {
        corridor.metrics.late();
        if (attempt < TRIES) continue;
        throw new HouseError('DEADLINE_PASSED');
      }
      return { deadline: answer && deadline, withheld: givenUp.size === 0 ? undefined : operation.kind === 'mutation' ? 'DONE_NOT_SHOWN' : 'SHARING_CHANGED' };
    }
    const changed = decisions.replace(answer.people, answer.words, answer.signed);
    if (attempt < TRIES) await run.fetchAgain(changed);
    else {
      for (const person of changed) givenUp.add(person);
      decisions.withhold(changed);
    }
  }
  throw new HouseError('SHARING_CHANGED');
}

function releaseRequest(attempt: number, touched: ReturnType<Run['touched']>, decisions: Decisions, question: Question, operation: Operation, corridor: Corridor): ReleaseRequest {
  const listed = touched.every((touch) => touch.listed && covers(LIST_LINE, touch.asked));
  return {
    request: question.request, token: bearerToken(question.authorization), purpose: question.purpose ?? null,
    mutation: operation.kind === 'mutation', attempt,
    operation: { hash: question.hash, name: question.operationName ?? null },
    kind: listed ? 'LIST' : 'LOOK',
    people: touched.map(({ person, asked, released }) => {
      const decided = decisions.of(person);
      if (!decided) throw new HouseError('INTERNAL', 'somebody was fetched about whom nothing was decided');
      return {
        id: corridor.identifiers.issue(LEDGER, person), known: decided.known, granted: toHex(decided.granted), own: toHex(decided.own),
        fingerprint: decided.fingerprint, asked: toHex(asked), released: toHex(released),
      };
    }),
    sign: decisions.sign,
  };
}

import type { Pool } from 'pg';
import { failure } from '../connection/failure.ts';
import { ERASURE_OUTCOMES, type ErasureOutcome } from '../events/event.ts';
import { record, type Done } from '../events/record.ts';
import { readWords } from '../events/readInput.ts';
import { refuseInput } from '../events/refuseInput.ts';
import { openNotice, type OfEnding } from './openNotice.ts';
import { replyTo } from './replyTo.ts';

/** What became of what an agency was told. */
export interface AttestErasure extends OfEnding {
  /** One of `ERASURE_OUTCOMES`. */
  readonly outcome: string;
  /** The duty in law by which it is kept; for KEPT_BY_DUTY alone, and needed there. */
  readonly duty?: string | null;
}

/**
 * A lead of an agency answers for it that what it was told is erased, was never kept, or is kept by a duty in law, which
 * they name. The person reads it. Attesting acknowledges too. Throws as `openNotice`, and INVALID_INPUT when it was
 * attested already: an answer is never replaced.
 * @see UK GDPR Articles 17 and 19
 */
export async function attestErasure(pool: Pool, { ending, outcome: said, duty: named, ...by }: AttestErasure): Promise<Done> {
  const outcome = ERASURE_OUTCOMES.find((one) => one === said) ?? refuseInput('There is no such answer.'), duty = dutyOf(outcome, named);
  const { id, person, agency } = await openNotice(pool, { ...by, ending }).catch((cause: unknown) => { throw failure(cause); });
  return record(pool, { ...by, person }, { verb: 'attestErasure', ending: id, outcome, duty }, async ({ client }) => {
    const said = await replyTo(client, id);
    if (said?.outcome) return refuseInput('That was attested already.');
    return { kind: 'ERASURE_ATTESTED', body: { ending: id, agency, outcome, duty, acknowledges: said === undefined } };
  });
}

function dutyOf(outcome: ErasureOutcome, duty: string | null | undefined): string | null {
  const named = duty === undefined || duty === null ? null : readWords(duty);
  if ((outcome === 'KEPT_BY_DUTY') !== (named !== null)) return refuseInput('Name the duty in law by which it is kept, and only then.');
  return named;
}

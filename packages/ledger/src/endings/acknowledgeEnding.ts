import type { Pool } from 'pg';
import { failure } from '../connection/failure.ts';
import { record, type Done } from '../events/record.ts';
import { refuseInput } from '../events/refuseInput.ts';
import { openNotice, type OfEnding } from './openNotice.ts';
import { replyTo } from './replyTo.ts';

/** A lead of an agency says that they have read that sharing ended: it is on the person's record. Throws as `openNotice`, and INVALID_INPUT when it was said already. */
export async function acknowledgeEnding(pool: Pool, { ending, ...by }: OfEnding): Promise<Done> {
  const { id, person, agency } = await openNotice(pool, { ...by, ending }).catch((cause: unknown) => { throw failure(cause); });
  return record(pool, { ...by, person }, { verb: 'acknowledgeEnding', ending: id }, async ({ client }) =>
    (await replyTo(client, id)) ? refuseInput('That was acknowledged already.') : { kind: 'ENDING_ACKNOWLEDGED', body: { ending: id, agency } });
}

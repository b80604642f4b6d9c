import type { Pool } from 'pg';
import { ownOrWorkers } from './ownOrWorkers.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Which grant is taken back. */
export interface WithdrawGrant extends Act {
  readonly grant: string;
}

const OPEN: readonly string[] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

/**
 * The person takes back a grant: from the commit on no disclosure cites it. Throws INVALID_INPUT when it is not a grant
 * of this person or has ended already; terminal states never reopen.
 * @see UK GDPR Article 7(3)
 */
export async function withdrawGrant(pool: Pool, { grant, ...act }: WithdrawGrant): Promise<Done> {
  ownOrWorkers(act);
  return record(pool, act, { verb: 'withdrawGrant', grant }, ({ facts, at }) => {
    const standing = facts.grants.find(({ id }) => id === grant);
    if (!standing) return refuseInput('This person has no such grant.');
    if (!OPEN.includes(standing.state) || standing.to <= at) return refuseInput('This grant has ended already.');
    return { kind: 'GRANT_WITHDRAWN', body: { grant } };
  });
}

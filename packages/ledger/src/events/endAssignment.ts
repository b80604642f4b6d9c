import type { Pool } from 'pg';
import { ownOrWorkers } from './ownOrWorkers.ts';
import { readWords } from './readInput.ts';
import { record, type Act, type Done } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** Whose support ends, and why. */
export interface EndAssignment extends Act {
  readonly assignment: string;
  /** Needed of a worker; the person need not say why. */
  readonly reason?: string | null;
}

/** Support ends now, or is not begun: by the person, or by a worker with a reason. Who may, is the caller's to check. Throws INVALID_INPUT when it is over already. */
export async function endAssignment(pool: Pool, { assignment, reason, ...act }: EndAssignment): Promise<Done> {
  ownOrWorkers(act);
  const why = reason === undefined || reason === null ? null : readWords(reason);
  if (why === null && act.actor.kind === 'worker') return refuseInput('Say why it ends.');
  return record(pool, act, { verb: 'endAssignment', assignment, reason: why }, ({ facts, at }) => {
    const standing = facts.assignments.find(({ id }) => id === assignment);
    if (!standing) return refuseInput('This person has no such assignment.');
    if (standing.to !== null && standing.to <= at) return refuseInput('This assignment has ended already.');
    return { kind: 'ASSIGNMENT_ENDED', body: { assignment, reason: why } };
  });
}

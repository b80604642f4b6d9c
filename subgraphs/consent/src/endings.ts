import { namesIn } from '@thegither/consent';
import type { EndingNotice as LedgerNotice, Ledger, OverdueEnding as LedgerOverdue, ReminderChoice as LedgerChoice, SharingEnding as LedgerEnding } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import type { EndingNotice, OverdueEnding, ReminderChoice, SharingEnding } from './generated/graphql.ts';

const momentOr = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** For a lead: what is to be answered for their agency. It names the person although nobody there may know them any more: without it nothing can be erased. */
export async function readEndingNotices(ledger: Ledger, { decision: { caller } }: SubgraphContext): Promise<EndingNotice[]> {
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  return (await ledger.readEndingNotices(caller.worker)).map(noticeIn);
}

const noticeIn = ({ id, person, categories, workers, endedAt, acknowledgeBy, acknowledgedAt, attestBy }: LedgerNotice): EndingNotice => ({
  id, person, categories: namesIn(categories), workers: [...workers], endedAt: new Date(endedAt), acknowledgeBy: new Date(acknowledgeBy), acknowledgedAt: momentOr(acknowledgedAt), attestBy: new Date(attestBy),
});

/** An agency that owes an answer. */
export const overdueIn = ({ endedAt, dueAt, ...one }: LedgerOverdue): OverdueEnding => ({ ...one, endedAt: new Date(endedAt), dueAt: new Date(dueAt) });

/** What followed when sharing ended, as the person reads it. */
export const endingIn = ({ categories, endedAt, askedAt, acknowledgeBy, acknowledgedAt, attestBy, attestedAt, ...one }: LedgerEnding): SharingEnding => ({
  ...one, categories: namesIn(categories), endedAt: new Date(endedAt), askedAt: new Date(askedAt),
  acknowledgeBy: new Date(acknowledgeBy), acknowledgedAt: momentOr(acknowledgedAt), attestBy: new Date(attestBy), attestedAt: momentOr(attestedAt),
});

/** By which way the person is reminded. */
export const choiceIn = ({ way, since, byWorker }: LedgerChoice): ReminderChoice => ({ way, byWorker, since: momentOr(since) });

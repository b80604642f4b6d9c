import type { Recipient, Worker } from './facts.ts';

/** Does the recipient mean this worker: by name, by their team now, or by their agency? A worker without a team is in no team. */
export function isFor(recipient: Recipient, worker: Worker): boolean {
  switch (recipient.kind) {
    case 'worker': return recipient.worker === worker.worker;
    case 'team': return recipient.team === worker.team;
    case 'agency': return recipient.agency === worker.agency;
    // A recipient that cannot be read: it lets nobody in. The reader of the ledger marks such facts unreadable, which withholds everything.
    default: return false;
  }
}

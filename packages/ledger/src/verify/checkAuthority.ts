import { NOTHING, covers, fromInt8, type Mask } from '@thegither/consent';
import type { Finding } from './finding.ts';
import type { AuthorityStood } from './replaySteps.ts';

/** What of a disclosure rests on the authority that it cites. `released`: undefined where it cannot be opened, which is found elsewhere. */
export interface ToldByAuthority {
  readonly position: number;
  readonly at: number;
  readonly worker: string | null;
  readonly released: Mask | undefined;
}

/** The authority that a disclosure cites was this person's, confirmed, within its time, and let just that be read; and it was no worker who looked. */
export function checkAuthority(stood: readonly AuthorityStood[] | undefined, { position, at, worker, released = NOTHING }: ToldByAuthority): Finding['check'][] {
  if (!stood) return ['NO_SUCH_AUTHORITY'];
  const row = stood.findLast(({ since }) => since <= position)?.row;
  if (!row) return ['AUTHORITY_TOO_EARLY'];
  // Ended by an event it is over from that position on, whatever the clocks say.
  const holds = row.state === 'CONFIRMED' && row.endedEvent === null && Date.parse(row.accessFrom) <= at && (row.accessTo === null || at < Date.parse(row.accessTo));
  const covered = row.powers.includes('READ') ? fromInt8(row.categories) ?? NOTHING : NOTHING;
  return [...(holds ? [] : ['AUTHORITY_NOT_IN_FORCE' as const]), ...(worker === null && covers(covered, released) ? [] : ['AUTHORITY_OF_LESS' as const])];
}

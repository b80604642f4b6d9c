import type { SharingEvent } from '../events/event.ts';
import { hashOfEvent } from '../events/eventHash.ts';
import { eventIn, type EventRow } from '../events/readEvents.ts';
import type { Finding } from './finding.ts';

/** A person's events as far as they can be read, and what is wrong with them as a history. */
export interface History {
  readonly events: readonly SharingEvent[];
  /** Can every one of them be read? */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Checks one person's events, in the order of their positions: that these go from 1 without a gap, that no time goes back,
 * that each hash says what its event says, and that each names the hash before it. Each is checked by itself, so that one
 * event that was changed is one finding and not as many as come after it. That the last events of a history were removed
 * shows in the tables and in the disclosures after them.
 */
export function checkHistory(rows: readonly EventRow[]): History {
  const events: SharingEvent[] = [], findings: Finding[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const find = (check: Finding['check']): void => { findings.push({ check, event: row.id }); };
    if (Number(row.position) !== Number(before?.position ?? 0) + 1) find('POSITION');
    if (before && row.at < before.at) find('ORDER');
    if (!isSame(row.previous_hash, before?.hash ?? null)) find('PREVIOUS');
    const event = readable(row);
    if (!event) find('UNREADABLE');
    else if (!hashOfEvent(event, row.input_hash, row.salt, row.previous_hash).equals(row.hash)) find('HASH');
    if (event) events.push(event);
  }
  return { events, isWhole: events.length === rows.length, findings };
}

const isSame = (one: Buffer | null, other: Buffer | null): boolean => (one === null || other === null ? one === other : one.equals(other));

function readable(row: EventRow): SharingEvent | undefined {
  try {
    return eventIn(row);
  } catch {
    return undefined; // Which is found, and said.
  }
}

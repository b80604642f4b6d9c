import type { SharingEvent } from '../events/event.ts';
import { EMPTY, apply, type Projection } from '../projection/replay.ts';
import type { ProjectionRows } from '../projection/rows.ts';
import type { Finding } from './finding.ts';

/** A grant as it stood from a position on. */
export interface GrantStood {
  readonly since: number;
  readonly row: ProjectionRows['sharing_grant'];
}

/** What follows from a person's events, and how each grant stood in the meantime. */
export interface Replayed {
  readonly projection: Projection;
  /** By the grant's id, from its beginning on. */
  readonly grants: ReadonlyMap<string, readonly GrantStood[]>;
  /** Where the events could not be followed any further: nothing after it is in `projection`. */
  readonly stoppedBy: Finding | undefined;
}

/** Follows a person's events one by one. */
export function replaySteps(events: readonly SharingEvent[]): Replayed {
  let projection = EMPTY;
  const grants = new Map<string, GrantStood[]>();
  for (const event of events) {
    const before = projection.sharing_grant;
    try {
      projection = apply(projection, event);
    } catch {
      // Whatever it is about this event, nothing can be said to follow from it: which is found, and said.
      return { projection, grants, stoppedBy: { check: 'REPLAY', event: event.id } };
    }
    // A row that an event leaves alone stays the same object.
    if (projection.sharing_grant === before) continue;
    for (const row of Object.values(projection.sharing_grant)) {
      if (row !== before[row.id]) grants.set(row.id, [...(grants.get(row.id) ?? []), { since: event.position, row }]);
    }
  }
  return { projection, grants, stoppedBy: undefined };
}

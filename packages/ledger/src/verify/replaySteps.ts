import type { SharingEvent } from '../events/event.ts';
import { EMPTY, apply, type Projection } from '../projection/replay.ts';
import type { ProjectionRows } from '../projection/rows.ts';
import type { Finding } from './finding.ts';

/** A grant as it stood from a position on. */
export interface GrantStood {
  readonly since: number;
  readonly row: ProjectionRows['sharing_grant'];
}

/** An opening as it stood from a position on. */
export interface OpeningStood {
  readonly since: number;
  readonly row: ProjectionRows['opening'];
}

/** An authority as it stood from a position on. */
export interface AuthorityStood {
  readonly since: number;
  readonly row: ProjectionRows['authority'];
}

/** What follows from a person's events, and how each grant, opening and authority stood in the meantime. */
export interface Replayed {
  readonly projection: Projection;
  /** By the grant's id, from its beginning on. */
  readonly grants: ReadonlyMap<string, readonly GrantStood[]>;
  readonly openings: ReadonlyMap<string, readonly OpeningStood[]>;
  readonly authorities: ReadonlyMap<string, readonly AuthorityStood[]>;
  /** Where the events could not be followed any further: nothing after it is in `projection`. */
  readonly stoppedBy: Finding | undefined;
}

/** Follows a person's events one by one. */
export function replaySteps(events: readonly SharingEvent[]): Replayed {
  let projection = EMPTY;
  const grants = new Map<string, GrantStood[]>(), openings = new Map<string, OpeningStood[]>(), authorities = new Map<string, AuthorityStood[]>();
  for (const event of events) {
    const before = projection;
    try {
      projection = apply(projection, event);
    } catch {
      // Whatever it is about this event, nothing can be said to follow from it: which is found, and said.
      return { projection, grants, openings, authorities, stoppedBy: { check: 'REPLAY', event: event.id } };
    }
    follow(grants, before.sharing_grant, projection.sharing_grant, event.position);
    follow(openings, before.opening, projection.opening, event.position);
    follow(authorities, before.authority, projection.authority, event.position);
  }
  return { projection, grants, openings, authorities, stoppedBy: undefined };
}

/** A row that an event leaves alone stays the same object. */
function follow<Row extends { readonly id: string }>(stood: Map<string, { since: number; row: Row }[]>, before: Readonly<Record<string, Row>>, after: Readonly<Record<string, Row>>, since: number): void {
  if (before === after) return;
  for (const row of Object.values(after)) {
    if (row !== before[row.id]) stood.set(row.id, [...(stood.get(row.id) ?? []), { since, row }]);
  }
}

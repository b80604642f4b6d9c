import { NOTHING, union, without, type Mask } from '@thegither/consent';
import type { DisclosedMasks } from '../seal/seals.ts';
import type { DisclosureRow, HeldBackRow } from './disclosuresSql.ts';

/** A line of who looked: one look, or a worker's lists of one day, in the place of the last of them. */
export interface Look {
  /** The last disclosure that the line is about. */
  readonly row: DisclosureRow;
  readonly firstAt: Date;
  readonly released: Mask;
  /** What of it any grant opened: what was once agreed is not the agency's own alone. */
  readonly granted: Mask;
  /** What was asked by its own name, given or not. */
  readonly named: Mask;
  readonly withheld: Mask;
  readonly grants: ReadonlySet<string>;
  readonly openings: ReadonlySet<string>;
  /** Of all that it is about, what was held back the longest. */
  readonly heldBack: HeldBackRow | null;
  /** Every disclosure that it is about. */
  readonly disclosures: readonly string[];
}

/** The line of one disclosure. A document that asks for a whole person names nothing that it was not shown. */
export function lookOf(row: DisclosureRow, { asked, released, releasedOwn }: DisclosedMasks): Look {
  return {
    row, firstAt: row.at, released, granted: without(released, releasedOwn), named: union(released, row.asks_whole_person ? NOTHING : asked), withheld: without(asked, released),
    grants: new Set(row.grants), openings: new Set(row.openings), heldBack: row.held_back, disclosures: [row.id],
  };
}

/**
 * Adds a look to the lines of its day, by what they are known by. Looks come latest first, so the lines stand in that
 * order, each in the place of its last: a worker's list is added to their later one for the same purpose, everything
 * else is a line of its own.
 */
export function foldLook(lines: Map<string, Look>, look: Look): void {
  const { kind, worker, agency, purpose, id } = look.row;
  const known = kind === 'LIST' && worker !== null ? JSON.stringify([worker, agency, purpose]) : id;
  const later = lines.get(known);
  lines.set(known, later ? bothIn(later, look) : look);
}

const bothIn = (later: Look, look: Look): Look => ({
  row: later.row, firstAt: look.firstAt, released: union(later.released, look.released), granted: union(later.granted, look.granted),
  named: union(later.named, look.named), withheld: union(later.withheld, look.withheld), grants: new Set([...later.grants, ...look.grants]),
  openings: new Set([...later.openings, ...look.openings]), heldBack: longer(later.heldBack, look.heldBack), disclosures: [...later.disclosures, ...look.disclosures],
});

const longer = (one: HeldBackRow | null, other: HeldBackRow | null): HeldBackRow | null => (one === null || (other !== null && other.until > one.until) ? other : one);

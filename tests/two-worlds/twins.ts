import { REGISTER, type SpineId } from '@thegither/vocabulary';
import { somebody } from '../harness/twins.ts';
import { coded, ELSEWHERE, type Making } from './house.ts';
import { LEDGER_RECORDS, ledgerCategories } from './ledgerRecords.ts';
import type { Reason } from './reasons.ts';

/** Two people who said and did the same: one has a record of everything, the other only of what shows anyway. */
export interface Twins {
  readonly recorded: SpineId;
  readonly unrecorded: SpineId;
  /** Of which categories one has a record and the other none. */
  readonly hidden: readonly string[];
}

/** What twins are made of: the part of a reason that does not say what the answer must call them. */
export type Arranged = Pick<Reason, 'arrange'> & Partial<Pick<Reason, 'asker' | 'open' | 'shows'>>;

/**
 * Makes them, so that everything in which they differ is withheld by this reason: rows of every room, and, unless `rooms`
 * alone are said, what only the ledger holds. Throws when that would be nothing.
 */
export async function makeTwins(house: Making, { arrange, asker = 'isla', open = '', shows = open }: Arranged, on: 'rooms' | 'record' = 'record'): Promise<Twins> {
  const shown = coded(shows), tables = house.tablesBeside(shown);
  if (tables.length === 0) throw new RangeError('nothing is withheld, so there is nothing to tell apart');
  const hidden = REGISTER.map(({ name }) => name).filter((name) => !shown.includes(name));
  const withheld = hidden.filter((name) => !coded(open).includes(name));
  const [recorded, unrecorded] = [somebody(), somebody()];
  // Before anything else is said: what somebody said that cannot be read lets nothing be added.
  if (on === 'record') for (const category of ledgerCategories(withheld)) await LEDGER_RECORDS[category]!(house.sharing, recorded, asker);
  await Promise.all([recorded, unrecorded].map((person) => arrange(house, person)));
  await house.records.writeAll(house.records.tables, { person: recorded, controller: ELSEWHERE });
  await house.records.writeAll(house.records.tables.filter((table) => !tables.includes(table)), { person: unrecorded, controller: ELSEWHERE });
  return { recorded, unrecorded, hidden };
}

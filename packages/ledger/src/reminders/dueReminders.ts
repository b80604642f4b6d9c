import type { Instant } from '@thegither/consent';
import type { ReminderWay } from '../events/event.ts';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';
import { wayOf } from './wayOf.ts';

/** What a person is reminded of: that a grant ends within fourteen days, or three, or that it has stood for another ninety; or told: that a worker opened something without their agreement, in an emergency or by a law. */
export type ReminderKind = 'ENDS_IN_14_DAYS' | 'ENDS_IN_3_DAYS' | 'STANDS_90_DAYS' | 'STANDS_180_DAYS' | 'STANDS_270_DAYS' | 'STANDS_360_DAYS' | 'GLASS_BROKEN' | 'LAW_USED';

/** One reminder: of whom and of which grant, and nothing of what is in it. Whoever sends it looks up the address for the way that the person chose. */
export interface Reminder {
  readonly kind: ReminderKind;
  /** In the ledger's own ids. */
  readonly person: string;
  /** Or the opening that they are told of. */
  readonly grant: string;
  /** By which way; NONE has no reminder. */
  readonly way: Exclude<ReminderWay, 'NONE'>;
  /** The end of it, exclusive. */
  readonly ends: Instant;
}

/**
 * Each branch looks at a window of days alone, so that it costs by what is due and not by what there is. Whoever is not
 * reminded for a week (nothing ran) is not reminded of that any more: of its end they are, which is the later word.
 */
const STANDS = [90, 180, 270, 360].map((days) =>
  `SELECT g.*, 'STANDS_${days}_DAYS' AS kind FROM sharing_grant g WHERE g.access_from <= now() - interval '${days} days' AND g.access_from > now() - interval '${days + 7} days'`);
const ENDS = [
  `SELECT g.*, 'ENDS_IN_3_DAYS' AS kind FROM sharing_grant g WHERE g.access_to > now() AND g.access_to <= now() + interval '3 days'`,
  `SELECT g.*, 'ENDS_IN_14_DAYS' AS kind FROM sharing_grant g WHERE g.access_to > now() + interval '3 days' AND g.access_to <= now() + interval '14 days'`,
];

/** Of an opening the person is told once they may know of it, whatever they stopped. */
const OPENED = `
SELECT CASE o.kind WHEN 'BREAK_GLASS' THEN 'GLASS_BROKEN' ELSE 'LAW_USED' END, o.person, o.id, chosen.way, ${instant('o.access_to')}
  FROM opening o CROSS JOIN LATERAL ${wayOf('o.person')} AS chosen(way)
 WHERE chosen.way <> 'NONE' AND o.told_from <= now() AND o.told_from > now() - interval '7 days'
   AND NOT EXISTS (SELECT FROM reminder r WHERE r.grant_id = o.id)
   AND NOT o.id = ANY ($2::uuid[])`;

const DUE_SQL = `
SELECT due.kind, due.person, due.id AS grant, chosen.way, ${instant('due.access_to')} AS ends
  FROM (${[...ENDS, ...STANDS].join('\n  UNION ALL ')}) AS due CROSS JOIN LATERAL ${wayOf('due.person')} AS chosen(way)
 WHERE chosen.way <> 'NONE' AND due.state = 'ACTIVE' AND due.access_to > now() AND due.purpose <> 'ONE_MEETING'
   AND due.access_to - due.access_from > CASE WHEN due.kind = 'ENDS_IN_3_DAYS' THEN interval '3 days' ELSE interval '14 days' END
   AND NOT EXISTS (SELECT FROM reminder r WHERE r.grant_id = due.id AND r.kind = due.kind)
   AND NOT EXISTS (SELECT FROM hold h WHERE h.person = due.person AND h.ended_event IS NULL)
   AND NOT due.id = ANY ($2::uuid[])
UNION ALL ${OPENED}
 ORDER BY ends, "grant" LIMIT $1`;

/**
 * The reminders that are due and were not sent yet, the nearest end first: of grants that hold, of people who said by which
 * way they want to be reminded and have not stopped all sharing. A grant that was given for less than the warning is not warned about.
 * And what was opened without somebody's agreement, once they may know of it. `but`: grants and openings to leave out.
 */
export async function dueReminders(db: Db, atMost: number, but: readonly string[]): Promise<Reminder[]> {
  return (await db.query<Reminder>(DUE_SQL, [atMost, but])).rows;
}

import type { Instant } from '@thegither/consent';
import { instant } from '../standing/instant.ts';
import type { Db } from '../standing/readStanding.ts';

/** What a person is reminded of: that a grant ends within fourteen days, or three, or that it has stood for another ninety. */
export type ReminderKind = 'ENDS_IN_14_DAYS' | 'ENDS_IN_3_DAYS' | 'STANDS_90_DAYS' | 'STANDS_180_DAYS' | 'STANDS_270_DAYS' | 'STANDS_360_DAYS';

/** One reminder: of whom and of which grant, and nothing of what is in it. Whoever sends it finds out by which way the person chose to be reached, if any. */
export interface Reminder {
  readonly kind: ReminderKind;
  /** In the ledger's own ids. */
  readonly person: string;
  readonly grant: string;
  /** The grant's end, exclusive. */
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

const DUE_SQL = `
SELECT due.kind, due.person, due.id AS grant, ${instant('due.access_to')} AS ends
  FROM (${[...ENDS, ...STANDS].join('\n  UNION ALL ')}) AS due
 WHERE due.state = 'ACTIVE' AND due.access_to > now() AND due.purpose <> 'ONE_MEETING'
   AND due.access_to - due.access_from > CASE WHEN due.kind = 'ENDS_IN_3_DAYS' THEN interval '3 days' ELSE interval '14 days' END
   AND NOT EXISTS (SELECT FROM reminder r WHERE r.grant_id = due.id AND r.kind = due.kind)
   AND NOT EXISTS (SELECT FROM hold h WHERE h.person = due.person AND h.ended_event IS NULL)
   AND NOT due.id = ANY ($2::uuid[])
 ORDER BY due.access_to, due.id LIMIT $1`;

/**
 * The reminders that are due and were not sent yet, the nearest end first: of grants that hold, of people who have not
 * stopped all sharing. A grant that was given for less than the warning is not warned about. `but`: grants to leave out.
 */
export async function dueReminders(db: Db, atMost: number, but: readonly string[]): Promise<Reminder[]> {
  return (await db.query<Reminder>(DUE_SQL, [atMost, but])).rows;
}

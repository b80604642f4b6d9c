import { SEALED, releasedIn, type SealedRow } from '../harness/opened.ts';
import type { TestLedger } from './testLedger.ts';

/** An event stands from its position until the position of the event that ended it; a disclosure came after the event of its own position. */
const STOOD = 'd.after_position >= opened.position AND (ended.position IS NULL OR d.after_position < ended.position)';
const SINCE = (alias: string) => `JOIN event opened ON opened.id = ${alias}.opened_event LEFT JOIN event ended ON ended.id = ${alias}.ended_event`;
const TO_THEM = (alias: string) => `(${alias}.recipient_agency = d.agency OR ${alias}.recipient_team = w.team OR ${alias}.recipient_worker = d.worker)`;

/**
 * What no disclosure may be, each as the condition that finds the ones that are. Written anew from the promise, in SQL over
 * the record alone: not with the code that makes the record. What a disclosure says was released is sealed: only that is
 * opened with the house's own key, and only where the promise is about it.
 */
const PROMISES: Readonly<Record<string, string>> = {
  'no disclosure cites a grant that had ended': `
    FROM disclosure d JOIN sharing_grant g ON g.id = ANY (d.grants) JOIN event ended ON ended.id = g.ended_event WHERE d.after_position >= ended.position`,
  'no disclosure cites a grant that was not given yet': `
    FROM disclosure d JOIN sharing_grant g ON g.id = ANY (d.grants) JOIN event opened ON opened.id = g.opened_event WHERE d.after_position < opened.position`,
  'no disclosure cites a grant outside its time': `
    FROM disclosure d JOIN sharing_grant g ON g.id = ANY (d.grants) WHERE d.at < g.access_from OR d.at >= g.access_to`,
  'no disclosure cites another person\'s grant, or none that there is': `
    FROM disclosure d, unnest(d.grants) AS cited LEFT JOIN sharing_grant g ON g.id = cited WHERE g.person IS DISTINCT FROM d.person`,
  'no disclosure cites a grant while all sharing is stopped': `
    FROM disclosure d JOIN hold h ON h.person = d.person ${SINCE('h')} WHERE cardinality(d.grants) > 0 AND ${STOOD}`,
  'no disclosure releases what was refused, but for an agency\'s own rows': `
    FROM disclosure d JOIN worker w ON w.id = d.worker JOIN agency a ON a.id = d.agency JOIN refusal r ON r.person = d.person ${SINCE('r')}
    WHERE (r.purpose IS NULL OR r.purpose = d.purpose) AND ${TO_THEM('r')} AND ${STOOD}`,
  'no disclosure is to somebody who is kept out': `
    FROM disclosure d JOIN worker w ON w.id = d.worker JOIN exclusion x ON x.person = d.person ${SINCE('x')} WHERE ${TO_THEM('x')} AND ${STOOD}`,
  'no disclosure to a worker is without a confirmed assignment at its time': `
    FROM disclosure d JOIN worker w ON w.id = d.worker
    WHERE d.purpose IS DISTINCT FROM 'AUDIT' AND NOT EXISTS (
      SELECT FROM assignment s JOIN event confirmed ON confirmed.id = s.confirmed_event
       WHERE s.person = d.person AND (s.recipient_worker = d.worker OR s.recipient_team = w.team)
         AND confirmed.position <= d.after_position AND s.access_from <= d.at AND (s.access_to IS NULL OR d.at < s.access_to))`,
};

/** Of the rows that a condition finds, only those that release what nobody might: a column of bits, where the promise is about what was released. */
const RELEASED: Readonly<Record<string, string>> = { 'no disclosure releases what was refused, but for an agency\'s own rows': '(r.categories & ~a.holds)::text' };

/** The promises that the record of a ledger breaks, each once; none when stopped means stopped. */
export async function brokenPromises(ledger: Pick<TestLedger, 'rows'>): Promise<string[]> {
  const broken: string[] = [];
  for (const [promise, finding] of Object.entries(PROMISES)) {
    const bits = RELEASED[promise];
    const found = bits === undefined
      ? await ledger.rows(`SELECT d.id ${finding} LIMIT 1`)
      : (await ledger.rows<SealedRow & { readonly bits: string }>(`SELECT ${SEALED}, ${bits} AS bits ${finding}`)).filter((row) => (releasedIn(row) & BigInt(row.bits)) !== 0n);
    if (found.length > 0) broken.push(promise);
  }
  return broken;
}

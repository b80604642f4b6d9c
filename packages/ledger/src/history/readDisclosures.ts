import { NOTHING, fromInt8, maskOf, openedBy, toInt8, type Instant, type Mask, type Recipient } from '@thegither/consent';
import { HouseError, categoryNamed, parsePurpose, type Purpose } from '@thegither/vocabulary';
import { readDay, readRecipient, type RecipientInput } from '../events/readInput.ts';
import { refuseInput } from '../events/refuseInput.ts';
import type { Db } from '../standing/readStanding.ts';
import { cursorAt, readCursor } from './cursor.ts';
import { DISCLOSURES_SQL } from './disclosuresSql.ts';
import { partsOf, type ReasonPart } from './partsOf.ts';
import { readAgreedGrants, type AgreedGrant } from './readAgreedGrants.ts';

/** How much of the list, where the page before ended, and which lines: all that is said has to fit. */
export interface DisclosurePage {
  readonly first: number;
  readonly after?: string | null;
  /** The first and the last calendar day in Scotland. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** An agency or worker on the record, or a team: of it, whoever is in it now. */
  readonly recipient?: RecipientInput | null;
  /** The name of a category that the line has to name, as shown or as asked and not given. */
  readonly category?: string | null;
  /** SHA-256 (hexadecimal) of the operations that ask for a whole person: they name no category that they were not shown. */
  readonly wholePerson?: readonly string[];
}

/** Somebody was told something about the person; a worker's lists of one day are one line. */
export interface DisclosureLine {
  readonly id: string;
  /** The last time that the line is about, and the first: the same but for lists. */
  readonly at: Instant;
  readonly firstAt: Instant;
  /** Names, as people read them; null when the person looked at their own. */
  readonly worker: string | null;
  readonly agency: string | null;
  /** Ids of both, and the roles then, for whoever checks. */
  readonly account: { readonly worker: string | null; readonly agency: string | null; readonly roles: readonly string[]; readonly decisionVersion: string };
  readonly purpose: Purpose | null;
  readonly kind: 'LIST' | 'LOOK';
  readonly released: Mask;
  /** By which reason and grants each of them was open when it was released. */
  readonly parts: readonly ReasonPart[];
  /** What was asked by its own name and not given. */
  readonly attempted: Mask;
  /** All that was asked and not given. */
  readonly withheld: Mask;
  readonly cursor: string;
}

interface Row {
  readonly id: string;
  readonly moment: string;
  readonly at: Date;
  readonly first_at: Date;
  readonly worker: string | null;
  readonly agency: string | null;
  readonly worker_name: string | null;
  readonly agency_name: string | null;
  readonly roles: readonly string[];
  readonly decision_version: string;
  readonly purpose: string | null;
  readonly kind: string;
  readonly released: string;
  readonly released_own: string;
  readonly attempted: string;
  readonly withheld: string;
  readonly grants: readonly string[] | null;
}

/** Who looked at this person, latest first. Somebody whose account is gone is still named by it. Throws INVALID_INPUT for a filter that cannot be one. */
export async function readDisclosures(db: Db, person: string, page: DisclosurePage): Promise<DisclosureLine[]> {
  const { moment, id } = readCursor(page.after), { from, to } = daysIn(page), recipient = page.recipient ? readRecipient(page.recipient) : undefined;
  const { rows } = await db.query<Row>(DISCLOSURES_SQL, [
    person, moment, id, page.first, from ?? null, to ?? null, idOf(recipient, 'agency'), idOf(recipient, 'team'), idOf(recipient, 'worker'),
    page.category ? toInt8(categoryIn(page.category)) : null, (page.wholePerson ?? []).map((hash) => Buffer.from(hash, 'hex')),
  ]);
  const grants = await readAgreedGrants(db, rows.flatMap((row) => row.grants ?? []));
  return rows.map((row) => lineIn(row, grants));
}

function daysIn({ from, to }: DisclosurePage): { readonly from: string | undefined; readonly to: string | undefined } {
  const days = { from: readDay(from), to: readDay(to) };
  return days.from !== undefined && days.to !== undefined && days.to < days.from ? refuseInput('The last day is before the first.') : days;
}

const idOf = (recipient: Recipient | undefined, kind: Recipient['kind']): string | null => {
  if (recipient?.kind !== kind) return null;
  if (recipient.kind === 'agency') return recipient.agency;
  return recipient.kind === 'team' ? recipient.team : recipient.worker;
};

const categoryIn = (name: string): Mask => (categoryNamed(name) ? maskOf(name) : refuseInput('There is no category of that name.'));

function lineIn(row: Row, grants: ReadonlyMap<string, AgreedGrant>): DisclosureLine {
  if (row.kind !== 'LIST' && row.kind !== 'LOOK') throw unreadable();
  const [released, releasedOwn, attempted, withheld] = [maskIn(row.released), maskIn(row.released_own), maskIn(row.attempted), maskIn(row.withheld)];
  const purpose = purposeIn(row.purpose);
  const cited = (row.grants ?? []).flatMap((id) => grants.get(id) ?? []);
  return {
    id: row.id, at: row.at.getTime(), firstAt: row.first_at.getTime(), worker: row.worker_name, agency: row.agency_name, kind: row.kind, purpose,
    account: { worker: row.worker, agency: row.agency, roles: row.roles, decisionVersion: row.decision_version },
    released, attempted, withheld, cursor: cursorAt(row.moment, row.id),
    parts: openedBy({ bySelf: row.worker === null, purpose, released, releasedOwn }).flatMap((part) => partsOf(part, cited)).filter(({ categories }) => categories !== NOTHING),
  };
}

/** Null for the person's own look, for which they need none. */
function purposeIn(text: string | null): Purpose | null {
  if (text === null) return null;
  const purpose = parsePurpose(text);
  if (purpose === undefined) throw unreadable();
  return purpose;
}

function maskIn(text: string): Mask {
  const mask = fromInt8(text);
  if (mask === undefined) throw unreadable();
  return mask;
}

const unreadable = (): HouseError => new HouseError('INTERNAL', 'a disclosure in the ledger cannot be read');

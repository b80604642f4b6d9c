import { NOTHING, maskOf, openedBy, without, type Instant, type Mask, type Recipient } from '@thegither/consent';
import { AUTHORITY_KINDS, HouseError, categoryNamed, parsePurpose, type AuthorityKind, type Purpose } from '@thegither/vocabulary';
import { readDay, readRecipient, type RecipientInput } from '../events/readInput.ts';
import { refuseInput } from '../events/refuseInput.ts';
import type { Seals } from '../seal/seals.ts';
import type { Db } from '../standing/readStanding.ts';
import { cursorAt, readCursor } from './cursor.ts';
import type { DisclosureRow } from './disclosuresSql.ts';
import { HELD_BACK_GROUNDS, type HeldBackGround } from './heldBackSql.ts';
import { readChallenges, type ChallengeLine } from './readChallenges.ts';
import type { Look } from './foldLooks.ts';
import { partsOf, type ReasonPart } from './partsOf.ts';
import { readAgreedGrants, type AgreedGrant } from './readAgreedGrants.ts';
import { readCitedOpenings, type CitedOpening } from './readCitedOpenings.ts';
import { readLooks } from './readLooks.ts';

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
  /** Not the person's own looks: whoever visits often would read of little else. */
  readonly byOthers?: boolean | null;
  /** Also what is held back from the person: for data protection leads alone. */
  readonly heldBackToo?: boolean;
}

/** Somebody was told something about the person; a worker's lists of one day are one line. */
export interface DisclosureLine {
  readonly id: string;
  /** The last time that the line is about, and the first: the same but for lists. */
  readonly at: Instant;
  readonly firstAt: Instant;
  /** Names, as people read them; null when the person looked at their own, or somebody who acts for them. */
  readonly worker: string | null;
  readonly agency: string | null;
  /** By which authority somebody looked who acts for the person; null for everybody else. */
  readonly authority: { readonly id: string; readonly kind: AuthorityKind } | null;
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
  /** How the challenge of it stands, the latest first of several; null where there is none. */
  readonly challenge: ChallengeLine['state'] | null;
  /** That the person was or is not shown it for a time; null where they always were. */
  readonly heldBack: HeldBackLine | null;
}

/** Until when a look is or was held back, by which suppression or opening, and why. */
export interface HeldBackLine {
  readonly id: string;
  readonly until: Instant;
  readonly ground: HeldBackGround;
  readonly isOver: boolean;
}

/**
 * Who looked at this person, latest first. Somebody whose account is gone is still named by it. Throws INVALID_INPUT for a
 * filter that cannot be one, INTERNAL for a line that cannot be read.
 */
export async function readDisclosures(db: Db, seals: Seals, person: string, page: DisclosurePage): Promise<DisclosureLine[]> {
  const { from, to } = daysIn(page), recipient = page.recipient ? readRecipient(page.recipient) : undefined;
  const looks: Look[] = [];
  for await (const look of readLooks(db, seals, {
    person, after: readCursor(page.after), category: page.category ? categoryIn(page.category) : undefined,
    chosen: [
      from ?? null, to ?? null, idOf(recipient, 'agency'), idOf(recipient, 'team'), idOf(recipient, 'worker'), (page.wholePerson ?? []).map((hash) => Buffer.from(hash, 'hex')),
      page.heldBackToo ?? false, page.byOthers ?? false,
    ],
  })) {
    if (looks.push(look) >= page.first) break;
  }
  const grants = await readAgreedGrants(db, looks.flatMap((look) => [...look.grants]));
  const openings = await readCitedOpenings(db, looks.flatMap((look) => [...look.openings]));
  const challenges = (await readChallenges(db, [person])).get(person) ?? [];
  return looks.map((look) => ({ ...lineIn(look, grants, openings), challenge: challenges.find(({ disclosure }) => look.disclosures.includes(disclosure))?.state ?? null, heldBack: heldBackIn(look) }));
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

function lineIn({ row, firstAt, released, granted, named, withheld, grants: ids, openings: opened }: Look, grants: ReadonlyMap<string, AgreedGrant>, openings: ReadonlyMap<string, CitedOpening>): Omit<DisclosureLine, 'challenge' | 'heldBack'> {
  if (row.kind !== 'LIST' && row.kind !== 'LOOK') throw unreadable();
  const purpose = purposeIn(row.purpose);
  const cited = [...ids].flatMap((id) => grants.get(id) ?? []);
  return {
    id: row.id, at: row.at.getTime(), firstAt: firstAt.getTime(), worker: row.worker_name, agency: row.agency_name, kind: row.kind, purpose,
    account: { worker: row.worker, agency: row.agency, roles: row.roles, decisionVersion: row.decision_version },
    authority: authorityIn(row), released, attempted: without(named, released), withheld, cursor: cursorAt(row.moment, row.id),
    parts: openedBy({ bySelf: row.worker === null, byAuthority: row.authority !== null, purpose, released, releasedOwn: without(released, granted), openings: [...opened].flatMap((id) => openings.get(id) ?? []) }).flatMap((part) => partsOf(part, cited)).filter(({ categories }) => categories !== NOTHING),
  };
}

/** Null for the person's own look, for which they need none. */
function purposeIn(text: string | null): Purpose | null {
  if (text === null) return null;
  const purpose = parsePurpose(text);
  if (purpose === undefined) throw unreadable();
  return purpose;
}

function heldBackIn({ heldBack }: Look): HeldBackLine | null {
  if (heldBack === null) return null;
  const ground = HELD_BACK_GROUNDS.find((one) => one === heldBack.ground);
  if (ground === undefined) throw unreadable();
  return { ...heldBack, ground };
}

function authorityIn({ authority: id, acted_as: text }: DisclosureRow): DisclosureLine['authority'] {
  if (id === null) return null;
  const kind = AUTHORITY_KINDS.find((one) => one === text);
  if (kind === undefined) throw unreadable();
  return { id, kind };
}

const unreadable = (): HouseError => new HouseError('INTERNAL', 'a disclosure in the ledger cannot be read');

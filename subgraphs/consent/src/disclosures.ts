import { explanationOf, maskOf, namesIn, overlaps } from '@thegither/consent';
import type { DisclosureLine, Ledger } from '@thegither/ledger';
import { openIn, type SubgraphContext } from '@thegither/subgraph';
import { whyHeldBack, whyLooked } from '@thegither/words';
import { ownerOf } from './callerOf.ts';
import type { Cursors } from './cursors.ts';
import { dayInWords } from './dayInWords.ts';
import type { Disclosure, Disclosures, HeldBack, PersonDisclosuresArgs } from './generated/graphql.ts';
import { oversees } from './oversees.ts';
import { isTheirLook } from './overseeing.ts';
import { readFirst } from './paging.ts';
import { whyPart } from './whyParts.ts';

const MOST = 100;
const MY_SHARING = maskOf('MY_SHARING');

/** What is asked of who looked: a page, and which lines. */
export type DisclosuresPage = Partial<PersonDisclosuresArgs>;

/**
 * Who looked at the person, latest first; null unless the decision opens it, whatever the rules around this say. Cursors
 * are good for this caller and person alone. `wholePerson`: the operations, by their hash, that ask for everything: what
 * they were not shown nobody asked for by name. What is held back from the person is there for whoever oversees alone.
 */
export async function readDisclosures(
  ledger: Ledger, cursors: Cursors, wholePerson: readonly string[], person: string, { first, after, ...lines }: DisclosuresPage, context: SubgraphContext,
): Promise<Disclosures | null> {
  const access = context.decision.of(person);
  if (access === undefined || !overlaps(openIn(access), MY_SHARING)) return null;
  const size = readFirst(first, MOST), owner = ['disclosures', person, ...ownerOf(context.decision.caller)];
  const found = await ledger.readDisclosures(person, { ...lines, wholePerson, heldBackToo: oversees(context), first: size + 1, after: after ? String(cursors.open(after, owner)) : null });
  const page = found.slice(0, size), last = page.at(-1);
  return { items: page.map((line) => disclosureIn(line, context)), next: last && found.length > size ? cursors.seal(last.cursor, owner) : null };
}

const disclosureIn = (line: DisclosureLine, context: SubgraphContext): Disclosure => ({
  id: line.id, at: new Date(line.at), firstAt: new Date(line.firstAt), worker: line.worker, agency: line.agency, authority: line.authority?.id ?? null, kind: line.kind, purpose: line.purpose,
  released: namesIn(line.released), withheld: namesIn(line.attempted),
  why: whyLooked('en', {
    who: { worker: line.worker, team: null, agency: line.agency, acting: line.authority?.kind ?? null }, kind: line.kind, purpose: line.purpose, parts: line.parts.map(whyPart), attempted: namesIn(line.attempted),
  }),
  challenge: isTheirLook(line.account.worker, context) ? null : line.challenge, heldBack: heldBackIn(line),
  explanation: oversees(context)
    ? explanationOf({
      version: line.account.decisionVersion, authority: line.authority?.id ?? null, worker: line.account.worker, agency: line.account.agency, roles: line.account.roles, purpose: line.purpose, withheld: line.withheld,
      parts: line.parts.map(({ grants, ...part }) => ({ ...part, grants: grants.map(({ id }) => id) })),
    }) + heldBackBy(line)
    : null,
});

/** The day before the moment from which on it is shown is the last on which it was not. */
const heldBackIn = ({ heldBack }: DisclosureLine): HeldBack | null => heldBack && {
  until: new Date(heldBack.until), ground: heldBack.ground, isOver: heldBack.isOver, why: whyHeldBack('en', { ...heldBack, until: dayInWords(heldBack.until - 1) }),
};

const heldBackBy = ({ heldBack }: DisclosureLine): string => (heldBack === null ? '' : ` Held back from the person until ${new Date(heldBack.until).toISOString()} by ${heldBack.id}: ${heldBack.ground}.`);

import type { PrismaClient } from '../generated/prisma/client.ts';
import { placeKey } from '../placeKey.ts';
import { termCode } from '../termCode.ts';

/** The lists of codes that a feed is read with. */
export interface Known {
  /** The current code of a council by any code or name of it, or undefined. */
  councilOf(text: string): string | undefined;
  /** Every council there is. */
  readonly councils: readonly string[];
  /** A need or specialism by code, label or alias, or undefined. */
  termOf(text: string): KnownTerm | undefined;
}

/** A word of the list of terms. */
export interface KnownTerm {
  readonly code: string;
  readonly use: 'NEED' | 'SPECIALISM';
  readonly tells: string;
}

/** Reads the lists of codes. */
export async function readKnown(db: Pick<PrismaClient, 'council' | 'councilAlias' | 'term'>): Promise<Known> {
  const [councils, aliases, rows] = await Promise.all([db.council.findMany({ orderBy: { code: 'asc' } }), db.councilAlias.findMany(), db.term.findMany({ orderBy: { code: 'desc' } })]);
  const byAlias = new Map(aliases.map(({ alias, councilCode }) => [alias, councilCode]));
  const terms = new Map(rows.flatMap(({ code, label, use, tells, aliases: others }) => [...others, label, code].map((word) => [termCode(word), { code, use, tells }] as const)));
  return { councils: councils.map(({ code }) => code), councilOf: (text) => byAlias.get(placeKey(text)), termOf: (text) => terms.get(termCode(text)) };
}

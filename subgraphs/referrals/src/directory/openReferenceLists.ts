import { HouseError } from '@thegither/vocabulary';
import type { PrismaClient } from '../generated/prisma/client.ts';
import { placeKey } from '../placeKey.ts';
import { termCode } from '../termCode.ts';

/** How often people were shown the way, for one need in one council area. */
export interface SignpostCountRow {
  readonly councilCode: string;
  readonly need: string;
  /** Null for a number that is too small to be told. */
  readonly count: number | null;
}

/** From which day to before which. */
export interface Days {
  readonly from: Date;
  readonly before: Date;
}

/** A smaller number could be about somebody whom the reader knows. */
const LEAST_TOLD = 5;

/** The lists of codes, and the log that has no person in it. */
export const openReferenceLists = (db: PrismaClient) => ({
  councils: () => db.council.findMany({ orderBy: { name: 'asc' } }),
  aliasesOf: async (code: string) => (await db.council.findUnique({ where: { code } }).aliases({ orderBy: [{ kind: 'asc' }, { alias: 'asc' }] })) ?? [],
  partnerships: () => db.partnership.findMany({ orderBy: [{ name: 'asc' }, { code: 'asc' }] }),
  councilsOf: async (code: string) =>
    ((await db.partnership.findUnique({ where: { code } }).councils({ include: { council: true }, orderBy: { council: { name: 'asc' } } })) ?? []).map(({ council }) => council),
  terms: () => db.term.findMany({ orderBy: [{ label: 'asc' }, { code: 'asc' }] }),
  referralSources: () => db.referralSource.findMany({ orderBy: [{ label: 'asc' }, { code: 'asc' }] }),

  /**
   * The councils that a place means: a council's code, earlier code or name, or a partnership's.
   * @throws HouseError INVALID_INPUT for a place that nobody knows: "no services" would be believed
   */
  async councilsIn(place: string): Promise<readonly string[]> {
    const council = await db.councilAlias.findUnique({ where: { alias: placeKey(place) } });
    if (council) return [council.councilCode];
    const partnership = await db.partnership.findFirst({
      where: { OR: [{ code: place.trim().toLowerCase() }, { name: { equals: place.trim(), mode: 'insensitive' } }] }, include: { councils: true }, orderBy: { code: 'asc' },
    });
    if (!partnership) throw new HouseError('INVALID_INPUT', 'That is no council of Scotland and no partnership.');
    return partnership.councils.map(({ councilCode }) => councilCode);
  },

  /** The code under which services are found by this word: that of the list of terms where the word is on it, or the word itself as a code. */
  async codeOf(word: string): Promise<string> {
    const code = termCode(word), alias = word.trim().toLowerCase();
    const term = await db.term.findFirst({ where: { OR: [{ code }, { aliases: { has: alias } }, { label: { equals: alias, mode: 'insensitive' } }] }, orderBy: { code: 'asc' } });
    return term?.code ?? code;
  },

  /** How often people were shown the way in these days, by place and need. */
  async signposts({ from, before }: Days, councils: readonly string[] | undefined): Promise<SignpostCountRow[]> {
    const rows = await db.signpost.groupBy({
      by: ['councilCode', 'need'], where: { on: { gte: from, lt: before }, ...(councils && { councilCode: { in: [...councils] } }) },
      _count: { _all: true }, orderBy: [{ councilCode: 'asc' }, { need: 'asc' }],
    });
    return rows.map(({ councilCode, need, _count: { _all: count } }) => ({ councilCode, need, count: count < LEAST_TOLD ? null : count }));
  },
});

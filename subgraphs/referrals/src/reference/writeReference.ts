import type { Prisma } from '../generated/prisma/client.ts';
import { placeKey } from '../placeKey.ts';
import { COUNCILS, COUNCILS_SOURCE, HL1_SOURCE, type CouncilRow } from './councils.ts';
import { PARTNERSHIPS, PARTNERSHIPS_AS_OF } from './partnerships.ts';
import { REFERRAL_SOURCES, REFERRAL_SOURCES_SOURCE } from './referralSources.ts';
import { TERMS, TERMS_SOURCE } from './terms.ts';

/**
 * Writes the lists of codes that every house has: councils with what they are called, partnerships, needs and
 * specialisms, doors. What is there already stays as it is: a house may have changed a row or added its own.
 */
export async function writeReference(db: Prisma.TransactionClient): Promise<void> {
  const skipDuplicates = true;
  await db.council.createMany({ skipDuplicates, data: COUNCILS.map(({ code, name }) => ({ code, name, ...dated(COUNCILS_SOURCE) })) });
  await db.councilAlias.createMany({ skipDuplicates, data: COUNCILS.flatMap(aliasesOf) });
  await db.partnership.createMany({ skipDuplicates, data: PARTNERSHIPS.map(({ councils: _councils, ...row }) => ({ ...row, asOf: new Date(PARTNERSHIPS_AS_OF) })) });
  await db.partnershipCouncil.createMany({ skipDuplicates, data: PARTNERSHIPS.flatMap(({ code, councils }) => councils.map((councilCode) => ({ partnershipCode: code, councilCode }))) });
  await db.term.createMany({ skipDuplicates, data: TERMS.map((row) => ({ ...row, aliases: row.aliases.map((alias) => alias.toLowerCase()), ...dated(TERMS_SOURCE) })) });
  await db.referralSource.createMany({ skipDuplicates, data: REFERRAL_SOURCES.map((row) => ({ ...row, ...dated(REFERRAL_SOURCES_SOURCE) })) });
}

const dated = ({ source, asOf }: { readonly source: string; readonly asOf: string }) => ({ source, asOf: new Date(asOf) });

function aliasesOf({ code, name, superseded = [], hl1, names = [] }: CouncilRow): Prisma.CouncilAliasCreateManyInput[] {
  const alias = (written: string, kind: Prisma.CouncilAliasCreateManyInput['kind'], source: string = COUNCILS_SOURCE.source) => ({ alias: placeKey(written), written, councilCode: code, kind, source });
  return [
    alias(code, 'CODE'),
    ...superseded.map((old) => alias(old, 'SUPERSEDED_CODE')),
    ...(hl1 ? [alias(hl1, 'HL1_CODE', HL1_SOURCE)] : []),
    ...[name, ...names].map((called) => alias(called, 'NAME')),
  ];
}

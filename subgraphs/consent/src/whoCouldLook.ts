import { maskOf } from '@thegither/consent';
import type { CouldLookNow, WhoCouldLook as Found } from '@thegither/ledger';
import { whyCouldLook } from '@thegither/words';
import { dayInWords } from './dayInWords.ts';
import type { CouldLook, WhoCouldLook } from './generated/graphql.ts';
import { whyPart } from './whyParts.ts';

/** Who could look now, as the person reads it. */
export const couldLookIn = ({ lines, isWhole }: Found): WhoCouldLook => ({ isWhole, lines: lines.map(lineIn) });

const lineIn = ({ category, worker, team, agency, purpose, reason, grants, until }: CouldLookNow): CouldLook => ({
  category, worker, team, agency, purpose, reason, grants: grants.map(({ id }) => id), until: until === null ? null : new Date(until),
  why: whyCouldLook('en', {
    // An end is the first moment at which it is closed: the last day is the one before it.
    who: { worker, team, agency }, purpose, part: whyPart({ reason, categories: maskOf(category), grants }), until: until === null ? null : dayInWords(until - 1),
  }),
});

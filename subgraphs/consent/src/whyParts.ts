import { namesIn, type Mask } from '@thegither/consent';
import type { AgreedGrant } from '@thegither/ledger';
import type { Part } from '@thegither/words';
import { dayInWords } from './dayInWords.ts';

const daysOf = (grants: readonly AgreedGrant[], who: (grant: AgreedGrant) => boolean): string[] =>
  [...new Set(grants.filter(who).toSorted((a, b) => a.at - b.at).map(({ at }) => dayInWords(at)))];

/** What one reason decided, as a sentence for the person tells it: with the days on which they agreed. */
export const whyPart = ({ reason, categories, grants }: { readonly reason: Part['reason']; readonly categories: Mask; readonly grants: readonly AgreedGrant[] }): Part =>
  ({ reason, categories: namesIn(categories), agreedOn: daysOf(grants, ({ byWorker, byRepresentative }) => !byWorker && !byRepresentative), agreedForOn: daysOf(grants, ({ byRepresentative }) => byRepresentative), writtenDownOn: daysOf(grants, ({ byWorker }) => byWorker) });

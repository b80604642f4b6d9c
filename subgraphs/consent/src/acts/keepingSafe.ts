import { ceilingFor, covers, maskOf, type Standing } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import { HouseError, categoryNamed } from '@thegither/vocabulary';
import type { BreakGlassInput, MutationResolvers } from '../generated/graphql.ts';
import { actOf } from './actOf.ts';
import { changing } from './changing.ts';
import type { Stands } from './standsAs.ts';

/** Whoever works with people, and about anybody: what it is for is that the worker is not assigned, or is kept out. */
const MAY_BREAK: readonly Standing[] = ['STRANGER', 'ASSIGNED', 'OPENED', 'PENDING', 'TEAM'];

/** What is opened without the person's agreement, and reviewed by a second person. */
export function keepingSafeActs(ledger: Ledger): Pick<MutationResolvers, 'breakGlass' | 'useLegalGateway' | 'reviewOpening'> {
  const change = changing(ledger);
  return {
    breakGlass: change(MAY_BREAK, ledger.breakGlass, mayEverOpen),
    useLegalGateway: change(['ASSIGNED'], ledger.useLegalGateway),
    // Whoever reviews is nobody to the person and names nobody: whom it is about, the opening says, and they are not told.
    reviewOpening: async (_root, { input }, context) => {
      const { person: _, ...reviewer } = actOf(context, { key: input.key, person: '' });
      const { eventId, at, subject } = await ledger.reviewOpening({ ...input, ...reviewer });
      return { person: null, opening: subject, eventId, at: new Date(at) };
    },
  };
}

/** Nobody opens what their role or the agreements between agencies never let them see: the same whoever the person is. */
function mayEverOpen({ categories }: BreakGlassInput, { asker }: Stands): void {
  const wanted = maskOf(...categories.filter((name) => categoryNamed(name)));
  const { open, words } = ceilingFor({ asker, purpose: 'KEEP_SAFE' });
  // What nobody opens in an emergency, the ledger refuses in its own words; and whoever supports nobody, too.
  if (words.NO_PURPOSE === maskOf() && !covers(open, wanted)) throw new HouseError('INVALID_INPUT', 'Your role or the agreements between agencies never open one of these categories.');
}

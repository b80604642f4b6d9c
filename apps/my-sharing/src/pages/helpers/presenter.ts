import { dayOf } from '@thegither/pages';
import { fill, pageWords, type PageLanguage } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { HelpersQuery } from '../../generated/operations.ts';

/** Somebody who helps, or asks to. */
export interface Helper {
  readonly id: string;
  readonly name: string;
  readonly since: string;
  readonly isPending: boolean;
  /** The number that is read out to them instead of pressing a button here. */
  readonly code: string | undefined;
  /** Why they ask, in their own words; undefined once they help. */
  readonly asks: string | undefined;
  /** Can they be kept out by their own name? A team is not. */
  readonly worker: string | undefined;
}

/** What the page says. */
export interface HelpersPage {
  readonly helpers: readonly Helper[];
  readonly out: readonly { readonly id: string; readonly name: string; readonly since: string }[];
}

/** Puts what the gateway said into words. Those whose help has ended are history, and not here. */
export function presentHelpers({ me }: HelpersQuery, language: PageLanguage): HelpersPage {
  const { helpers: say, sharing } = pageWords(language).mySharing;
  return {
    helpers: (me?.assignments ?? []).filter(({ state }) => state !== 'ENDED').map(({ id, recipient, state, from, to, code, reason }) => ({
      id, name: nameOf(recipient, sharing), isPending: state === 'PENDING', code: code ?? undefined, asks: state === 'PENDING' && reason ? fill(say.reason, { reason }) : undefined, worker: recipient.worker ?? undefined,
      since: to ? fill(say.sinceTo, { day: dayOf(from), to: dayOf(to) }) : fill(say.since, { day: dayOf(from) }),
    })),
    out: (me?.exclusions ?? []).map(({ id, recipient, since }) => ({ id, name: nameOf(recipient, sharing), since: fill(say.outSince, { day: dayOf(since) }) })),
  };
}

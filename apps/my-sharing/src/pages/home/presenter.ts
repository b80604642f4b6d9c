import { dayOf, momentOf } from '@thegither/pages';
import { fill, pageWords, type PageLanguage } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { HomeQuery } from '../../generated/operations.ts';

/** What the first page says. */
export interface HomePage {
  readonly heading: string;
  readonly helpers: readonly { readonly name: string; readonly note: string | undefined }[];
  readonly sharing: string;
  readonly stopped: string | undefined;
  readonly requests: string;
}

const counted = (count: number, { none, one, many }: { readonly none: string; readonly one: string; readonly many: string }): string =>
  (count === 0 ? none : count === 1 ? one : fill(many, { count }));

/** Puts what the gateway said into words. */
export function presentHome({ me }: HomeQuery, language: PageLanguage): HomePage {
  const say = pageWords(language).mySharing;
  const standing = me?.assignments?.filter(({ state }) => state !== 'ENDED') ?? [];
  return {
    heading: me?.name?.knownAs ? fill(say.home.heading, { name: me.name.knownAs }) : say.home.hello,
    helpers: standing.map(({ recipient, state, to }) => ({
      name: nameOf(recipient, say.sharing), note: state === 'PENDING' ? say.home.waiting : to ? fill(say.home.until, { day: dayOf(to) }) : undefined,
    })),
    sharing: counted(me?.grants?.filter(({ state }) => state === 'ACTIVE').length ?? 0, say.home.agreements),
    stopped: me?.hold ? fill(say.home.stopped, { time: momentOf(me.hold.since) }) : undefined,
    requests: counted(me?.requests?.filter(({ state }) => state === 'ASKED' || state === 'PUT_OFF').length ?? 0, say.home.requests),
  };
}

import { dayOf } from '@thegither/pages';
import { fill, type PageLanguage, pageWords, type Topic, topicsOf, words } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { RequestsQuery } from '../../generated/operations.ts';

type Asked = NonNullable<NonNullable<RequestsQuery['me']>['requests']>[number];

/** One request as the person reads it. */
export interface AskedOf {
  readonly id: string;
  readonly worker: string;
  readonly from: string;
  readonly recipient: string;
  readonly why: string;
  readonly reason: string;
  readonly topics: readonly Topic[];
  readonly lapses: string;
  readonly state: string;
  readonly isOpen: boolean;
}

/** Puts one request into words. */
export function presentRequest({ id, worker, agency, recipient, purpose, reason, categories, lapses, state }: Asked, language: PageLanguage): AskedOf {
  const say = pageWords(language).mySharing;
  return {
    id, worker, reason, from: agency ? fill(say.requests.from, { worker, agency }) : worker, recipient: nameOf(recipient, say.sharing),
    why: words('en').purposes[purpose].plain, topics: topicsOf(categories), lapses: dayOf(lapses), state: say.requests.states[state], isOpen: state === 'ASKED' || state === 'PUT_OFF',
  };
}

/** Those that wait, and those that do not any more. */
export function presentRequests({ me }: RequestsQuery, language: PageLanguage): { readonly open: readonly AskedOf[]; readonly answered: readonly AskedOf[] } {
  const all = (me?.requests ?? []).map((one) => presentRequest(one, language));
  return { open: all.filter(({ isOpen }) => isOpen), answered: all.filter(({ isOpen }) => !isOpen) };
}

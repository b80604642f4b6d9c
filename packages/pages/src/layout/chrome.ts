import type { Purpose } from '@thegither/vocabulary';
import type { PageLanguage } from '@thegither/words';
import type { Since } from '../live/since.ts';
import type { SessionContext } from '../session/session.ts';

/** What stands around every page: which app it is, and who reads it how. */
export interface Chrome {
  /** The app's own name, and the stylesheet and scripts of the kit. */
  readonly app: string;
  readonly formToken: string;
  /** What the reader is called; undefined while nobody is signed in. */
  readonly user: string | undefined;
  readonly language: PageLanguage;
  readonly large: boolean;
  /** This page's own path: where a change of letters comes back to. */
  readonly path: string;
  /** What is to be said once: something was done. */
  readonly said: string | undefined;
  /** The links across the top. */
  readonly sections: readonly { readonly href: string; readonly text: string }[];
  /** Why the reader looks, and for what else they may; undefined where people read about themselves. */
  readonly purpose: { readonly chosen: Purpose; readonly of: readonly Purpose[] } | undefined;
  /** What an open page brings to hear of what changed since it was made: see keepSince. */
  readonly since?: Since | undefined;
  /** Leads away at once, to a page that says nothing about anybody; undefined where nobody needs that. */
  readonly hideAt: string | undefined;
}

/** What of it is the app's own. */
export type AppChrome = Pick<Chrome, 'app' | 'sections' | 'hideAt'>;

/** Makes it for a request. What was to be said once is said by this. */
export function chromeOf(c: SessionContext, app: AppChrome, purposes?: readonly [Purpose, ...Purpose[]]): Chrome {
  const { formToken, user, reading, said, purpose: chosen } = c.var.session;
  if (said !== undefined) c.var.changeSession({ said: undefined });
  return { ...app, formToken, user: user?.name, language: reading.easy ? 'easy' : 'en', large: reading.large, path: c.req.path, said, since: c.var.since, purpose: purposes && { chosen: chosen ?? purposes[0], of: purposes } };
}

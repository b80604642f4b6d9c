import type { SessionContext } from './session.ts';

/** Where a page listens for what changes of it: see liveRoute. */
export const EVENTS = '/events';

/** The header with which the script of a page asks for that page again. */
export const ASKED_BY_PAGE = 'x-asked-by-page';

/**
 * Was this asked by an open page, and not by its reader? Then it is nothing that the reader did: a sign-in does not last
 * longer by it, and what is to be said or given back once is kept for them.
 */
export const askedByPage = (c: SessionContext): boolean =>
  c.req.method === 'GET' && (c.req.path === EVENTS || c.req.header(ASKED_BY_PAGE) !== undefined);

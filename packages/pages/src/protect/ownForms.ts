import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { SessionEnv } from '../session/session.ts';
import { readFields } from '../forms/readFields.ts';
import { Refused } from './refused.ts';

/** The field of a form that has its session's token. */
export const FORM_TOKEN = 'form';

/** As much as a form of ours can be. */
const LARGEST_FORM = 64 * 1024;

/**
 * Takes no form but our own pages': sent from this very address (Origin, or Sec-Fetch-Site where a browser leaves the
 * former out), of a form's own type, with the token of this browser's session. `origin`: our address as browsers have it.
 * @throws Refused
 */
export function ownForms(origin: () => string): MiddlewareHandler<SessionEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const from = c.req.header('origin');
    const ours = from === undefined || from === 'null' ? c.req.header('sec-fetch-site') === 'same-origin' : from === origin();
    if (c.req.method !== 'POST' || !ours || !/^application\/x-www-form-urlencoded *(;|$)/i.test(c.req.header('content-type') ?? '')) throw new Refused();
    if (Number(c.req.header('content-length') ?? LARGEST_FORM + 1) > LARGEST_FORM) throw new Refused();
    const fields = await readFields(c.req.raw);
    c.set('fields', fields);
    if (!isSame(fields[FORM_TOKEN]?.[0] ?? '', c.var.session.formToken)) throw new Refused();
    return next();
  };
}

function isSame(sent: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

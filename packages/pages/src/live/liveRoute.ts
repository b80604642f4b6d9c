import { HouseError, parsePersonId, parsePurpose } from '@thegither/vocabulary';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { EVENTS } from '../session/askedByPage.ts';
import type { SessionContext, SessionEnv } from '../session/session.ts';
import { isSignedIn } from '../signIn/signedIn.ts';
import { openChanges } from './openChanges.ts';
import { openStreams } from './openStreams.ts';
import { readSince } from './since.ts';

/** What pages are told with of changes. */
export interface LiveOptions {
  readonly gatewayUrl: string;
  /** As whom a page of this request asks, and for what where it does not say. @throws SignedOut */
  readonly token: (c: SessionContext) => Promise<string>;
  readonly purpose: (c: SessionContext) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The route, and how all its streams end. */
export interface LiveRoute {
  readonly routes: Hono<SessionEnv>;
  close(): void;
}

/** As many as the gateway tells of. */
const MOST_PEOPLE = 200;
const OPENING_MS = 10_000;
/** So long before a token ends the page is told to open another stream: with the next token, while this one still tells. */
const RENEW_MS = 25_000;
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * GET /events?people=id,id&since=text~text&purpose=PURPOSE: a stream of server-sent events for one open page. `ready`:
 * from now on nothing is missed; with `since`, nothing since the page was made either: what changed before is told after it.
 * `changed`, with places in that list: ask the page again. `renew`: open another stream, and leave this one then. `over`,
 * or the end: rely on nothing that stands there. No event names anybody. It is nothing that the reader does, so that a
 * sign-in ends under an open page too, and the stream then ends with it, as it does with its token.
 */
export function liveRoute({ gatewayUrl, token, purpose, now }: LiveOptions): LiveRoute {
  const open = openStreams();
  const routes = new Hono<SessionEnv>().get(EVENTS, async (c) => {
    const people = (c.req.query('people') ?? '').split(',');
    if (people.length > MOST_PEOPLE || people.some((id) => parsePersonId(id) === undefined)) throw new HouseError('INVALID_INPUT');
    const leaving = new AbortController(), leave = (): void => leaving.abort();
    const late = setTimeout(leave, OPENING_MS);
    const told = await openChanges({ gatewayUrl, token: await token(c), purpose: parsePurpose(c.req.query('purpose')) ?? purpose(c), people, since: readSince(c.req.query('since'), people), signal: leaving.signal }).finally(() => clearTimeout(late));
    const { user, formToken, tokens } = c.var.session;
    const isStillIn = async (): Promise<boolean> => {
      const stands = await c.var.sessionNow();
      return stands !== undefined && isSignedIn(stands, now()) && stands.user?.sub === user?.sub;
    };
    const left = (tokens?.expiresAt ?? 0) - now();
    c.header('content-type', 'text/event-stream; charset=utf-8');
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return stream(c, async (out) => {
      const count = open.add(formToken, leave);
      const renew = setTimeout(() => void out.write(event('renew')), Math.min(Math.max(left - RENEW_MS, left / 2), LONGEST_TIMER));
      const end = setTimeout(leave, Math.min(left, LONGEST_TIMER));
      out.onAbort(leave);
      try {
        await out.write(event('ready'));
        for await (const one of told) {
          if (one.event === 'over' || !(await isStillIn())) break;
          await out.write(one.event === 'changed' ? event('changed', placesIn(one.data, people.length)) : ':\n\n');
        }
      } catch {
        // The browser went, the token ended, or nothing is heard from the gateway: it is over, whatever it was.
      } finally {
        leave();
        count();
        clearTimeout(renew);
        clearTimeout(end);
        await out.write(event('over'));
      }
    });
  });
  return { routes, close: () => open.close() };
}

const event = (name: string, data: readonly number[] = []): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

/** Nothing is passed on but places in the page's own list. Throws for anything else. */
function placesIn(text: string, people: number): readonly number[] {
  const places: unknown = JSON.parse(text);
  if (!Array.isArray(places) || places.length > people || !places.every((place): place is number => Number.isInteger(place) && place >= 0 && place < people)) throw new RangeError('these are no places');
  return places;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '@thegither/service';
import { HouseError, audienceOf, parsePersonId, parsePurpose, type Caller, type PersonId, type SpineId } from '@thegither/vocabulary';
import { bearerToken } from '../bearerToken.ts';
import type { Shared } from '../corridor.ts';
import { LEDGER } from '../ledgerAudience.ts';
import type { Changes, Listener } from './changes.ts';

/** As many as a page of a list has. */
const MOST_WATCHED = 200;
const LARGEST_BODY = 64 * 1024;
/** A connection on which nothing is said for so long is taken for dead by what stands between. */
const ALIVE_MS = 15_000;
/** What may wait for a reader who does not read. */
const MOST_WAITING = 16 * 1024;

/**
 * POST /changes with `{"people": [PersonId, ...]}`: a stream of server-sent events for one screen. `open`: from now on
 * nothing is missed. `changed`, with places of the list that was sent: ask again about those. `over`, or the end of the
 * connection: do not rely on what is shown, and ask again. No event has an id, a name, a category or a reason in it, and
 * nobody learns more than by asking again.
 *
 * With `"since": {PersonId: text}`, of the answers that are shown, it is told at once about whom another answer would be
 * given now. Whoever is not in it is not compared; what does not fit the caller, the purpose or the person is a change.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export async function streamChanges(request: IncomingMessage, response: ServerResponse, corridor: Shared, changes: Changes): Promise<void> {
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HouseError('BAD_REQUEST', 'Who is to be watched is sent as application/json.');
  const body = readBodyOf(await readBody(request, LARGEST_BODY));
  const ids = readPeople(body.people), seen = readSeen(body.since);
  const { authorization, purpose } = request.headers;
  const caller = await corridor.verifyToken(authorization);
  const rates = corridor.rates.of(caller);
  await rates.asked();
  const people = ids.map((id) => spineOf(corridor, caller, id));
  await rates.about(people);

  const purposeNow = parsePurpose(purpose);
  const isOther = (place: number, fingerprint: string): boolean => {
    const texts = seen(ids[place]!);
    return texts !== undefined && !corridor.since.holds(texts, { caller, purpose: purposeNow, person: people[place]! }, fingerprint);
  };
  const watched = { caller: nameOf(caller), token: bearerToken(authorization), purpose: purposeNow ?? null, people: people.map((spine) => corridor.identifiers.issue(LEDGER, spine)), isOther };
  const stop = await changes.open(watched, tell(response));
  // Whoever left while it was opened sends no further word of it.
  if (response.destroyed) return stop();
  corridor.metrics.watching(1);
  response.once('close', () => {
    stop();
    corridor.metrics.watching(-1);
  });
}

/** Writes events to one reader. One who does not read them loses the connection. */
function tell(response: ServerResponse): Listener {
  const write = (text: string): void => {
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > MOST_WAITING) response.destroy();
    else response.write(text);
  };
  const event = (name: string, data: object): void => write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  return {
    opened() {
      if (response.destroyed) return;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      event('open', {});
      const alive = setInterval(() => write(':\n\n'), ALIVE_MS).unref();
      response.once('close', () => clearInterval(alive));
    },
    changed: (places) => event('changed', places),
    over() {
      event('over', {});
      response.end();
    },
  };
}

/** The body's members; none of what is no JSON object, which is refused below without repeating what was sent. */
function readBodyOf(bytes: Buffer): { readonly people?: unknown; readonly since?: unknown } {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof body === 'object' && body !== null) return body;
  } catch {
    // It names nobody.
  }
  return {};
}

function readPeople(listed: unknown): PersonId[] {
  const people = (Array.isArray(listed) ? listed : []).map(parsePersonId).filter((id) => id !== undefined);
  if (!Array.isArray(listed) || people.length === 0 || people.length !== listed.length || people.length > MOST_WATCHED) throw new HouseError('BAD_REQUEST', `The body names 1 to ${MOST_WATCHED} people.`);
  return people;
}

/** What the caller says they saw of somebody: undefined where they say nothing. When nobody can read it, they saw what nobody is answered. */
function readSeen(since: unknown): (id: PersonId) => unknown {
  if (since === undefined) return () => undefined;
  if (typeof since !== 'object' || since === null || Array.isArray(since)) return () => null;
  const seen = new Map<string, unknown>(Object.entries(since));
  return (id) => seen.get(id);
}

function spineOf({ identifiers }: Shared, caller: Caller, id: PersonId): SpineId {
  const spine = identifiers.open(audienceOf(caller), id);
  if (!spine) throw new HouseError('BAD_REQUEST', 'The body names somebody by an id that was not made here.');
  return spine;
}

const nameOf = (caller: Caller): string => JSON.stringify(caller.kind === 'person' ? [caller.person] : [caller.agency, caller.worker]);

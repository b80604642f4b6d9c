import type { Instant } from '@thegither/consent';
import type { Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { byReference } from './acts/payload.ts';
import { callerOf, ownerOf } from './callerOf.ts';
import type { Cursors } from './cursors.ts';
import type { Caseload, Ending, HandoverDue } from './generated/graphql.ts';
import { readFirst } from './paging.ts';

const MOST = 200;

const DAY_MS = 24 * 60 * 60 * 1000;

/** How soon support ends, when it is time to say so: in the last fourteen days, and again in the last three. */
function endingOf(to: Instant | null, at: Instant): Ending | null {
  const left = to === null ? Infinity : to - at;
  if (left <= 3 * DAY_MS) return 'WITHIN_3_DAYS';
  return left <= 14 * DAY_MS ? 'WITHIN_14_DAYS' : null;
}

/** A page that is asked for. */
export interface Page {
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * The people whom the worker supports now, longest assigned first. The ledger leaves out before the page is cut whoever
 * keeps the worker out; the rule of the house is asked again about everybody on it, so that a line which should not be
 * there is an empty one. Cursors are good for this worker alone.
 */
export async function readCaseload(ledger: Ledger, cursors: Cursors, { first, after }: Page, { decision }: SubgraphContext): Promise<Caseload> {
  const caller = callerOf(decision.caller);
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const size = readFirst(first, MOST), owner = ['caseload', ...ownerOf(decision.caller)];
  const lines = await ledger.readCaseload(caller.worker, { first: size + 1, after: after ? String(cursors.open(after, owner)) : null });
  const page = lines.slice(0, size);
  const { at, people } = await ledger.decide(caller, decision.purpose ?? undefined, page.map(({ person }) => person));
  const assigned = new Set(people.filter((one) => one.decision.standing === 'ASSIGNED').map(({ person }) => person));
  const edges = page.map(({ person, to, cursor }) => {
    const place = { cursor: cursors.seal(cursor, owner), person: null, endsAt: null, ending: null };
    return assigned.has(person) ? { ...place, person: byReference(person), endsAt: to === null ? null : new Date(to), ending: endingOf(to, at) } : place;
  });
  return { edges, pageInfo: { endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: lines.length > size } };
}

/** For a team lead: assignments of the team that ended with nobody in their place. Ids and dates, and nobody whom the lead may not name. */
export async function readHandoversDue(ledger: Ledger, { decision }: SubgraphContext): Promise<HandoverDue[]> {
  const caller = callerOf(decision.caller);
  if (caller.kind !== 'worker') throw new HouseError('FORBIDDEN');
  const due = await ledger.readHandoversDue(caller.worker);
  const { people } = await ledger.decide(caller, decision.purpose ?? undefined, due.map(({ person }) => person));
  const addressable = new Set(people.filter((one) => one.addressable).map(({ person }) => person));
  return due.filter(({ person }) => addressable.has(person)).map((one) => ({ ...one, endedAt: new Date(one.endedAt) }));
}

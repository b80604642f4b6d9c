import type { Ledger } from '@thegither/ledger';
import type { SubgraphContext } from '@thegither/subgraph';
import { HouseError } from '@thegither/vocabulary';
import { byReference } from './acts/payload.ts';
import { callerOf, ownerOf } from './callerOf.ts';
import type { Cursors } from './cursors.ts';
import type { Caseload, HandoverDue } from './generated/graphql.ts';
import { readFirst } from './paging.ts';

const MOST = 200;

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
  const { people } = await ledger.decide(caller, decision.purpose ?? undefined, page.map(({ person }) => person));
  const assigned = new Set(people.filter((one) => one.decision.standing === 'ASSIGNED').map(({ person }) => person));
  const edges = page.map(({ person, cursor }) => ({ cursor: cursors.seal(cursor, owner), person: assigned.has(person) ? byReference(person) : null }));
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

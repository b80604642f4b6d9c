import type { Pool, PoolClient } from 'pg';
import { covers, type Instant } from '@thegither/consent';
import { HouseError, type Caller } from '@thegither/vocabulary';
import { failure, wasInTheWay, wasThereAlready } from '../connection/failure.ts';
import { inOrder } from '../connection/inOrder.ts';
import { accountLock, holdStill } from '../connection/locks.ts';
import type { Patience } from '../connection/transaction.ts';
import { inTwoJourneys, type Then } from '../connection/twoJourneys.ts';
import type { Seals } from '../seal/seals.ts';
import { readStanding } from '../standing/readStanding.ts';
import { decideAll, type Decided, type Decisions } from './decideAll.ts';
import { disclose, type Telling } from './disclose.ts';
import { releasedBefore } from './releasedBefore.ts';
import { stillHolds, type Shown } from './stillHolds.ts';

/** What is to be told, about whom, and what it was made with. */
export interface ToRelease extends Telling {
  readonly caller: Caller;
  /** Each person once. */
  readonly people: readonly Shown[];
}

/** RELEASED: on the record, it may be told. CHANGED: nothing is; what holds now for the people who changed. */
export type Release =
  | { readonly status: 'RELEASED'; readonly at: Instant }
  | { readonly status: 'CHANGED'; readonly decisions: Decisions };

// Within the deadline of an answer: what waits longer is asked again.
const PATIENCE: Patience = { lockMs: 150, statementMs: 1_000 };

/**
 * Stopped means stopped: no disclosure commits after a withdrawal commits. In one transaction, all of it or nothing:
 *
 * 1. shared locks on all people and on the worker's account, in one order: from here on no event about them commits, and
 *    no change of team or roles;
 * 2. in a statement of its own, so that it sees all that committed before: caller and facts again, decided at the
 *    database's clock now. Expiry, windows, assignment, role and team, hold and exclusion are all in it;
 * 3. what holds now must cover what the answer was made with, for everybody; then the disclosures are inserted.
 *
 * Whoever else was in the way (lock or statement timeout, deadlock, serialisation) counts as a change of everybody.
 * The same request and attempt answers RELEASED again, with the first time, and adds nothing.
 *
 * Throws BAD_REQUEST when it releases what nobody asked or names somebody twice; KEY_REUSED when the try was committed
 * with another content; UNAUTHENTICATED and FORBIDDEN about the caller; DECISIONS_UNAVAILABLE without a ledger.
 */
export async function release(pool: Pool, seals: Seals, told: ToRelease): Promise<Release> {
  mustMakeSense(told.people);
  const released = await inTwoJourneys(pool, PATIENCE, (client) => holdAndDecide(client, told), (held) => discloseOrGiveUp(seals, told, held))
    .catch((cause: unknown) => {
      if (wasInTheWay(cause) || wasThereAlready(cause)) return undefined;
      throw failure(cause);
    });
  if (released?.status === 'RELEASED') return released;
  return unlessReleasedBefore(pool, seals, told, released ?? { status: 'CHANGED', decisions: decideAll(await readStanding(pool, told.caller, idsOf(told)).catch(fail), told.purpose) });
}

const fail = (cause: unknown): never => {
  throw failure(cause);
};

const idsOf = ({ people }: ToRelease): string[] => people.map(({ person }) => person);

/** Team and roles are the worker's and no person's: they are kept still as well. */
const accountOf = ({ caller }: ToRelease): string[] => (caller.kind === 'worker' ? [accountLock(caller.worker)] : []);

function mustMakeSense(people: readonly Shown[]): void {
  if (new Set(people.map(({ person }) => person)).size !== people.length) throw new HouseError('BAD_REQUEST', 'A release names somebody twice.');
  if (!people.every(({ asked, released }) => covers(asked, released))) throw new HouseError('BAD_REQUEST', 'A release tells what was not asked.');
}

/** What holds now for everybody whose answer it no longer covers; nobody where all of it may be told. */
type Held = { readonly decisions: Decisions; readonly people: readonly { readonly shown: Shown; readonly now: Decided }[]; readonly changed: readonly Decided[] };

/** Both statements are sent at once; the second is begun when the first has all locks, and sees everything that was committed until then. */
async function holdAndDecide(client: PoolClient, told: ToRelease): Promise<Held> {
  const [, standing] = await inOrder(holdStill(client, [...idsOf(told), ...accountOf(told)]), readStanding(client, told.caller, idsOf(told)));
  const decisions = decideAll(standing, told.purpose);
  const people = told.people.map((shown, index) => ({ shown, now: decisions.people[index]! }));
  return { decisions, people, changed: people.filter(({ shown, now }) => !stillHolds(shown, now)).map(({ now }) => now) };
}

function discloseOrGiveUp(seals: Seals, told: ToRelease, { decisions, people, changed }: Held): Then<Release> {
  if (changed.length > 0) return { giveUp: { status: 'CHANGED', decisions: { ...decisions, people: changed } } };
  return {
    write: (client) => disclose(client, seals, told, decisions, people),
    answer: (written) => {
      if (written !== people.length) throw new HouseError('INTERNAL', 'not everybody is on the record');
      return { status: 'RELEASED', at: decisions.at };
    },
  };
}

/** The very same try may have been committed before: then it says so again, whatever holds now. */
async function unlessReleasedBefore(pool: Pool, seals: Seals, told: ToRelease, otherwise: Release): Promise<Release> {
  const before = await releasedBefore(pool, seals, told, told.caller, told.people).catch(fail);
  return before === undefined ? otherwise : { status: 'RELEASED', at: before };
}

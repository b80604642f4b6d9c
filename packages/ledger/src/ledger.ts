import { setTimeout as pause } from 'node:timers/promises';
import type { Instant, PersonFacts } from '@thegither/consent';
import { RELEASE_DEADLINE_MS, type Caller, type Purpose } from '@thegither/vocabulary';
import { failure } from './connection/failure.ts';
import { openPool, type LedgerOptions as Connection } from './connection/openPool.ts';
import { assignKeyWorker, type AssignKeyWorker } from './events/assignKeyWorker.ts';
import { confirmAssignment, type ConfirmAssignment } from './events/confirmAssignment.ts';
import { exclude, type Exclude } from './events/exclude.ts';
import { giveGrant, type GiveGrant } from './events/giveGrant.ts';
import { joinHousehold, type JoinHousehold } from './events/joinHousehold.ts';
import { leaveHousehold } from './events/leaveHousehold.ts';
import type { Act, Done } from './events/record.ts';
import { refuse, type Refuse } from './events/refuse.ts';
import { resumeSharing } from './events/resumeSharing.ts';
import { stopAll } from './events/stopAll.ts';
import { withdrawGrant, type WithdrawGrant } from './events/withdrawGrant.ts';
import { readEvents } from './events/readEvents.ts';
import type { SharingEvent } from './events/event.ts';
import { readHandoversDue, type HandoverDue } from './history/readHandoversDue.ts';
import { readCaseload, type CaseloadLine, type CaseloadPage } from './history/readCaseload.ts';
import { readDisclosures, type DisclosureLine, type DisclosurePage } from './history/readDisclosures.ts';
import { readHouseholdLinks, type HouseholdLink } from './history/readHouseholdLinks.ts';
import { readHouseholds } from './history/readHouseholds.ts';
import { readSharing, type Sharing } from './history/readSharing.ts';
import { readSupporters, type Supporter } from './history/readSupporters.ts';
import { decideAll, type Decisions } from './release/decideAll.ts';
import { release, type Release, type ToRelease } from './release/release.ts';
import { clock } from './standing/clock.ts';
import { readFacts, readStanding } from './standing/readStanding.ts';

/** Where the ledger is, and how long a stop waits after its commit. */
export interface LedgerOptions extends Connection {
  /** Milliseconds that a withdrawal, refusal, stop, exclusion or leaving of a household waits after its commit before it is acknowledged; the deadline of a released answer when nothing is said. */
  readonly acknowledgeAfterMs?: number;
}

/**
 * The record of what people agreed to share and of who was told. Person ids are those of its own audience. Every method
 * throws DECISIONS_UNAVAILABLE when the ledger cannot be reached: an outage never looks like an answer.
 */
export interface Ledger {
  /** The only clock that decides, in milliseconds since 1970. */
  clock(): Promise<Instant>;
  /** All facts about these people, of one moment; an entry for everybody. */
  readFacts(people: readonly string[]): Promise<ReadonlyMap<string, PersonFacts>>;
  /** Decides about these people for this caller now. */
  decide(caller: Caller, purpose: Purpose | undefined, people: readonly string[]): Promise<Decisions>;
  /** Decides again and commits the disclosures: see `release`. */
  release(told: ToRelease): Promise<Release>;

  giveGrant(grant: GiveGrant): Promise<Done>;
  refuse(refusal: Refuse): Promise<Done>;
  withdrawGrant(withdrawal: WithdrawGrant): Promise<Done>;
  stopAll(act: Act): Promise<Done>;
  resumeSharing(act: Act): Promise<Done>;
  exclude(exclusion: Exclude): Promise<Done>;
  assignKeyWorker(assignment: AssignKeyWorker): Promise<Done>;
  confirmAssignment(confirmation: ConfirmAssignment): Promise<Done>;
  joinHousehold(membership: JoinHousehold): Promise<Done>;
  leaveHousehold(act: Act): Promise<Done>;

  /** A person's whole history, checked against its chain of hashes. */
  readEvents(person: string): Promise<SharingEvent[]>;
  /** What these people agreed to, refused, stopped and excluded, and who is assigned: an entry for everybody. */
  readSharing(people: readonly string[]): Promise<ReadonlyMap<string, Sharing>>;
  readDisclosures(person: string, page: DisclosurePage): Promise<DisclosureLine[]>;
  readCaseload(worker: string, page: CaseloadPage): Promise<CaseloadLine[]>;
  readHandoversDue(lead: string): Promise<HandoverDue[]>;
  readSupporters(people: readonly string[]): Promise<ReadonlyMap<string, Supporter[]>>;
  /** The others of each person's household who agreed to be linked; no entry for somebody who is in none. */
  readHouseholds(people: readonly string[]): Promise<ReadonlyMap<string, string[]>>;
  /** Each person's own history of households, latest first: an entry for everybody. */
  readHouseholdLinks(people: readonly string[]): Promise<ReadonlyMap<string, HouseholdLink[]>>;

  close(): Promise<void>;
}

/** Opens the ledger. Nothing is connected before the first question. */
export function createLedger({ acknowledgeAfterMs = RELEASE_DEADLINE_MS, ...connection }: LedgerOptions): Ledger {
  const pool = openPool(connection);
  // An answer that was released before a stop may still be written until its deadline: only then is it stopped for certain.
  const acknowledged = async (done: Promise<Done>): Promise<Done> => {
    const stands = await done;
    await pause(acknowledgeAfterMs);
    return stands;
  };
  return {
    clock: () => told(clock(pool)),
    readFacts: async (people) => (await told(readFacts(pool, people))).facts,
    decide: async (caller, purpose, people) => decideAll(await told(readStanding(pool, caller, people)), purpose),
    release: (toRelease) => release(pool, toRelease),
    giveGrant: (grant) => giveGrant(pool, grant),
    refuse: (refusal) => acknowledged(refuse(pool, refusal)),
    withdrawGrant: (withdrawal) => acknowledged(withdrawGrant(pool, withdrawal)),
    stopAll: (act) => acknowledged(stopAll(pool, act)),
    resumeSharing: (act) => resumeSharing(pool, act),
    exclude: (exclusion) => acknowledged(exclude(pool, exclusion)),
    assignKeyWorker: (assignment) => assignKeyWorker(pool, assignment),
    confirmAssignment: (confirmation) => confirmAssignment(pool, confirmation),
    joinHousehold: (membership) => joinHousehold(pool, membership),
    leaveHousehold: (act) => acknowledged(leaveHousehold(pool, act)),
    readEvents: (person) => told(readEvents(pool, person)),
    readSharing: (people) => told(readSharing(pool, people)),
    readDisclosures: (person, page) => told(readDisclosures(pool, person, page)),
    readCaseload: (worker, page) => told(readCaseload(pool, worker, page)),
    readHandoversDue: (lead) => told(readHandoversDue(pool, lead)),
    readSupporters: (people) => told(readSupporters(pool, people)),
    readHouseholds: (people) => told(readHouseholds(pool, people)),
    readHouseholdLinks: (people) => told(readHouseholdLinks(pool, people)),
    close: () => pool.end(),
  };
}

const told = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((cause: unknown) => {
    throw failure(cause);
  });

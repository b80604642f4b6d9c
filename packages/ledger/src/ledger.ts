import { setTimeout as pause } from 'node:timers/promises';
import type { Instant, PersonFacts, Recipient } from '@thegither/consent';
import { RELEASE_DEADLINE_MS, type Caller, type Purpose } from '@thegither/vocabulary';
import { failure } from './connection/failure.ts';
import { openPool, type LedgerOptions as Connection } from './connection/openPool.ts';
import { breakGlass, type BreakGlass } from './events/breakGlass.ts';
import { reviewOpening, type ReviewOpening } from './events/reviewOpening.ts';
import { useLegalGateway, type UseLegalGateway } from './events/useLegalGateway.ts';
import { readOpenings, type OpeningLine } from './history/readOpenings.ts';
import { readOpeningsToReview, type OpeningToReview } from './history/readOpeningsToReview.ts';
import { cancelRequest, putOffRequest, refuseRequest, type OfRequest } from './events/answerRequest.ts';
import { changeAccount, type AccountChanged, type ChangeAccount } from './accounts/changeAccount.ts';
import { acknowledgeEnding } from './endings/acknowledgeEnding.ts';
import { attestErasure, type AttestErasure } from './endings/attestErasure.ts';
import { noteEndings, type NotedEndings } from './endings/noteEndings.ts';
import type { OfEnding } from './endings/openNotice.ts';
import { appointRepresentative, type AppointRepresentative } from './events/appointRepresentative.ts';
import { askForSharing, type AskForSharing } from './events/askForSharing.ts';
import { assignKeyWorker, type AssignKeyWorker } from './events/assignKeyWorker.ts';
import { challengeLook, type ChallengeLook } from './events/challengeLook.ts';
import { closeChallenge, type CloseChallenge } from './events/closeChallenge.ts';
import { chooseContact, type ChooseContact } from './events/chooseContact.ts';
import { confirmAssignment, type ConfirmAssignment } from './events/confirmAssignment.ts';
import { confirmAuthority, type ConfirmAuthority } from './events/confirmAuthority.ts';
import { confirmGrant } from './events/confirmGrant.ts';
import { endAssignment, type EndAssignment } from './events/endAssignment.ts';
import { endAuthority, type EndAuthority } from './events/endAuthority.ts';
import { endExclusion, type EndExclusion } from './events/endExclusion.ts';
import type { SharingEvent } from './events/event.ts';
import { exclude, type Exclude } from './events/exclude.ts';
import { giveGrant, type GiveGrant } from './events/giveGrant.ts';
import { invalidateGrant } from './events/invalidateGrant.ts';
import { joinHousehold, type JoinHousehold } from './events/joinHousehold.ts';
import { leaveHousehold } from './events/leaveHousehold.ts';
import { pauseGrant } from './events/pauseGrant.ts';
import { readEvents } from './events/readEvents.ts';
import { heldAt, type Act, type Done } from './events/record.ts';
import { recordAuthority, type RecordAuthority } from './events/recordAuthority.ts';
import { recordGrant, type RecordGrant } from './events/recordGrant.ts';
import { refuse, type Refuse } from './events/refuse.ts';
import { renewGrant, type RenewGrant } from './events/renewGrant.ts';
import { renounceGrant } from './events/renounceGrant.ts';
import { resumeGrant } from './events/resumeGrant.ts';
import { resumeSharing } from './events/resumeSharing.ts';
import { approveSuppression, endSuppression, proposeSuppression, type EndSuppression, type OfSuppression, type ProposeSuppression } from './events/suppress.ts';
import { stopAll } from './events/stopAll.ts';
import { withdrawFrom, type WithdrawFrom } from './events/withdrawFrom.ts';
import { withdrawGrant, type OfGrant } from './events/withdrawGrant.ts';
import { readHandoversDue, type HandoverDue } from './history/readHandoversDue.ts';
import { readChallenges, readChallengesOpen, type ChallengeLine, type ChallengeOpen } from './history/readChallenges.ts';
import { readSuppressions, type SuppressionLine } from './history/readSuppressions.ts';
import { readCaseload, type CaseloadLine, type CaseloadPage } from './history/readCaseload.ts';
import { readDisclosures, type DisclosureLine, type DisclosurePage } from './history/readDisclosures.ts';
import { readEndingNotices, type EndingNotice } from './history/readEndingNotices.ts';
import { readEndings, type SharingEnding } from './history/readEndings.ts';
import { readEndingsOverdue, type OverdueEnding } from './history/readEndingsOverdue.ts';
import { readHouseholdLinks, type HouseholdLink } from './history/readHouseholdLinks.ts';
import { readHouseholds } from './history/readHouseholds.ts';
import { readPreview, type Preview } from './history/readPreview.ts';
import { readAgencies, type AgencyName } from './history/readAgencies.ts';
import { readNames, type Called } from './history/readNames.ts';
import { readNotices, type Notice } from './history/readNotices.ts';
import { readReminderChoices, type ReminderChoice } from './history/readReminderChoices.ts';
import { readRepresented, type Represented } from './history/readRepresented.ts';
import { readRequests, type RequestLine } from './history/readRequests.ts';
import { readSharing, type Sharing } from './history/readSharing.ts';
import { readSupporters, type Supporter } from './history/readSupporters.ts';
import { readWhoCouldLook, type WhoCouldLook } from './history/readWhoCouldLook.ts';
import { decideAll, type Decisions } from './release/decideAll.ts';
import { release, type Release, type ToRelease } from './release/release.ts';
import { NO_SEALS } from './seal/noSeals.ts';
import type { Seals } from './seal/seals.ts';
import { clock } from './standing/clock.ts';
import { remind, type Reminded, type SendReminder } from './reminders/remind.ts';
import { readMarks } from './standing/readMarks.ts';
import { readFacts, readStanding } from './standing/readStanding.ts';

/** Where the ledger is, and how long a stop waits until it is acknowledged. */
export interface LedgerOptions extends Connection {
  /** At least so many milliseconds lie between the moment at which whatever closes something (a withdrawal, refusal, stop, exclusion, end of support) has the person's lock and its acknowledgement; the deadline of a released answer when nothing is said. */
  readonly acknowledgeAfterMs?: number;
  /** Seals and opens what disclosures say. Without it nothing is released and nobody reads who looked: both throw CONFIGURATION. */
  readonly seals?: Seals;
}

/**
 * The record of what people agreed to share and of who was told. Person ids are those of its own audience. Every method
 * throws DECISIONS_UNAVAILABLE when the ledger cannot be reached: an outage never looks like an answer.
 */
export interface Ledger {
  /** The only clock that decides, in milliseconds since 1970. */
  readonly clock: () => Promise<Instant>;
  /** All facts about these people, of one moment; an entry for everybody. */
  readonly readFacts: (people: readonly string[]) => Promise<ReadonlyMap<string, PersonFacts>>;
  /** Decides about these people for this caller now. */
  readonly decide: (caller: Caller, purpose: Purpose | undefined, people: readonly string[]) => Promise<Decisions>;
  /** For each of these people a mark that becomes another when something about them changes: see `readMarks`. */
  readonly readMarks: (people: readonly string[]) => Promise<string[]>;
  /** Decides again and commits the disclosures: see `release`. */
  readonly release: (told: ToRelease) => Promise<Release>;

  readonly giveGrant: (grant: GiveGrant) => Promise<Done>;
  readonly refuse: (refusal: Refuse) => Promise<Done>;
  readonly recordGrant: (grant: RecordGrant) => Promise<Done>;
  readonly confirmGrant: (of: OfGrant) => Promise<Done>;
  readonly invalidateGrant: (of: OfGrant) => Promise<Done>;
  readonly pauseGrant: (of: OfGrant) => Promise<Done>;
  readonly resumeGrant: (of: OfGrant) => Promise<Done>;
  readonly renewGrant: (renewal: RenewGrant) => Promise<Done>;
  readonly withdrawGrant: (of: OfGrant) => Promise<Done>;
  readonly withdrawFrom: (withdrawal: WithdrawFrom) => Promise<Done>;
  readonly renounceGrant: (of: OfGrant) => Promise<Done>;
  readonly askForSharing: (request: AskForSharing) => Promise<Done>;
  readonly putOffRequest: (of: OfRequest) => Promise<Done>;
  readonly refuseRequest: (of: OfRequest) => Promise<Done>;
  readonly cancelRequest: (of: OfRequest) => Promise<Done>;
  readonly stopAll: (act: Act) => Promise<Done>;
  readonly resumeSharing: (act: Act) => Promise<Done>;
  readonly exclude: (exclusion: Exclude) => Promise<Done>;
  readonly endExclusion: (ending: EndExclusion) => Promise<Done>;
  readonly assignKeyWorker: (assignment: AssignKeyWorker) => Promise<Done>;
  readonly confirmAssignment: (confirmation: ConfirmAssignment) => Promise<Done>;
  readonly endAssignment: (ending: EndAssignment) => Promise<Done>;
  readonly appointRepresentative: (appointment: AppointRepresentative) => Promise<Done>;
  readonly recordAuthority: (authority: RecordAuthority) => Promise<Done>;
  readonly confirmAuthority: (confirmation: ConfirmAuthority) => Promise<Done>;
  readonly endAuthority: (ending: EndAuthority) => Promise<Done>;
  readonly joinHousehold: (membership: JoinHousehold) => Promise<Done>;
  readonly leaveHousehold: (act: Act) => Promise<Done>;
  readonly chooseContact: (choice: ChooseContact) => Promise<Done>;
  readonly acknowledgeEnding: (of: OfEnding) => Promise<Done>;
  readonly attestErasure: (attestation: AttestErasure) => Promise<Done>;
  /** A lead moves a worker or changes their roles, at once: see `changeAccount`. */
  readonly changeAccount: (change: ChangeAccount) => Promise<AccountChanged>;
  readonly challengeLook: (challenge: ChallengeLook) => Promise<Done>;
  readonly closeChallenge: (answer: CloseChallenge) => Promise<Done>;
  readonly proposeSuppression: (proposal: ProposeSuppression) => Promise<Done>;
  readonly approveSuppression: (of: OfSuppression) => Promise<Done>;
  readonly endSuppression: (ending: EndSuppression) => Promise<Done>;

  readonly breakGlass: (opening: BreakGlass) => Promise<Done>;
  readonly useLegalGateway: (opening: UseLegalGateway) => Promise<Done>;
  readonly reviewOpening: (review: ReviewOpening) => Promise<Done>;

  /** A person's whole history, checked against its chain of hashes. */
  readonly readEvents: (person: string) => Promise<SharingEvent[]>;
  /** What these people agreed to, refused, stopped and excluded, and who is assigned: an entry for everybody. */
  readonly readSharing: (people: readonly string[]) => Promise<ReadonlyMap<string, Sharing>>;
  /** For whom this person acts now, longest first. */
  readonly readRepresented: (representative: string) => Promise<Represented[]>;
  /** What these people were asked to share, latest first: an entry for everybody. */
  readonly readRequests: (people: readonly string[]) => Promise<ReadonlyMap<string, RequestLine[]>>;
  /** The newest version in force of every notice. */
  readonly readNotices: () => Promise<Notice[]>;
  /** What these people did not recognise, latest first: an entry for everybody. */
  readonly readChallenges: (people: readonly string[]) => Promise<ReadonlyMap<string, ChallengeLine[]>>;
  /** What waits for an answer, oldest first, but of this lead's own looks. */
  readonly readChallengesOpen: (lead: string) => Promise<ChallengeOpen[]>;
  /** What is held back from people now, or waits for a second one: for data protection leads alone. */
  readonly readSuppressions: () => Promise<SuppressionLine[]>;
  readonly readDisclosures: (person: string, page: DisclosurePage) => Promise<DisclosureLine[]>;
  /** Who could look at what of these people now, and why: an entry for everybody. As the person may know it, unless `told` is false. */
  readonly readWhoCouldLook: (people: readonly string[], told?: boolean) => Promise<ReadonlyMap<string, WhoCouldLook>>;
  /** What a worker would see of the person now. As the person may know it, unless `told` is false. */
  readonly readPreview: (person: string, worker: string, purpose: Purpose, told?: boolean) => Promise<Preview>;
  /** What every agency is called. */
  readonly readAgencies: () => Promise<AgencyName[]>;
  /** What agencies, teams and workers are called, in the order asked; undefined for one that is not there. */
  readonly readNames: (recipients: readonly Recipient[]) => Promise<(Called | undefined)[]>;
  readonly readCaseload: (worker: string, page: CaseloadPage) => Promise<CaseloadLine[]>;
  readonly readHandoversDue: (lead: string) => Promise<HandoverDue[]>;
  /** The notices that a lead is to answer for their agency, the first due first. */
  readonly readEndingNotices: (lead: string) => Promise<EndingNotice[]>;
  /** Which agencies owe an answer to a notice. */
  readonly readEndingsOverdue: () => Promise<OverdueEnding[]>;
  /** Whom the house asked to erase what they were told of these people, and what they say: an entry for everybody. See `readEndings`. */
  readonly readEndings: (people: readonly string[], all?: boolean) => Promise<ReadonlyMap<string, SharingEnding[]>>;
  /** By which way these people are reminded: an entry for everybody. */
  readonly readReminderChoices: (people: readonly string[]) => Promise<ReadonlyMap<string, ReminderChoice>>;
  /** What workers opened about these people without their agreement, latest first: an entry for everybody. `told`: only what the person is told of by now. */
  readonly readOpenings: (people: readonly string[], told: boolean) => Promise<ReadonlyMap<string, OpeningLine[]>>;
  /** For a lead: what waits for a second person's review. */
  readonly readOpeningsToReview: (reviewer: string) => Promise<OpeningToReview[]>;
  readonly readSupporters: (people: readonly string[]) => Promise<ReadonlyMap<string, Supporter[]>>;
  /** The others of each person's household who agreed to be linked; no entry for somebody who is in none. */
  readonly readHouseholds: (people: readonly string[]) => Promise<ReadonlyMap<string, string[]>>;
  /** Each person's own history of households, latest first: an entry for everybody. */
  readonly readHouseholdLinks: (people: readonly string[]) => Promise<ReadonlyMap<string, HouseholdLink[]>>;

  /** Sends the reminders that are due: see `remind`. */
  readonly remind: (send: SendReminder) => Promise<Reminded>;
  /** Makes the notices to those with whom sharing ended: see `noteEndings`. */
  readonly noteEndings: () => Promise<NotedEndings>;

  readonly close: () => Promise<void>;
}

/** Opens the ledger. Nothing is connected before the first question. */
export function createLedger({ acknowledgeAfterMs = RELEASE_DEADLINE_MS, seals = NO_SEALS, ...connection }: LedgerOptions): Ledger {
  const pool = openPool(connection);
  // An answer that was released before a stop may still be written until its deadline, which began before the stop had
  // the person's lock: only a deadline after that it is stopped for certain.
  const acknowledged = async <T extends object>(change: Promise<T>): Promise<T> => {
    const stands = await change;
    const from = heldAt(stands) + acknowledgeAfterMs;
    for (let left = from - performance.now(); left > 0; left = from - performance.now()) await pause(left);
    return stands;
  };
  return {
    clock: () => told(clock(pool)),
    readFacts: async (people) => (await told(readFacts(pool, people))).facts,
    decide: async (caller, purpose, people) => decideAll(await told(readStanding(pool, caller, people)), purpose),
    readMarks: (people) => told(readMarks(pool, people)),
    release: (toRelease) => release(pool, seals, toRelease),
    giveGrant: (grant) => giveGrant(pool, grant),
    refuse: (refusal) => acknowledged(refuse(pool, refusal)),
    recordGrant: (grant) => recordGrant(pool, grant),
    confirmGrant: (of) => confirmGrant(pool, of),
    invalidateGrant: (of) => acknowledged(invalidateGrant(pool, of)),
    pauseGrant: (of) => acknowledged(pauseGrant(pool, of)),
    resumeGrant: (of) => resumeGrant(pool, of),
    renewGrant: (renewal) => acknowledged(renewGrant(pool, renewal)),
    withdrawGrant: (of) => acknowledged(withdrawGrant(pool, of)),
    withdrawFrom: (withdrawal) => acknowledged(withdrawFrom(pool, withdrawal)),
    renounceGrant: (of) => acknowledged(renounceGrant(pool, of)),
    askForSharing: (request) => askForSharing(pool, request),
    putOffRequest: (of) => putOffRequest(pool, of),
    refuseRequest: (of) => acknowledged(refuseRequest(pool, of)),
    cancelRequest: (of) => cancelRequest(pool, of),
    stopAll: (act) => acknowledged(stopAll(pool, act)),
    resumeSharing: (act) => resumeSharing(pool, act),
    exclude: (exclusion) => acknowledged(exclude(pool, exclusion)),
    endExclusion: (ending) => endExclusion(pool, ending),
    assignKeyWorker: (assignment) => assignKeyWorker(pool, assignment),
    confirmAssignment: (confirmation) => confirmAssignment(pool, confirmation),
    endAssignment: (ending) => acknowledged(endAssignment(pool, ending)),
    appointRepresentative: (appointment) => appointRepresentative(pool, appointment),
    recordAuthority: (authority) => recordAuthority(pool, authority),
    confirmAuthority: (confirmation) => confirmAuthority(pool, confirmation),
    endAuthority: (ending) => acknowledged(endAuthority(pool, ending)),
    joinHousehold: (membership) => joinHousehold(pool, membership),
    leaveHousehold: (act) => acknowledged(leaveHousehold(pool, act)),
    chooseContact: (choice) => chooseContact(pool, choice),
    acknowledgeEnding: (of) => acknowledgeEnding(pool, of),
    attestErasure: (attestation) => attestErasure(pool, attestation),
    changeAccount: (change) => acknowledged(changeAccount(pool, change)),
    challengeLook: (challenge) => challengeLook(pool, challenge),
    closeChallenge: (answer) => closeChallenge(pool, answer),
    proposeSuppression: (proposal) => proposeSuppression(pool, proposal),
    approveSuppression: (of) => approveSuppression(pool, of),
    endSuppression: (ending) => endSuppression(pool, ending),
    readEvents: (person) => told(readEvents(pool, person)),
    readSharing: (people) => told(readSharing(pool, people)),
    readRepresented: (representative) => told(readRepresented(pool, representative)),
    readRequests: (people) => told(readRequests(pool, people)),
    readNotices: () => told(readNotices(pool)),
    readChallenges: (people) => told(readChallenges(pool, people)),
    readChallengesOpen: (lead) => told(readChallengesOpen(pool, lead)),
    readSuppressions: () => told(readSuppressions(pool)),
    readDisclosures: (person, page) => told(readDisclosures(pool, seals, person, page)),
    readWhoCouldLook: (people, toldAlone = true) => told(readWhoCouldLook(pool, people, toldAlone)),
    readPreview: (person, worker, purpose, toldAlone = true) => told(readPreview(pool, person, worker, purpose, toldAlone)),
    readAgencies: () => told(readAgencies(pool)),
    readNames: (recipients) => told(readNames(pool, recipients)),
    readCaseload: (worker, page) => told(readCaseload(pool, worker, page)),
    readHandoversDue: (lead) => told(readHandoversDue(pool, lead)),
    readEndingNotices: (lead) => told(readEndingNotices(pool, lead)),
    readEndingsOverdue: () => told(readEndingsOverdue(pool)),
    readEndings: (people, all) => told(readEndings(pool, people, all)),
    readReminderChoices: (people) => told(readReminderChoices(pool, people)),
    breakGlass: (opening) => breakGlass(pool, opening),
    useLegalGateway: (opening) => useLegalGateway(pool, opening),
    reviewOpening: (review) => acknowledged(reviewOpening(pool, review)),
    readOpenings: (people, toldAlone) => told(readOpenings(pool, people, toldAlone)),
    readOpeningsToReview: (reviewer) => told(readOpeningsToReview(pool, reviewer)),
    readSupporters: (people) => told(readSupporters(pool, people)),
    readHouseholds: (people) => told(readHouseholds(pool, people)),
    readHouseholdLinks: (people) => told(readHouseholdLinks(pool, people)),
    remind: (send) => remind(pool, send),
    noteEndings: () => noteEndings(pool, seals),
    close: () => pool.end(),
  };
}

const told = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch((cause: unknown) => {
    throw failure(cause);
  });

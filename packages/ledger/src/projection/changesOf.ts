import { maskOf, toInt8, type Recipient } from '@thegither/consent';
import type { Bodies, EventKind, GivenGrant, MadeAssignment, MadeAuthority, MadeChallenge, MadeOpening, MadeRequest, ProposedSuppression, Review, SharingEvent, StandingRefusal, Supersession } from '../events/event.ts';
import { canonical } from '../events/eventHash.ts';
import type { Change, ProjectionRows, RecipientColumns } from './rows.ts';

const columnsOf = (recipient: Recipient): RecipientColumns => ({
  recipientAgency: recipient.kind === 'agency' ? recipient.agency : null,
  recipientTeam: recipient.kind === 'team' ? recipient.team : null,
  recipientWorker: recipient.kind === 'worker' ? recipient.worker : null,
});

const opened = (event: SharingEvent, id: string) => ({ id, person: event.person, openedEvent: event.id, endedEvent: null });

const grantRow = (event: SharingEvent, grant: GivenGrant, state: 'ACTIVE' | 'RECORDED_UNCONFIRMED' = 'ACTIVE'): ProjectionRows['sharing_grant'] => ({
  ...opened(event, grant.id), ...columnsOf(grant.recipient), purpose: grant.purpose, categories: toInt8(maskOf(...grant.categories)),
  sources: grant.sources, dataFrom: grant.dataFrom ?? null, dataTo: grant.dataTo ?? null, mode: grant.mode ?? 'VIEW', basis: grant.basis, control: grant.control, accessFrom: grant.from, accessTo: grant.to, state, renews: grant.renews ?? null,
});

const requestRow = (event: SharingEvent, request: MadeRequest): ProjectionRows['request'] => ({
  ...opened(event, request.id), ...columnsOf(request.recipient), askedBy: event.actor.id, purpose: request.purpose, categories: toInt8(maskOf(...request.categories)),
  reason: request.reason, lapsesAt: request.lapses, agreed: null, state: 'ASKED',
});

const refusalRow = (event: SharingEvent, refusal: StandingRefusal): ProjectionRows['refusal'] => ({
  ...opened(event, refusal.id), ...columnsOf(refusal.recipient), purpose: refusal.purpose, categories: toInt8(maskOf(...refusal.categories)),
});

const assignmentRow = (event: SharingEvent, made: MadeAssignment): ProjectionRows['assignment'] => ({
  ...opened(event, made.id), ...columnsOf(made.recipient), purposes: made.purposes, accessFrom: made.from, accessTo: made.to, state: 'PENDING',
  assignedBy: canonical(event.actor), reason: made.reason, code: made.code, wrongCodes: 0, confirmedEvent: null,
});

const challengeRow = (event: SharingEvent, { id, disclosure, look: { at, ...look }, words }: MadeChallenge): ProjectionRows['challenge'] => ({
  ...opened(event, id), ...look, disclosure, lookedAt: at, words, state: 'OPEN', outcome: null, answer: null,
});

const suppressionRow = (event: SharingEvent, { id, recipient, ...proposed }: ProposedSuppression): ProjectionRows['suppression'] => {
  const { recipientAgency, recipientWorker } = columnsOf(recipient);
  return { ...opened(event, id), ...proposed, recipientAgency, recipientWorker, proposedBy: event.actor.id, approvedBy: null, state: 'PROPOSED', coversFrom: null };
};

const replyRow = (event: SharingEvent, ending: string, agency: string): ProjectionRows['ending_reply'] => ({ ...opened(event, ending), agency, outcome: null, duty: null });

const openingRow = (event: SharingEvent, made: MadeOpening): ProjectionRows['opening'] => ({
  ...opened(event, made.id), kind: made.kind, ground: made.ground, gateway: made.gateway, worker: made.worker, agency: made.agency, categories: toInt8(maskOf(...made.categories)),
  reason: made.reason, accessFrom: made.from, accessTo: made.to, reviewBy: made.reviewBy, delayReason: made.delayReason, toldFrom: made.toldFrom,
  outcome: null, reviewReason: null, reviewedBy: null, reviewedEvent: null,
});

/** What is not justified ends at once, and the person may be told earlier or later by it. */
const reviewed = (event: SharingEvent, { opening, outcome, reason, by, to, toldFrom }: Review): Change => ({
  table: 'opening', id: opening,
  set: { outcome, reviewReason: reason, reviewedBy: by, reviewedEvent: event.id, toldFrom, ...(to === null ? {} : { accessTo: to, ...endedBy(event) }) },
});

/** What the person says themselves stands at once; what a worker saw waits for a second one. */
const authorityRow = (event: SharingEvent, { id, representative, kind, powers, categories, from, to, seen }: MadeAuthority): ProjectionRows['authority'] => ({
  ...opened(event, id), representative, kind, powers, categories: toInt8(maskOf(...categories)), accessFrom: from, accessTo: to, state: seen === null ? 'CONFIRMED' : 'PENDING',
  recordedBy: seen === null ? null : event.actor.id, reason: seen?.reason ?? null, document: seen?.document ?? null, confirmedEvent: null,
});

const endedBy = (event: SharingEvent) => ({ endedEvent: event.id });

const grantBecomes = (id: string, state: string): Change => ({ table: 'sharing_grant', id, set: { state } });

const grantEnds = (event: SharingEvent, id: string, state: string): Change => ({ table: 'sharing_grant', id, set: { state, ...endedBy(event) } });

const requestEnds = (event: SharingEvent, id: string, state: ProjectionRows['request']['state']): Change => ({ table: 'request', id, set: { state, ...endedBy(event) } });

const superseded = (event: SharingEvent, { refusals, stillRefused, narrowed }: Supersession): Change[] => [
  ...refusals.map((id): Change => ({ table: 'refusal', id, set: endedBy(event) })),
  ...stillRefused.map((refusal): Change => ({ table: 'refusal', add: refusalRow(event, refusal) })),
  ...narrowed.flatMap(({ grant: id, instead }): Change[] => [
    grantEnds(event, id, 'SUPERSEDED'),
    ...(instead ? [{ table: 'sharing_grant' as const, add: grantRow(event, instead) }] : []),
  ]),
];

/** The request that a grant answers. */
const answered = (event: SharingEvent, { categories }: GivenGrant, answer: Bodies['GRANT_GIVEN']['answers']): Change[] => (answer === undefined ? [] : [{
  table: 'request', id: answer.request, set: { state: answer.wholly ? 'AGREED' : 'PART_AGREED', agreed: toInt8(maskOf(...categories)), ...endedBy(event) },
}]);

type Changes = { readonly [K in EventKind]: (event: SharingEvent, body: Bodies[K]) => Change[] };

const CHANGES: Changes = {
  GRANT_GIVEN: (event, { grant, supersedes, answers }) => [...superseded(event, supersedes), ...answered(event, grant, answers), { table: 'sharing_grant', add: grantRow(event, grant) }],
  GRANT_RECORDED: (event, { grant }) => [{ table: 'sharing_grant', add: grantRow(event, grant, 'RECORDED_UNCONFIRMED') }],
  GRANT_CONFIRMED: (event, { grant, supersedes }) => [...superseded(event, supersedes), grantBecomes(grant, 'ACTIVE')],
  GRANT_PAUSED: (_, { grant }) => [grantBecomes(grant, 'PAUSED')],
  GRANT_RESUMED: (_, { grant }) => [grantBecomes(grant, 'ACTIVE')],
  GRANT_WITHDRAWN: (event, { grant }) => [grantEnds(event, grant, 'WITHDRAWN')],
  WITHDRAWN_FROM: (event, { grants }) => grants.map((grant) => grantEnds(event, grant, 'WITHDRAWN')),
  GRANT_RENOUNCED: (event, { grant }) => [grantEnds(event, grant, 'RENOUNCED')],
  GRANT_INVALIDATED: (event, { grant }) => [grantEnds(event, grant, 'INVALIDATED')],
  SHARING_ASKED: (event, { request }) => [{ table: 'request', add: requestRow(event, request) }],
  REQUEST_PUT_OFF: (_, { request }) => [{ table: 'request', id: request, set: { state: 'PUT_OFF' } }],
  REQUEST_REFUSED: (event, { request, refusal }) => [requestEnds(event, request, 'REFUSED'), { table: 'refusal', add: refusalRow(event, refusal) }],
  REQUEST_CANCELLED: (event, { request }) => [requestEnds(event, request, 'CANCELLED')],
  REFUSED: (event, { refusal }) => [{ table: 'refusal', add: refusalRow(event, refusal) }],
  SHARING_STOPPED: (event, { hold, again }) => (again ? [] : [{ table: 'hold', add: opened(event, hold) }]),
  SHARING_RESUMED: (event, { hold }) => [{ table: 'hold', id: hold, set: endedBy(event) }],
  EXCLUDED: (event, { exclusion, recipient }) => [{ table: 'exclusion', add: { ...opened(event, exclusion), ...columnsOf(recipient) } }],
  EXCLUSION_ENDED: (event, { exclusion }) => [{ table: 'exclusion', id: exclusion, set: endedBy(event) }],
  WORKER_ASSIGNED: (event, { assignment }) => [{ table: 'assignment', add: assignmentRow(event, assignment) }],
  ASSIGNMENT_CONFIRMED: (event, { assignment }) => [{ table: 'assignment', id: assignment, set: { state: 'CONFIRMED', code: null, confirmedEvent: event.id } }],
  ASSIGNMENT_ENDED: (event, { assignment }) => [{ table: 'assignment', id: assignment, set: { accessTo: event.at, code: null, ...endedBy(event) } }],
  ASSIGNMENT_CODE_WRONG: (_, { assignment, times, closed }) => [{ table: 'assignment', id: assignment, set: { wrongCodes: times, ...(closed ? { code: null } : {}) } }],
  CONTACT_CHOSEN: (event, { choice, way, saidBy, instead }) => [
    ...instead.map((id): Change => ({ table: 'contact_choice', id, set: endedBy(event) })), { table: 'contact_choice', add: { ...opened(event, choice), way, saidBy } },
  ],
  ENDING_ACKNOWLEDGED: (event, { ending, agency }) => [{ table: 'ending_reply', add: replyRow(event, ending, agency) }],
  ERASURE_ATTESTED: (event, { ending, agency, outcome, duty, acknowledges }) => [
    ...(acknowledges ? [{ table: 'ending_reply' as const, add: replyRow(event, ending, agency) }] : []),
    { table: 'ending_reply', id: ending, set: { outcome, duty, ...endedBy(event) } },
  ],
  GLASS_BROKEN: (event, { opening }) => [{ table: 'opening', add: openingRow(event, opening) }],
  GATEWAY_USED: (event, { opening }) => [{ table: 'opening', add: openingRow(event, opening) }],
  OPENING_REVIEWED: (event, review) => [reviewed(event, review)],
  AUTHORITY_RECORDED: (event, { authority }) => [{ table: 'authority', add: authorityRow(event, authority) }],
  AUTHORITY_CONFIRMED: (event, { authority }) => [{ table: 'authority', id: authority, set: { state: 'CONFIRMED', confirmedEvent: event.id } }],
  AUTHORITY_ENDED: (event, { authority }) => [{ table: 'authority', id: authority, set: { accessTo: event.at, ...endedBy(event) } }],
  HOUSEHOLD_JOINED: (event, { member, household }) => [{ table: 'household_member', add: { ...opened(event, member), household } }],
  HOUSEHOLD_LEFT: (event, { member }) => [{ table: 'household_member', id: member, set: endedBy(event) }],
  LOOK_CHALLENGED: (event, { challenge }) => [{ table: 'challenge', add: challengeRow(event, challenge) }],
  CHALLENGE_CLOSED: (event, { challenge, outcome, words }) => [{ table: 'challenge', id: challenge, set: { state: 'CLOSED', outcome, answer: words, ...endedBy(event) } }],
  SUPPRESSION_PROPOSED: (event, { suppression }) => [{ table: 'suppression', add: suppressionRow(event, suppression) }],
  SUPPRESSION_APPROVED: (event, { suppression, covers }) => [{ table: 'suppression', id: suppression, set: { state: 'APPROVED', approvedBy: event.actor.id, coversFrom: covers } }],
  SUPPRESSION_ENDED: (event, { suppression }) => [{ table: 'suppression', id: suppression, set: { until: event.at, ...endedBy(event) } }],
};

const changesBy = <K extends EventKind>(event: SharingEvent & { readonly kind: K }, body: Bodies[K]): Change[] => CHANGES[event.kind](event, body);

/** What an event changes in the tables that follow from events: all that ever writes them. Pure. */
export const changesOf = (event: SharingEvent): Change[] => changesBy(event, event.body);

import { maskOf, toInt8, type Recipient } from '@thegither/consent';
import type { Bodies, EventKind, GivenGrant, MadeAssignment, MadeRequest, SharingEvent, StandingRefusal, Supersession } from '../events/event.ts';
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
  sources: grant.sources, basis: grant.basis, control: grant.control, accessFrom: grant.from, accessTo: grant.to, state, renews: grant.renews ?? null,
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
  HOUSEHOLD_JOINED: (event, { member, household }) => [{ table: 'household_member', add: { ...opened(event, member), household } }],
  HOUSEHOLD_LEFT: (event, { member }) => [{ table: 'household_member', id: member, set: endedBy(event) }],
};

const changesBy = <K extends EventKind>(event: SharingEvent & { readonly kind: K }, body: Bodies[K]): Change[] => CHANGES[event.kind](event, body);

/** What an event changes in the tables that follow from events: all that ever writes them. Pure. */
export const changesOf = (event: SharingEvent): Change[] => changesBy(event, event.body);

import { maskOf, toInt8, type Recipient } from '@thegither/consent';
import type { Bodies, EventKind, GivenGrant, MadeAssignment, SharingEvent, StandingRefusal } from '../events/event.ts';
import { canonical } from '../events/eventHash.ts';
import type { Change, ProjectionRows, RecipientColumns } from './rows.ts';

const columnsOf = (recipient: Recipient): RecipientColumns => ({
  recipientAgency: recipient.kind === 'agency' ? recipient.agency : null,
  recipientTeam: recipient.kind === 'team' ? recipient.team : null,
  recipientWorker: recipient.kind === 'worker' ? recipient.worker : null,
});

const opened = (event: SharingEvent, id: string) => ({ id, person: event.person, openedEvent: event.id, endedEvent: null });

const grantRow = (event: SharingEvent, grant: GivenGrant): ProjectionRows['sharing_grant'] => ({
  ...opened(event, grant.id), ...columnsOf(grant.recipient), purpose: grant.purpose, categories: toInt8(maskOf(...grant.categories)),
  sources: grant.sources, basis: grant.basis, control: grant.control, accessFrom: grant.from, accessTo: grant.to, state: 'ACTIVE',
});

const refusalRow = (event: SharingEvent, refusal: StandingRefusal): ProjectionRows['refusal'] => ({
  ...opened(event, refusal.id), ...columnsOf(refusal.recipient), purpose: refusal.purpose, categories: toInt8(maskOf(...refusal.categories)),
});

const assignmentRow = (event: SharingEvent, made: MadeAssignment): ProjectionRows['assignment'] => ({
  ...opened(event, made.id), ...columnsOf(made.recipient), purposes: made.purposes, accessFrom: made.from, accessTo: made.to, state: 'PENDING',
  assignedBy: canonical(event.actor), reason: made.reason, code: made.code, wrongCodes: 0, confirmedEvent: null,
});

const endedBy = (event: SharingEvent) => ({ endedEvent: event.id });

type Changes = { readonly [K in EventKind]: (event: SharingEvent, body: Bodies[K]) => Change[] };

const CHANGES: Changes = {
  GRANT_GIVEN: (event, { grant, supersedes }) => [
    ...supersedes.refusals.map((id): Change => ({ table: 'refusal', id, set: endedBy(event) })),
    ...supersedes.stillRefused.map((refusal): Change => ({ table: 'refusal', add: refusalRow(event, refusal) })),
    ...supersedes.narrowed.flatMap(({ grant: id, instead }): Change[] => [
      { table: 'sharing_grant', id, set: { state: 'SUPERSEDED', ...endedBy(event) } },
      ...(instead ? [{ table: 'sharing_grant' as const, add: grantRow(event, instead) }] : []),
    ]),
    { table: 'sharing_grant', add: grantRow(event, grant) },
  ],
  REFUSED: (event, { refusal }) => [{ table: 'refusal', add: refusalRow(event, refusal) }],
  GRANT_WITHDRAWN: (event, { grant }) => [{ table: 'sharing_grant', id: grant, set: { state: 'WITHDRAWN', ...endedBy(event) } }],
  SHARING_STOPPED: (event, { hold, again }) => (again ? [] : [{ table: 'hold', add: opened(event, hold) }]),
  SHARING_RESUMED: (event, { hold }) => [{ table: 'hold', id: hold, set: endedBy(event) }],
  EXCLUDED: (event, { exclusion, recipient }) => [{ table: 'exclusion', add: { ...opened(event, exclusion), ...columnsOf(recipient) } }],
  WORKER_ASSIGNED: (event, { assignment }) => [{ table: 'assignment', add: assignmentRow(event, assignment) }],
  ASSIGNMENT_CONFIRMED: (event, { assignment }) => [{ table: 'assignment', id: assignment, set: { state: 'CONFIRMED', code: null, confirmedEvent: event.id } }],
  ASSIGNMENT_CODE_WRONG: (_, { assignment, times, closed }) => [{ table: 'assignment', id: assignment, set: { wrongCodes: times, ...(closed ? { code: null } : {}) } }],
  HOUSEHOLD_JOINED: (event, { member, household }) => [{ table: 'household_member', add: { ...opened(event, member), household } }],
  HOUSEHOLD_LEFT: (event, { member }) => [{ table: 'household_member', id: member, set: endedBy(event) }],
};

const changesBy = <K extends EventKind>(event: SharingEvent & { readonly kind: K }, body: Bodies[K]): Change[] => CHANGES[event.kind](event, body);

/** What an event changes in the tables that follow from events: all that ever writes them. Pure. */
export const changesOf = (event: SharingEvent): Change[] => changesBy(event, event.body);

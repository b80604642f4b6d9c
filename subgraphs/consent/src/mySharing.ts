import { namesIn, type Recipient as LedgerRecipient } from '@thegither/consent';
import type { AgreedBy, HouseholdLink as LedgerLink, Sharing } from '@thegither/ledger';
import type { Assignment, Exclusion, Grant, GrantEvidence, Hold, HouseholdLink, Recipient, Refusal } from './generated/graphql.ts';
import { grantCode } from './grantCode.ts';

/** The recipient under the one of the three names that it has. */
export const recipientOf = (recipient: LedgerRecipient): Recipient => ({
  agency: recipient.kind === 'agency' ? recipient.agency : null,
  team: recipient.kind === 'team' ? recipient.team : null,
  worker: recipient.kind === 'worker' ? recipient.worker : null,
});

/** A day of the ledger as a date of the schema. */
const dayIn = (day: string | null | undefined): Date | null => (typeof day === 'string' ? new Date(`${day}T00:00:00Z`) : null);

/** What shows that the person agreed: a worker's words, or the notice that they were shown. */
function evidenceOf({ capturedBy, evidence, notice }: AgreedBy): GrantEvidence {
  const shown = evidence?.shown ?? notice?.shown;
  return {
    capturedBy: capturedBy === null ? null : recipientOf({ kind: 'worker', worker: capturedBy }), channel: evidence?.channel ?? null, words: evidence?.words ?? null, witness: evidence?.witness ?? null,
    shown: shown ? [...shown] : null, ticked: evidence?.ticked ? [...evidence.ticked] : null,
    language: evidence?.language ?? notice?.language ?? null, format: evidence?.format ?? notice?.format ?? null,
    notice: notice && { id: notice.id, version: notice.version, hash: notice.hash },
  };
}

/** What the person agreed to, as they read it. */
export const grantsIn = ({ grants }: Sharing): Grant[] => grants.map(({ id, recipient, purpose, categories, sources, dataFrom, dataTo, mode, from, to, state, basis, control, renews, agreedBy, endedAt, endedBy }) => ({
  id, code: grantCode(id), purpose, state, basis, control, renews, recipient: recipientOf(recipient), categories: namesIn(categories), sources: sources.length > 0 ? [...sources] : null, from: new Date(from), to: new Date(to),
  dataFrom: dayIn(dataFrom), dataTo: dayIn(dataTo), mode: mode ?? 'VIEW', evidence: agreedBy && evidenceOf(agreedBy),
  endedAt: endedAt === null ? null : new Date(endedAt), endedBy,
}));

/** What the person said no to. */
export const refusalsIn = ({ refusals }: Sharing): Refusal[] => refusals.map(({ id, recipient, purpose, categories, since }) => ({
  id, purpose, recipient: recipientOf(recipient), categories: namesIn(categories), since: new Date(since),
}));

/** The person's own stop, if there is one. */
export const holdIn = ({ hold }: Sharing): Hold | null => hold && { id: hold.id, since: new Date(hold.since) };

/** That the person is or was linked with a household. */
export const linkIn = ({ household, since, until }: LedgerLink): HouseholdLink => ({ household, since: new Date(since), until: until === null ? null : new Date(until) });

/** Whom the person keeps out. */
export const exclusionsIn = ({ exclusions }: Sharing): Exclusion[] => exclusions.map(({ id, recipient, since }) => ({ id, recipient: recipientOf(recipient), since: new Date(since) }));

/** Who is or was assigned. The code confirms in the person's name, so nobody else reads it, whoever may see the rest. */
export const assignmentsIn = ({ assignments }: Sharing, isThePerson: boolean): Assignment[] => assignments.map(({ id, recipient, state, purposes, from, to, code, asks }) => ({
  id, state, reason: asks, recipient: recipientOf(recipient), purposes: [...purposes], from: new Date(from), to: to === null ? null : new Date(to), code: isThePerson ? code : null,
}));

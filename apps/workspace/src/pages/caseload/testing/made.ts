import type { SharingEntry, SharingState } from '@thegither/vocabulary';
import type { CaseloadQuery } from '../../../generated/operations.ts';

/** One line of a caseload as the gateway answers it. */
export type Edge = CaseloadQuery['caseload']['edges'][number];
type Person = NonNullable<Edge['person']>;

/** Makes a line for a test: somebody who shares what such a list shows, with nothing in it. One fact is changed at a time. */
export const made = (id: string, knownAs: string | null, changed: Partial<Person> = {}, endsAt: string | null = null): Edge => ({
  endsAt,
  person: {
    id, name: knownAs === null ? null : { knownAs }, participations: [], actionPlan: null, supportContacts: [], healthAppointments: [], asked: [],
    sharing: [{ category: 'NAME_AND_CONTACT', state: 'SHARED' }], ...changed,
  },
});

/** The categories that a list asks for. */
const LISTED = ['NAME_AND_CONTACT', 'SUPPORT_RECEIVED', 'ACTION_PLAN', 'HEALTH_APPOINTMENTS', 'BARRIERS', 'WHERE_I_LIVE'];

/** How everything stands that was asked of these people: shared, but for what is said otherwise. */
export const states = (ids: readonly string[], otherwise: Readonly<Record<string, SharingState>> = {}): SharingEntry[] =>
  ids.flatMap((person) => LISTED.map((category) => ({ person, category, state: otherwise[category] ?? 'SHARED', owner: 'employability', next: 'NONE' as const })));

/** The whole answer. */
export const answered = (edges: readonly Edge[], endCursor: string | null = null): CaseloadQuery => ({ caseload: { edges: [...edges], pageInfo: { hasNextPage: endCursor !== null, endCursor } } });

import type { Done } from '@thegither/ledger';
import type { PersonReference } from '@thegither/subgraph';

/** A person as this room answers: by reference, so that the gateway asks for every field with a decision made after the act. */
export const byReference = (person: string): PersonReference => ({ __typename: 'Person', id: person });

/** What a change of sharing answers. */
export const grantPayload = (person: string, { eventId, at }: Done) => ({ person: byReference(person), eventId, at: new Date(at) });

/** What a change of an assignment answers. */
export const assignmentPayload = (person: string, done: Done) => ({ ...grantPayload(person, done), assignment: done.subject });

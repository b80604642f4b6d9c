import type { Done } from '@thegither/ledger';
import type { PersonReference } from '@thegither/subgraph';
import { grantCode } from '../grantCode.ts';

/** A person as this room answers: by reference, so that the gateway asks for every field with a decision made after the act. */
export const byReference = (person: string): PersonReference => ({ __typename: 'Person', id: person });

/** What a change answers: each payload of the schema has of it what it is about. */
export const payloadOf = (person: string, { eventId, at, subject }: Done) => ({ person: byReference(person), eventId, at: new Date(at), grant: subject, code: grantCode(subject), assignment: subject, request: subject, opening: subject, authority: subject, challenge: subject, suppression: subject });

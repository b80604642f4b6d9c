import { HouseError, LONGEST_OPERATION_NAME, type Purpose } from '@thegither/vocabulary';
import type { DocumentNode } from 'graphql';

/** One GraphQL request as it came through the door: parsed and validated against the schema, nothing else believed yet. */
export interface Question {
  /** Our own id of this request (UUID): what its release is idempotent by. */
  readonly request: string;
  /** The Authorization header as it came. */
  readonly authorization: string | undefined;
  /** What the Purpose header said; undefined when it was missing, unknown or there twice. */
  readonly purpose: Purpose | undefined;
  /** Will the caller want to hear of what changes since? Then the answer brings along what to say. */
  readonly since?: boolean | undefined;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** SHA-256 of the operation's text, in hexadecimal. */
  readonly hash: string;
}

/** The name of the operation to run. Throws BAD_REQUEST for one that is too long to go on the record of who looked. */
export function readOperationName(name: string | undefined): string | undefined {
  if (name !== undefined && name.length > LONGEST_OPERATION_NAME) throw new HouseError('BAD_REQUEST', `The name of an operation has at most ${LONGEST_OPERATION_NAME} letters.`);
  return name;
}

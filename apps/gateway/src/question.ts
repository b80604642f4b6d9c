import type { DocumentNode } from 'graphql';

/** One GraphQL request as it came through the door: parsed and validated against the schema, nothing else believed yet. */
export interface Question {
  /** Our own id of this request (UUID): what its release is idempotent by. */
  readonly request: string;
  /** The Authorization header as it came. */
  readonly authorization: string | undefined;
  /** The Purpose header as it came. */
  readonly purpose: string | undefined;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** SHA-256 of the operation's text, in hexadecimal. */
  readonly hash: string;
}

/** Every code that a caller can meet, with its HTTP status and what it means. The one list; docs/errors.md is checked against it. */
export const ERRORS = {
  UNAUTHENTICATED: { status: 401, meaning: 'No valid access token: missing, expired, altered, or from an issuer or for an audience that is not ours.' },
  FORBIDDEN: { status: 403, meaning: 'You are known, but not allowed to do this.' },
  NO_PURPOSE: { status: 200, meaning: 'The Purpose header is missing, unknown, or not one that your role may use. Everything personal was withheld.' },
  UNKNOWN_PERSON: { status: 200, meaning: 'No person of that id whom you support. The same answer for somebody unknown, unassigned or excluded.' },
  BAD_REQUEST: { status: 400, meaning: 'The request cannot be read: not JSON, no query, a reserved alias, or over a limit.' },
  BAD_OPERATION: { status: 400, meaning: 'The GraphQL operation does not parse, does not fit the schema, or the named operation is not in the document.' },
  BAD_VARIABLES: { status: 400, meaning: 'A variable is missing or has the wrong type.' },
  INVALID_INPUT: { status: 200, meaning: 'The input names something that does not exist or may not be asked for. Nothing was done.' },
  KEY_REUSED: { status: 200, meaning: 'This idempotency key was used before with another input. The first one stands.' },
  OPENED_TOO_OFTEN: { status: 403, meaning: 'You opened something in an emergency three times in 24 hours, which is the most. Nothing was opened: speak to your team lead.' },
  REVIEW_OVERDUE: { status: 403, meaning: 'Something that you opened without agreement was not reviewed in time. Until it is, you open nothing more: speak to your team lead.' },
  SUBGRAPH_UNAVAILABLE: { status: 200, meaning: 'A service did not answer in time or not sensibly. What it shares is UNAVAILABLE; the rest is whole.' },
  SUBGRAPH_ERROR: { status: 200, meaning: 'A service reported an error for a part of the answer.' },
  DECISIONS_UNAVAILABLE: { status: 503, meaning: 'The decision service or its ledger cannot be reached, so nothing personal can be shown. Try again.' },
  SHARING_CHANGED: { status: 200, meaning: 'What is shared changed again and again while the answer was being made, so it was withheld. Ask again.' },
  DONE_NOT_SHOWN: { status: 200, meaning: 'The change was made and stands, but its result could not be shown.' },
  DEADLINE_PASSED: { status: 503, meaning: 'The answer was ready too late to be told safely, so it was dropped. Ask again.' },
  DECISION_REFUSED: { status: 403, meaning: 'A subgraph was asked without a valid signed decision for this very request.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'Questions are sent by POST.' },
  RATE_LIMITED: { status: 429, meaning: 'You have asked too often, or about one person too often. Ask again after the seconds that the Retry-After header says.' },
  TOO_LARGE: { status: 413, meaning: 'The request is larger than the limit.' },
  CONFIGURATION: { status: 500, meaning: 'The service cannot start or compose as configured.' },
  INTERNAL: { status: 500, meaning: 'Something broke on our side. Nothing personal was told.' },
} as const satisfies Record<string, { status: number; meaning: string }>;

/** A stable error code. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * The one error that our code throws. The message is for the reader and never carries personal data, an identifier or
 * a value of the input; the cause is kept for the log, which redacts it.
 */
export class HouseError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string = ERRORS[code].meaning, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HouseError';
    this.code = code;
  }
}

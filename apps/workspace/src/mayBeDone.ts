import { HouseError, type ErrorCode } from '@thegither/vocabulary';

const LOST: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['DECISIONS_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_ERROR', 'DEADLINE_PASSED', 'INTERNAL']);

/** Was the answer to a change lost, so that nobody can say whether it was made? Sent again under the same key it is made once. */
export const mayBeDone = (error: unknown): boolean => error instanceof HouseError && LOST.has(error.code);

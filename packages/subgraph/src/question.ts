import { HouseError } from '@thegither/vocabulary';

/** A GraphQL request as it stands in a body, with the decision that must come with it. */
export interface Question {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
  /** An SD-JWT, not checked yet. */
  readonly decision: string;
}

/**
 * Reads a body. It has to be one GraphQL request with a decision.
 * @throws HouseError DECISION_REFUSED for anything else: without a decision nobody hears what was wrong with the rest
 */
export function readQuestion(body: Buffer): Question {
  const { query, operationName, variables, extensions } = asRecord(parsed(body));
  const { decision } = asRecord(extensions);
  if (typeof query !== 'string' || typeof decision !== 'string') throw new HouseError('DECISION_REFUSED');
  return { query, operationName: typeof operationName === 'string' ? operationName : undefined, variables: asRecord(variables), decision };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new HouseError('DECISION_REFUSED', undefined, { cause });
  }
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

import { unwrapResolverError } from '@apollo/server/errors';
import { ERRORS, HouseError, type ErrorCode } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';

const BROKE = 'Something broke on our side';

const OF_APOLLO: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_OPERATION',
  GRAPHQL_VALIDATION_FAILED: 'BAD_OPERATION',
  OPERATION_RESOLUTION_FAILURE: 'BAD_OPERATION',
  BAD_USER_INPUT: 'BAD_VARIABLES',
  BAD_REQUEST: 'BAD_REQUEST',
};

/**
 * The one place where an error of a room becomes words: a HouseError keeps its code and message, a question that does
 * not fit gets a fixed sentence (its own would repeat values), and everything else is INTERNAL, with nothing of the cause.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const thrown = unwrapResolverError(error);
  const where = formatted.path ? { path: formatted.path } : {};
  if (thrown instanceof HouseError) return { message: thrown.message, ...where, extensions: { code: thrown.code } };
  const code = OF_APOLLO[String(formatted.extensions?.['code'])];
  return code ? { message: ERRORS[code].meaning, ...where, extensions: { code } } : { message: BROKE, ...where, extensions: { code: 'INTERNAL' } };
}

/** Is it an error that somebody has to look at? */
export const isOurFault = (masked: GraphQLFormattedError): boolean => masked.extensions?.['code'] === 'INTERNAL';

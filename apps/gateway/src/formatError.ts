import { ERRORS, type ErrorCode } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';

/** What Apollo Server says of a request that never reached the corridor, in our words. */
const OURS: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_OPERATION',
  GRAPHQL_VALIDATION_FAILED: 'BAD_OPERATION',
  OPERATION_RESOLUTION_FAILURE: 'BAD_OPERATION',
  BAD_USER_INPUT: 'BAD_VARIABLES',
  BAD_REQUEST: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_REQUEST',
};

/** The findings of validation that quote names only. The others quote literals, and a literal may be somebody's name. */
const ABOUT_NAMES = /^(Cannot query field|Unknown (argument|type|directive|fragment)|Field "[^"]*" (argument|must|of |is not defined)|Variable "\$[^"]*" (is never used|is not defined|of type)|Fragment |The (field|fragment|operation) |There can be only one)/;

/**
 * The one place where an error becomes words for the caller: a code of our list, no stack, no value that was sent in.
 * What validation says of names of the schema is kept, since a developer needs it and names are not personal.
 */
export function formatError({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const given = typeof extensions?.code === 'string' ? extensions.code : '';
  const code = isOurs(given) ? given : (OURS[given] ?? 'INTERNAL');
  const aboutNames = given === 'GRAPHQL_VALIDATION_FAILED' && ABOUT_NAMES.test(message);
  return {
    message: aboutNames || isOurs(given) ? message : ERRORS[code].meaning,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code },
  };
}

const isOurs = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

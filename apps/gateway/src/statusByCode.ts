import type { ApolloServerPlugin } from '@apollo/server';
import { ERRORS, type ErrorCode } from '@thegither/vocabulary';

/**
 * The HTTP status of an answer that has no data is that of its first error's code, whoever found the error: docs/errors.md
 * is the one list. An answer with data, be it null, is a GraphQL answer, and 200.
 */
export const statusByCode: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
        // formatError gave every error a code of the list.
        http.status = ERRORS[body.singleResult.errors?.[0]?.extensions?.code as ErrorCode].status;
      },
    };
  },
};

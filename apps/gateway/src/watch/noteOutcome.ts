import type { ApolloServerPlugin } from '@apollo/server';
import type { ErrorCode } from '@thegither/vocabulary';
import { OperationTypeNode } from 'graphql';
import type { Answered } from './gatewayMetrics.ts';

/** Where a request's outcome is noted on its way. */
export interface Outcome {
  kind?: Answered['kind'];
  code?: Answered['code'];
}

/** Notes of every GraphQL answer what kind of operation it was, and its first error's code: `outcomeOf` says where. */
export const noteOutcome = <Visit extends object>(outcomeOf: (visit: Visit) => Outcome): ApolloServerPlugin<Visit> => ({
  async requestDidStart({ contextValue }) {
    return {
      async willSendResponse({ operation, response: { body } }) {
        if (body.kind !== 'single') return;
        const outcome = outcomeOf(contextValue);
        outcome.kind = operation === undefined ? 'none' : operation.operation === OperationTypeNode.MUTATION ? 'mutation' : 'query';
        // formatError gave every error a code of the list.
        outcome.code = (body.singleResult.errors?.[0]?.extensions?.code as ErrorCode | undefined) ?? 'OK';
      },
    };
  },
});

import { answerError, answerJson, createHealth, readBody, type Handler, type Log, type Watch } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAdmission, type Trust } from './admission.ts';
import { createExecutor } from './executor.ts';
import type { Restricted } from './restrictions.ts';
import { watchDoor } from './watchDoor.ts';

/** What a door needs: the guarded schema, whose decisions to trust, and a way to tell whether the room's database answers. */
export interface DoorDeps {
  readonly schema: GraphQLSchema;
  readonly trust: Trust;
  readonly log: Log;
  readonly watch: Watch;
  readonly ready: () => Promise<unknown>;
  /** What is kept from the people whom it is about. */
  readonly restricted: Restricted;
}

/** The HTTP door of a room, and how it is closed. */
export interface Door {
  readonly handle: Handler;
  close(): Promise<void>;
}

/** The address of questions: the root, or /graphql. */
const QUESTIONS = new Set<string | undefined>(['/', '/graphql']);
const BODY_LIMIT = 1_048_576;

/**
 * Opens the door: POST for questions, GET /live and /ready. The decision and the request's signature are checked before
 * GraphQL sees anything of the question.
 */
export async function createDoor({ schema, trust, log, watch: { metrics, tracing }, ready, restricted }: DoorDeps): Promise<Door> {
  const isHealth = createHealth({ database: ready, decisions: trust.keys });
  const admit = createAdmission(trust);
  const executor = await createExecutor(schema, log, restricted);
  const watched = watchDoor(metrics);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method, url, headers } = request;
    if (method !== 'POST' || !QUESTIONS.has(url)) throw new HouseError('METHOD_NOT_ALLOWED');
    const { status, body } = await tracing.serve(headers.traceparent, (tell) => watched(async (question) => {
      const admitted = await admit({ method, path: url!, headers, body: await readBody(request, BODY_LIMIT) });
      const { use } = admitted.decision;
      question.admitted(use);
      tell({ use });
      return executor.execute(admitted);
    }));
    answerJson(response, status, body);
  };

  return {
    async handle(request, response) {
      if (isHealth(request, response)) return;
      try {
        await answer(request, response);
      } catch (error) {
        if (!(error instanceof HouseError) || error.code === 'INTERNAL') log.error({ err: error }, 'a request failed');
        answerError(response, error);
      }
    },
    close: () => executor.stop(),
  };
}

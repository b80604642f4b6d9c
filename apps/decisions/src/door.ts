import type { IncomingMessage, ServerResponse } from 'node:http';
import { jwkSetOf, thumbprint } from '@thegither/identity';
import { answerJson, createHealth, readBody, unwatched, type Handler } from '@thegither/service';
import { ERRORS, HouseError } from '@thegither/vocabulary';
import { answerDecide } from './answerDecide.ts';
import { answerMarks } from './answerMarks.ts';
import { answerRelease } from './answerRelease.ts';
import type { Desk, Gateway } from './deps.ts';
import { gatewayOf } from './gatewayOf.ts';
import { watchQuestions, type WatchQuestion } from './watchQuestion.ts';

const LIMIT_BYTES = 1024 * 1024;

type Answering = (desk: Desk, gateway: Gateway, body: Buffer) => Promise<object>;
const QUESTIONS = new Map<string, readonly [question: 'decide' | 'release' | 'marks', answer: Answering]>([
  ['/decide', ['decide', answerDecide]], ['/release', ['release', answerRelease]], ['/marks', ['marks', answerMarks]],
]);

/** Who is let in, and what they are answered: /decide, /release and /marks for our gateways, the public keys and health for everybody. */
export function openDoor(desk: Desk): Handler {
  const { signingKey, alsoPublished = [], log, watch: { metrics, tracing } = unwatched('decisions') } = desk;
  const published = jwkSetOf(signingKey, ...alsoPublished.map((publicJwk) => ({ kid: thumbprint(publicJwk), publicJwk })));
  const watched = watchQuestions(metrics);
  const isHealth = createHealth({ ledger: () => desk.ledger.clock() });

  return async (request, response) => {
    if (isHealth(request, response)) return;
    try {
      if (request.method === 'GET' && request.url === '/jwks.json') answerJson(response, 200, published);
      else answerJson(response, 200, await tracing.serve(request.headers.traceparent, () => answerQuestion(desk, request, watched)));
    } catch (cause) {
      const error = cause instanceof HouseError ? cause : new HouseError('INTERNAL', undefined, { cause });
      if (ERRORS[error.code].status >= 500) log.error({ err: error, code: error.code }, 'a decision could not be made');
      answerCoded(response, error);
    }
  };
}

/** Nothing of a body is read as a question before a gateway's signature over it was found right. */
async function answerQuestion(desk: Desk, request: IncomingMessage, watched: WatchQuestion): Promise<object> {
  const [question, answer] = QUESTIONS.get(request.url ?? '') ?? [];
  if (!question || !answer) throw new HouseError('BAD_REQUEST', 'There is no such question here.');
  if (request.method !== 'POST') throw new HouseError('METHOD_NOT_ALLOWED');
  return watched(question, async () => {
    const body = await readBody(request, LIMIT_BYTES);
    return answer(desk, gatewayOf(request, body, desk.gatewayKeys, (desk.now ?? Date.now)()), body);
  });
}

/** An error as gateways read it: never with status 200, which would be an answer. */
function answerCoded(response: ServerResponse, { code, message }: HouseError): void {
  const { status, meaning } = ERRORS[code];
  if (code === 'TOO_LARGE' && !response.headersSent) response.setHeader('connection', 'close');
  answerJson(response, status < 400 ? 400 : status, { error: { code, message: status < 500 ? message : meaning } });
}

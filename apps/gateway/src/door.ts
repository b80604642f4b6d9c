import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, createHealth, readBody, type Check, type Handler } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import type { Corridor } from './corridor.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { Graphql } from './serveGraphql.ts';

/** The largest question that is read, in bytes. */
const LARGEST_QUESTION = 1024 * 1024;

/** What the door opens to. */
export interface Behind {
  readonly graphql: Graphql;
  readonly corridor: Corridor;
  /** What must be reachable before the gateway is ready, by name. */
  readonly checks: Readonly<Record<string, Check>>;
}

/**
 * The gateway's HTTP door: POST /graphql, /live and /ready. Every refusal is a coded error in GraphQL's form. Answers
 * are never stored by anybody on the way.
 */
export function openDoor({ graphql, corridor, checks }: Behind): Handler {
  const health = createHealth(checks);
  return async (request, response) => {
    if (health(request, response)) return;
    try {
      await serve(request, response, graphql, corridor);
    } catch (error) {
      if (!(error instanceof HouseError)) corridor.log.error({ err: error }, 'the door could not serve a request');
      answerError(response, error);
    }
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, graphql: Graphql, corridor: Corridor): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://gateway');
  if (pathname === '/') return answerJson(response, 200, { thegither: 'Send GraphQL by POST to /graphql, with an access token and a Purpose.' });
  if (pathname !== '/graphql') return answerJson(response, 404, { errors: [{ message: 'There is nothing here. GraphQL is at /graphql.', extensions: { code: 'BAD_REQUEST' } }] });
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    throw new HouseError('METHOD_NOT_ALLOWED');
  }
  await serveQuestion(request, response, graphql, corridor);
}

async function serveQuestion(request: IncomingMessage, response: ServerResponse, graphql: Graphql, corridor: Corridor): Promise<void> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new HouseError('BAD_REQUEST', 'A question is sent as application/json.');
  const body = parseJson(await readBody(request, LARGEST_QUESTION));
  const { response: answered, deadline } = await graphql.execute({
    request: randomUUID(), body, authorization: request.headers.authorization, purpose: onlyOne(request.headers.purpose),
  });
  if (answered.body.kind !== 'complete') throw new HouseError('INTERNAL');
  if (deadline !== undefined && corridor.now() >= deadline) throw new HouseError('DEADLINE_PASSED');
  const { string: text } = answered.body;
  response.writeHead(answered.status ?? 200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' });
  await sendAnswer(response, text, deadline, () => corridor.now());
}

/** Two Purpose headers are no purpose. */
const onlyOne = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' ? header : undefined);

function parseJson(bytes: Buffer): unknown {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Refused below, without repeating what was sent.
  }
  throw new HouseError('BAD_REQUEST', 'The body is not a JSON object.');
}

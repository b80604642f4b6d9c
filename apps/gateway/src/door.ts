import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, createHealth, readBody, type Check, type Handler } from '@thegither/service';
import { HouseError, parsePurpose } from '@thegither/vocabulary';
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
  const pathname = pathOf(request.url ?? '/');
  if (pathname === '/') return answerJson(response, 200, { thegither: 'Send GraphQL by POST to /graphql, with an access token and a Purpose.' });
  if (pathname !== '/graphql') throw new HouseError('BAD_REQUEST', 'There is nothing here. GraphQL is at /graphql.');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    throw new HouseError('METHOD_NOT_ALLOWED');
  }
  await serveQuestion(request, response, graphql, corridor);
}

/** Undefined for what is no address. */
const pathOf = (url: string): string | undefined => (URL.canParse(url, 'http://gateway') ? new URL(url, 'http://gateway').pathname : undefined);

async function serveQuestion(request: IncomingMessage, response: ServerResponse, graphql: Graphql, corridor: Corridor): Promise<void> {
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HouseError('BAD_REQUEST', 'A question is sent as application/json.');
  const body = parseJson(await readBody(request, LARGEST_QUESTION));
  const { response: answered, deadline } = await graphql.execute({
    // Two Purpose headers arrive as one text with a comma in it, and so as no purpose.
    request: randomUUID(), body, authorization: request.headers.authorization, purpose: parsePurpose(request.headers.purpose),
  });
  if (answered.body.kind !== 'complete') throw new HouseError('INTERNAL');
  if (deadline !== undefined && corridor.now() >= deadline) throw new HouseError('DEADLINE_PASSED');
  const { string: text } = answered.body;
  response.writeHead(answered.status ?? 200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text), 'cache-control': 'no-store' });
  await sendAnswer(response, text, deadline, () => corridor.now());
}

function parseJson(bytes: Buffer): unknown {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Refused below, without repeating what was sent.
  }
  throw new HouseError('BAD_REQUEST', 'The body is not a JSON object.');
}

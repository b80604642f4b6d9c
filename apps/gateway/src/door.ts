import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, answerJson, createHealth, readBody, type Check, type Handler } from '@thegither/service';
import { HouseError, parsePurpose } from '@thegither/vocabulary';
import type { Changes } from './changes/changes.ts';
import { streamChanges } from './changes/streamChanges.ts';
import type { Shared } from './corridor.ts';
import type { Limits } from './limits/limits.ts';
import { RateLimited } from './rates/rateLimits.ts';
import { sendAnswer } from './sendAnswer.ts';
import type { Graphql, GraphqlRequest } from './serveGraphql.ts';
import type { TryIt } from './tryIt/tryIt.ts';
import { watchAnswer, type Note } from './watch/watchAnswer.ts';

/** What the door opens to. */
export interface Behind {
  readonly graphql: Graphql;
  readonly corridor: Shared;
  readonly changes: Changes;
  /** How much is read. */
  readonly limits: Pick<Limits, 'body'>;
  /** What must be reachable before the gateway is ready, by name. */
  readonly checks: Readonly<Record<string, Check>>;
  /** The page at `/`, in a house with demo people. */
  readonly tryIt?: TryIt | undefined;
}

/**
 * The gateway's HTTP door: POST /graphql and /changes, /live and /ready. Every refusal is a coded error in GraphQL's form. Answers
 * are never stored by anybody on the way.
 */
export function openDoor(behind: Behind): Handler {
  const { corridor, checks, tryIt } = behind;
  const health = createHealth(checks);
  return async (request, response) => {
    if (health(request, response)) return;
    const note = watchAnswer(response, corridor.metrics);
    try {
      const pathname = pathOf(request.url ?? '/');
      if (pathname !== undefined && (await tryIt?.(request, response, pathname))) return;
      await serve(pathname, request, response, behind, note);
    } catch (error) {
      note({ code: error instanceof HouseError ? error.code : 'INTERNAL' });
      if (error instanceof RateLimited && !response.headersSent) response.setHeader('retry-after', String(error.retryAfterSeconds));
      if (!(error instanceof HouseError)) corridor.log.error({ err: error }, 'the door could not serve a request');
      answerError(response, error);
    }
  };
}

async function serve(pathname: string | undefined, request: IncomingMessage, response: ServerResponse, behind: Behind, note: Note): Promise<void> {
  if (pathname === '/') return answerJson(response, 200, { thegither: 'Send GraphQL by POST to /graphql, with an access token and a Purpose.' });
  if (pathname !== '/graphql' && pathname !== '/changes') throw new HouseError('BAD_REQUEST', 'There is nothing here. GraphQL is at /graphql.');
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    throw new HouseError('METHOD_NOT_ALLOWED');
  }
  if (pathname === '/changes') {
    note({ kind: 'stream' });
    await streamChanges(request, response, behind.corridor, behind.changes);
  } else await serveQuestion(request, response, behind, note);
}

/** Undefined for what is no address. */
const pathOf = (url: string): string | undefined => (URL.canParse(url, 'http://gateway') ? new URL(url, 'http://gateway').pathname : undefined);

async function serveQuestion(request: IncomingMessage, response: ServerResponse, behind: Behind, note: Note): Promise<void> {
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) throw new HouseError('BAD_REQUEST', 'A question is sent as application/json.');
  // Two Purpose headers arrive as one text with a comma in it, and so as no purpose.
  const { authorization, purpose, changes } = request.headers;
  const question: GraphqlRequest = { request: randomUUID(), body: parseJson(await readBody(request, behind.limits.body)), authorization, purpose: parsePurpose(purpose), since: changes === 'since' || undefined };
  try {
    await answerQuestion(question, response, behind, note);
  } finally {
    behind.corridor.standstill.leave(question.request);
    behind.corridor.turns.leave(question.request);
  }
}

async function answerQuestion(question: GraphqlRequest, response: ServerResponse, { graphql, corridor }: Behind, note: Note): Promise<void> {
  const { response: answered, deadline, outcome } = await graphql.execute(question);
  note({ kind: outcome.kind ?? 'none', code: outcome.code ?? 'BAD_REQUEST' });
  if (answered.body.kind !== 'complete') throw new HouseError('INTERNAL');
  if (deadline !== undefined && corridor.now() >= deadline) throw new HouseError('DEADLINE_PASSED');
  const body = Buffer.from(answered.body.string);
  note({ bytes: body.length });
  const retryAfter = answered.headers.get('retry-after');
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(answered.status ?? 200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, 'cache-control': 'no-store' });
  await sendAnswer(response, body, deadline, () => corridor.now());
}

function parseJson(bytes: Buffer): object {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Refused below, without repeating what was sent.
  }
  throw new HouseError('BAD_REQUEST', 'The body is not a JSON object.');
}

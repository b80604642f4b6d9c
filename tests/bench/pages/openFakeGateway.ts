import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What was asked since the last count, and how long answering took, in milliseconds by the clock and of the processor. */
export interface Counted {
  readonly questions: number;
  readonly ms: number;
  readonly cpuMs: number;
}

/** A gateway that answers at once. */
export interface FakeGateway {
  readonly url: string;
  /** What it was asked since it was last counted. */
  count(): Counted;
  close(): Promise<void>;
}

const NONE: Counted = { questions: 0, ms: 0, cpuMs: 0 };

/** Answers each question by what `answer` gives for it, made once and kept: what is measured is the page's own time. */
export async function openFakeGateway(answer: (query: string, variables: Readonly<Record<string, unknown>>) => string): Promise<FakeGateway> {
  const kept = new Map<string, string>();
  let counted: Counted = NONE;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const begun = performance.now(), before = process.cpuUsage();
    let told = kept.get(body);
    if (told === undefined) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      told = answer(query, variables);
      kept.set(body, told);
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(told);
    const { user, system } = process.cpuUsage(before);
    counted = { questions: counted.questions + 1, ms: counted.ms + performance.now() - begun, cpuMs: counted.cpuMs + (user + system) / 1000 };
  };
  const server = createServer((request, response) => void serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined)));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    count() {
      const told = counted;
      counted = NONE;
      return told;
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

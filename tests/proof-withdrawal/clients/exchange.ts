import { request, type Agent } from 'node:http';
import { now } from '../house/now.ts';

/** One question and what came back, by the machine's monotonic clock. */
export interface Exchanged {
  readonly question: number;
  readonly asked: number;
  /** When its first bytes were here; undefined when none came. */
  readonly arrived: number | undefined;
  readonly status: number | undefined;
  readonly text: string;
  /** Is it the whole answer? */
  readonly isWhole: boolean;
}

/** What is asked. */
export interface Asking {
  readonly url: string;
  readonly agent: Agent;
  readonly token: string;
  readonly purpose?: string | undefined;
  readonly body: object;
}

let last = 0;

/** Asks a gateway, under a number of its own. A connection that breaks is no error here: it is what the client saw. */
export const exchange = ({ url, agent, token, purpose, body }: Asking): Promise<Exchanged> => new Promise((resolve) => {
  const question = ++last;
  let arrived: number | undefined, status: number | undefined;
  const chunks: Buffer[] = [];
  const end = (isWhole: boolean): void => resolve({ question, asked, arrived, status, text: Buffer.concat(chunks).toString('utf8'), isWhole });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-proof-question': String(question), ...(purpose ? { purpose } : {}) };
  const asked = now();
  const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
    arrived = now();
    status = response.statusCode;
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('end', () => end(response.complete));
    response.once('error', () => end(false));
  });
  sent.once('error', () => end(false));
  sent.end(JSON.stringify(body));
});

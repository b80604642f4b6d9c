import { readFileSync } from 'node:fs';
import { HouseError, type SharingEntry } from '@thegither/vocabulary';
import { isObject } from './isObject.ts';

/** What the gateway answered. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly code: string }[];
  readonly sharing: readonly SharingEntry[];
  /** The whole body, as it came. */
  readonly body: unknown;
}

/** A question: the file of its operations, which of them, and who asks for what purpose. */
export interface Question {
  readonly file: 'wholePerson' | 'caseload' | 'demo';
  readonly operationName: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token: string;
  readonly purpose?: string;
}

/** Asks the gateway one GraphQL operation, as any app would. Throws INTERNAL for an answer that is not GraphQL's. */
export async function askGateway(gatewayUrl: string, { file, operationName, variables = {}, token, purpose }: Question): Promise<Answer> {
  const query = readFileSync(new URL(`../operations/${file}.graphql`, import.meta.url), 'utf8');
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...(purpose ? { purpose } : {}) },
    body: JSON.stringify({ query, operationName, variables }),
  });
  return readAnswer(await response.json().catch(() => undefined));
}

/** Reads an answer's body. */
export function readAnswer(body: unknown): Answer {
  if (!isObject(body)) throw new HouseError('INTERNAL', 'The gateway did not answer in GraphQL.');
  const { data, errors, extensions } = body;
  return {
    body,
    data: isObject(data) ? data : null,
    errors: Array.isArray(errors) ? errors.filter(isObject).map(({ message, extensions: more }) => ({ message: String(message), code: isObject(more) ? String(more.code) : 'INTERNAL' })) : [],
    sharing: isObject(extensions) && Array.isArray(extensions.sharing) ? (extensions.sharing as SharingEntry[]) : [],
  };
}

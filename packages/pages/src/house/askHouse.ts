import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { HouseError, ERRORS, type ErrorCode, type SharingEntry } from '@thegither/vocabulary';
import { Kind, print, type DefinitionNode, type DocumentNode } from 'graphql';
import { keepSince, type Since } from '../live/since.ts';

/** What a page asks with. */
export interface Asking {
  readonly gatewayUrl: string;
  readonly token: string;
  /** The Purpose header; none for a person about themselves. */
  readonly purpose?: string | undefined;
  /** Where to keep what the page brings to hear of what changes since; nothing is asked for where there is none. */
  readonly since?: Since | undefined;
  /** Milliseconds until it is an outage. */
  readonly timeoutMs?: number;
}

/** What came back. */
export interface Answer<Data> {
  readonly data: Data;
  /** By person and category, what the caller may see of it. */
  readonly sharing: readonly SharingEntry[];
  /** The codes of what went wrong in parts of it. */
  readonly errors: readonly { readonly code: ErrorCode; readonly path: readonly (string | number)[] }[];
}

const texts = new WeakMap<object, string>();

/** The operation first, then its fragments by name. */
const byName = (a: DefinitionNode, b: DefinitionNode): number => rank(a).localeCompare(rank(b), 'en');
const rank = (definition: DefinitionNode): string => (definition.kind === Kind.FRAGMENT_DEFINITION ? `1${definition.name.value}` : '0');

/** The text of a document, as it is registered with the gateway: the same letters each time. */
export function textOfDocument(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print({ ...document, definitions: document.definitions.toSorted(byName) });
  texts.set(document, text);
  return text;
}

/**
 * Asks the gateway one of our own documents. Data with errors in parts of it is an answer; without any data the first
 * error is thrown.
 * @throws HouseError with the code that the gateway gave; DECISIONS_UNAVAILABLE when it cannot be reached or understood
 */
export async function askHouse<Data, Variables>(asking: Asking, document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Answer<Data>> {
  const body = await post(asking, JSON.stringify({ query: textOfDocument(document), variables }));
  if (asking.since) keepSince(asking.since, body.extensions?.since, asking.purpose);
  const errors = body.errors?.map(({ extensions, path }) => ({ code: codeIn(extensions?.code), path: path ?? [] })) ?? [];
  const nothing = body.data === undefined || body.data === null || Object.values(body.data).every((value) => value === null);
  if (nothing && errors.length > 0) throw new HouseError(errors[0]!.code);
  if (body.data === undefined || body.data === null) throw new HouseError('DECISIONS_UNAVAILABLE');
  return { data: body.data as Data, sharing: body.extensions?.sharing ?? [], errors };
}

interface Body {
  readonly data?: object | null;
  readonly errors?: readonly { readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: unknown } }[];
  readonly extensions?: { readonly sharing?: readonly SharingEntry[]; readonly since?: unknown };
}

async function post({ gatewayUrl, token, purpose, since, timeoutMs = 10_000 }: Asking, body: string): Promise<Body> {
  try {
    const response = await fetch(gatewayUrl, {
      method: 'POST', body, signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(purpose === undefined ? {} : { purpose }), ...(since && { changes: 'since' }) },
    });
    const answer: unknown = await response.json();
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch {
    // Out of reach, too slow, or no JSON: an outage, whatever its words.
  }
  throw new HouseError('DECISIONS_UNAVAILABLE');
}

const codeIn = (code: unknown): ErrorCode => (typeof code === 'string' && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'INTERNAL');

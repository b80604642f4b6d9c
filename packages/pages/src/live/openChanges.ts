import { HouseError, type ErrorCode } from '@thegither/vocabulary';
import { readEvents, type Told } from './readEvents.ts';

/** Of whom a page wants to be told, and as whom. */
export interface Watching {
  /** Where GraphQL is asked: changes are told beside it. */
  readonly gatewayUrl: string;
  readonly token: string;
  /** For what the page was asked: for another purpose another answer would be given. */
  readonly purpose: string | undefined;
  readonly people: readonly string[];
  /** What the page was made of: see readSince. */
  readonly since?: Readonly<Record<string, string>> | '' | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Opens the gateway's stream of changes. When it resolves, nothing is missed any more.
 * @throws HouseError with the code of what the gateway refused; DECISIONS_UNAVAILABLE when it cannot be reached
 */
export async function openChanges({ gatewayUrl, token, purpose, people, since, signal }: Watching): Promise<AsyncGenerator<Told>> {
  const response = await fetch(new URL('/changes', gatewayUrl), {
    method: 'POST', body: JSON.stringify({ people, since }), signal, redirect: 'error',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(purpose === undefined ? {} : { purpose }) },
  }).catch((cause: unknown) => {
    throw new HouseError('DECISIONS_UNAVAILABLE', undefined, { cause });
  });
  if (!response.ok || !response.body) throw new HouseError(REFUSALS[response.status] ?? 'DECISIONS_UNAVAILABLE');
  const told = readEvents(response.body);
  const first = await told.next().catch(() => undefined);
  if (first?.value === undefined || first.value.event !== 'open') throw new HouseError('DECISIONS_UNAVAILABLE');
  return told;
}

/** A status is all that is believed of a refusal. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = { 400: 'INVALID_INPUT', 401: 'UNAUTHENTICATED', 429: 'RATE_LIMITED' };

import { expect } from '@jest/globals';
import { ERRORS, type ErrorCode } from '@thegither/vocabulary';
import type { GraphQLFormattedError } from 'graphql';
import { CANARY, type Received, type WatchedHouse } from './openWatchedHouse.ts';

/** What is to come back: one error, and beside it nothing but what is said here. */
export interface Refusal {
  readonly code: ErrorCode;
  /** The words; what the code means when nothing is said. */
  readonly message?: string;
  readonly path?: GraphQLFormattedError['path'];
  /** Only an error that does not depend on the person comes with data. */
  readonly data?: unknown;
  /** States of categories, for data that is withheld. */
  readonly states?: Readonly<Record<string, string>>;
  /** The services that may be asked before it is refused; none when nothing is said. */
  readonly asks?: readonly string[];
}

const A_PLACE_IN_CODE = /\bat \S+ ?\(|\.[cm]?[jt]s\b|node_modules|node:|stack/i;

/**
 * One clear coded error with the status of its code: letter for letter these words, so neither a stack nor a value of the
 * input; nobody is asked who need not be; and nothing that was sent is written down.
 */
export function expectRefusal(watched: WatchedHouse, { status, headers, text }: Received, { code, message, path, data, states, asks = [] }: Refusal, secrets: readonly string[] = []): void {
  const { errors: [error] = [], ...rest } = JSON.parse(text) as { errors?: { locations?: unknown }[]; extensions?: { sharing: { category: string; state: string }[] } };
  const { locations: _, ...told } = error ?? {};
  expect(told).toEqual({ message: message ?? ERRORS[code].meaning, ...(path ? { path } : {}), extensions: { code } });
  expect(JSON.parse(text).errors).toHaveLength(1);
  expect(status).toBe(data === undefined ? ERRORS[code].status : 200);
  expect('data' in rest ? rest : undefined).toEqual(data === undefined ? undefined : { data, ...(states ? { extensions: expect.anything() } : {}) });
  expect(Object.fromEntries((rest.extensions?.sharing ?? []).map(({ category, state }) => [category, state]))).toEqual(states ?? {});
  expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  expect(text).not.toMatch(A_PLACE_IN_CODE);
  for (const secret of [CANARY, ...secrets]) expect([text, ...watched.written].filter((line) => line.includes(secret))).toEqual([]);
  expect(watched.asked().filter((name) => !asks.includes(name))).toEqual([]);
}

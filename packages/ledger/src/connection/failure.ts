import { DatabaseError } from 'pg';
import { HouseError } from '@thegither/vocabulary';

/** What PostgreSQL calls it when others were in the way: lock timeout, statement timeout, deadlock, serialisation failure. */
const IN_THE_WAY = new Set(['55P03', '57014', '40P01', '40001']);

/** Connection exceptions, no such database, no admittance, shutdown and lack of resources: there may be a ledger, but not for us now. */
const AWAY = /^(08|28|3D|53|57P|58|XX)/;

const stateOf = (cause: unknown): string | undefined => (cause instanceof DatabaseError ? cause.code : undefined);

/** Did a transaction fail only because others were in the way? Then it did nothing and may be tried again. */
export const wasInTheWay = (cause: unknown): boolean => IN_THE_WAY.has(stateOf(cause) ?? '');

/** Did a row of that key exist already? */
export const wasThereAlready = (cause: unknown): boolean => stateOf(cause) === '23505';

/**
 * What a failure of the database is to everybody else: never an empty answer. Without an answer from the server, and when
 * it has no room or others stayed in the way, DECISIONS_UNAVAILABLE: try again. What it refused as wrong is our own
 * fault, INTERNAL. The cause is kept for the log; its text may hold values, so it never becomes the message.
 */
export function failure(cause: unknown): HouseError {
  if (cause instanceof HouseError) return cause;
  const state = stateOf(cause);
  const away = state === undefined ? !(cause instanceof TypeError || cause instanceof RangeError) : AWAY.test(state) || IN_THE_WAY.has(state);
  return new HouseError(away ? 'DECISIONS_UNAVAILABLE' : 'INTERNAL', undefined, { cause });
}

import { createIdentifiers } from '@thegither/identity';
import { NO_TRACING, unwatched } from '@thegither/service';
import { buildSchema } from 'graphql';
import { createSince } from '../changes/since.ts';
import type { Corridor } from '../corridor.ts';
import { createRateLimits } from '../rates/rateLimits.ts';
import { RATES } from '../rates/rates.ts';
import { createRecent } from '../recent.ts';
import { createStandstill } from '../standstill.ts';
import { createTurns } from '../turns.ts';
import { gatewayMetrics } from '../watch/gatewayMetrics.ts';

/** The identifiers of every test here. */
export const identifiers = createIdentifiers({ current: 1, keys: { 1: new Uint8Array(32).fill(7) } });

const unused = (): never => {
  throw new Error('no part of this test');
};

/** A corridor that leans on nothing but what the test gives it. */
export const corridorWith = (given: Partial<Corridor>): Corridor => ({
  execution: { schema: buildSchema('type Query { me: ID }'), analyse: unused, analyseAhead: unused }, described: createRecent(1_000_000), verifyToken: unused, fetchSubgraph: unused,
  decisionService: { decide: unused, release: unused, marks: unused },
  identifiers, trusted: new Map(), now: () => 0, releaseDeadlineMs: 250, log: { debug() {}, info() {}, warn() {}, error() {} },
  metrics: gatewayMetrics(unwatched('gateway').metrics), tracing: NO_TRACING,
  rates: createRateLimits(RATES), standstill: createStandstill(), turns: createTurns({ atOnce: 1, crowd: Infinity, rest: setImmediate }), since: createSince(new Uint8Array(32), () => 0), ...given,
});

import { createIdentifiers } from '@thegither/identity';
import { buildSchema } from 'graphql';
import type { Corridor } from '../corridor.ts';

/** The identifiers of every test here. */
export const identifiers = createIdentifiers({ current: 1, keys: { 1: new Uint8Array(32).fill(7) } });

const unused = (): never => {
  throw new Error('no part of this test');
};

/** A corridor that leans on nothing but what the test gives it. */
export const corridorWith = (given: Partial<Corridor>): Corridor => ({
  execution: { schema: buildSchema('type Query { me: ID }'), analyse: unused }, verifyToken: unused, fetchSubgraph: unused,
  decisionService: { decide: unused, release: unused },
  identifiers, now: () => 0, releaseDeadlineMs: 250, log: { debug() {}, info() {}, warn() {}, error() {} }, ...given,
});

import { describe, expect, test } from '@jest/globals';
import type { SubgraphRequest } from '@thegither/execution';
import { unwatched, type LogFields } from '@thegither/service';
import { HouseError, type DecideRequest, type ReleaseRequest } from '@thegither/vocabulary';
import { gatewayMetrics } from '../watch/gatewayMetrics.ts';
import { breakDecisions, breakFetches } from './breakCalls.ts';

const BREAKING = { failures: 2, openMs: 3_600_000 };

function logging() {
  const logged: LogFields[] = [];
  const write = (fields: LogFields) => void logged.push(fields);
  return { logged, log: { debug: write, info: write, warn: write, error: write } };
}
const times = async (count: number, ask: () => Promise<unknown>): Promise<void> => {
  for (let time = 0; time < count; time++) await expect(ask()).rejects.toBeInstanceOf(HouseError);
};

const request = (subgraph: string): SubgraphRequest => ({ subgraph, url: `http://${subgraph}.example/`, use: 'joined', query: '{ x }', variables: {}, people: [] });

describe('subgraphs', () => {
  test('are left alone each for itself, and the numbers say how each stands', async () => {
    const { logged, log } = logging();
    const { metrics } = unwatched('gateway');
    const asked: string[] = [];
    const fetch = breakFetches(async ({ subgraph }) => {
      asked.push(subgraph);
      if (subgraph === 'careers') throw new HouseError('SUBGRAPH_UNAVAILABLE');
      return { data: {} };
    }, BREAKING, log, gatewayMetrics(metrics));

    await times(4, () => fetch(request('careers'), ''));
    expect(await fetch(request('housing'), '')).toEqual({ data: {} });
    expect([asked, logged]).toEqual([['careers', 'careers', 'housing'], [{ subgraph: 'careers', step: 'open' }]]);
    const text = await metrics.text();
    for (const [subgraph, breaker] of [['careers', 'open'], ['housing', 'closed']]) expect(text).toContain(`gateway_breaker{subgraph="${subgraph}",breaker="${breaker}",service="gateway"} 1`);
  });
});

describe('the decision service', () => {
  test('is left alone for every question at once', async () => {
    const { logged, log } = logging();
    let asked = 0;
    const out = async (): Promise<never> => { asked++; throw new HouseError('DECISIONS_UNAVAILABLE'); };
    const service = breakDecisions({ decide: out, release: out, marks: out }, BREAKING, log);
    await times(1, () => service.decide({} as DecideRequest));
    await times(3, () => service.release({} as ReleaseRequest));
    await times(3, () => service.decide({} as DecideRequest));
    expect([asked, logged]).toEqual([2, [{ step: 'open' }]]);
  });
});

import type { Case } from '../house/cases.ts';
import type { Drive, Driven } from '../processes/client.ts';
import type { Calls } from '../processes/subgraphs.ts';
import type { Child } from '../start/child.ts';
import type { Contender } from '../start/contenders.ts';
import { spentBy } from '../start/spender.ts';

/** What one contender did with one case in one round; times in milliseconds, per operation where nothing else is said. */
export interface Measured {
  readonly operations: number;
  /** Questions that were not answered whole; none is the rule. */
  readonly failed: number;
  readonly gatewayCpuMs: number;
  /** Gateway and decision service together. */
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the gateway. */
  readonly peakMb: number;
  readonly decisionsPeakMb: number;
  readonly calls: number;
  readonly keys: number;
  readonly bytes: number;
}

/** Who asks, and whom the gateways ask. */
export interface Around {
  readonly client: Child;
  readonly subgraphs: Child;
}

/** For how long, and how often at most. */
export interface Limit {
  readonly ms: number;
  readonly most: number;
}

/** How often the question before those that are measured is asked until it is answered. */
const TRIES = 5;

/** Asks one contender for so long and says what it took. `from` is how often it was asked before. Throws when it answers nothing. */
export async function measure({ client, subgraphs }: Around, { title, gateway, decisions, url, sharing }: Contender, { name }: Case, { ms, most }: Limit, from: number): Promise<Measured> {
  const drive: Drive = { url, case: name, sharing, ms, most, from };
  // Connections that were idle while others were measured may be gone.
  await client.ask('once', { ...drive, most: TRIES });
  await subgraphs.ask('count');
  const { done, spent: [atGateway, atDecisions] } = await spentBy(decisions ? [gateway, decisions] : [gateway], () => client.ask<Driven>('drive', drive));
  const { calls, keys } = await subgraphs.ask<Calls>('count');
  const { operations, failed, failure } = done;
  if (operations === 0) throw new Error(`${title}: ${failure ?? 'no answer at all'}`);
  const decisionsCpu = atDecisions?.cpuMs ?? 0;
  return {
    operations, failed,
    gatewayCpuMs: atGateway!.cpuMs / operations, cpuMs: (atGateway!.cpuMs + decisionsCpu) / operations,
    perSecond: (operations * 1000) / done.ms, p50: done.p50, p99: done.p99,
    peakMb: atGateway!.peakMb, decisionsPeakMb: atDecisions?.peakMb ?? 0,
    calls: calls / operations, keys: keys / operations, bytes: done.bytes,
  };
}

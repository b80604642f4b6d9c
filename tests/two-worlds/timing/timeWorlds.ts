import { NOTHING, maskOf } from '@thegither/consent';
import type { HouseDatabases } from '@thegither/local';
import { REGISTER } from '@thegither/vocabulary';
import { Pool } from 'undici';
import type { Random } from '../../harness/random.ts';
import type { Reachable } from '../../harness/reachable.ts';
import { openRecords } from '../../harness/records.ts';
import { idFor, openSharing } from '../../harness/twins.ts';
import { startHouseProcess } from '../../soak/startHouse.ts';
import type { House } from '../house.ts';
import { aboutPerson } from '../world.ts';
import type { TimedCase } from './cases.ts';
import { isToldApart, measure, type Measuring, type Timed } from './measure.ts';

/** One case and what was measured; `isTold` when the times tell its two worlds apart. */
export interface TimedWorlds extends Timed {
  readonly title: string;
  readonly isControl: boolean;
  readonly isTold: boolean;
}

/** So many pairs of people, so that it is not one person's place in a table that is measured. */
const PAIRS = 8;
/** A demo token is good for ten minutes. */
const RENEW_MS = 300_000;

/** What is timed, how often, and in which order. */
export interface Timing {
  /** Timed calls for each world. */
  readonly calls: number;
  readonly random: Random;
  readonly cases: readonly TimedCase[];
}

/** Times every case in a house of its own, which nobody else asks. `told` hears of each as it is done. */
export async function timeWorlds(known: Pick<House, 'tablesBeside' | 'reachable'>, { calls, random, cases }: Timing, told: (timed: TimedWorlds) => void): Promise<TimedWorlds[]> {
  const house = startHouseProcess(new URL('house.ts', import.meta.url));
  try {
    const { gatewayUrl, ledgerUrl, databases } = await house.ask<{ gatewayUrl: string; ledgerUrl: string; databases: HouseDatabases }>('start');
    const sharing = openSharing(ledgerUrl), records = await openRecords(databases), asker = openAsker(gatewayUrl, (account) => house.ask<string>('token', { account }));
    try {
      const query = aboutPerson(known.reachable.select('once', oneFieldOfEach(known.reachable)));
      const timed: TimedWorlds[] = [];
      for (const one of cases) {
        const pairs = [];
        for (let made = 0; made < PAIRS; made++) pairs.push(await one.make({ house: { ledgerUrl }, sharing, records, tablesBeside: known.tablesBeside }));
        const time: Measuring['time'] = (person) => asker.time(one.asker, query, idFor(one.asker, person));
        const measured = await measure(pairs, { calls, random, time });
        timed.push({ ...measured, title: one.title, isControl: one.isControl === true, isTold: isToldApart(measured.p) });
        told(timed.at(-1)!);
      }
      return timed;
    } finally {
      await Promise.all([sharing.close(), records.close(), asker.close()]);
      await house.ask('stop');
    }
  } finally {
    await house.stop();
  }
}

/** For each category the first field that needs it alone: a question that is soon answered hides no difference behind its own length. */
function oneFieldOfEach({ fields }: Pick<Reachable, 'fields'>): string[] {
  return REGISTER.flatMap(({ name }) => [...fields].find(([, needs]) => needs !== NOTHING && needs === maskOf(name))?.[0] ?? []);
}

function openAsker(gatewayUrl: string, tokenFor: (account: string) => Promise<string>) {
  const { origin, pathname } = new URL(gatewayUrl);
  const pool = new Pool(origin, { connections: 1 });
  const tokens = new Map<string, { readonly token: string; readonly since: number }>();
  return {
    async time(account: string, query: string, id: string): Promise<number | undefined> {
      const had = tokens.get(account);
      const { token } = had && performance.now() - had.since < RENEW_MS ? had : { token: await tokenFor(account) };
      if (token !== had?.token) tokens.set(account, { token, since: performance.now() });
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, purpose: 'EMPLOYABILITY_SUPPORT' }, body = JSON.stringify({ query, variables: { id } });
      const begun = performance.now();
      const response = await pool.request({ path: pathname, method: 'POST', headers, body });
      const text = await response.body.text();
      const taken = performance.now() - begun;
      if (response.statusCode !== 200) throw new Error(`a timed question was answered with ${response.statusCode}`);
      return /"(?:DEADLINE_PASSED|DECISIONS_UNAVAILABLE|SUBGRAPH_UNAVAILABLE|SUBGRAPH_ERROR)"/.test(text) ? undefined : taken;
    },
    close: () => pool.close(),
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { listen, readBody } from '@thegither/service';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { createRandom } from '../harness/random.ts';
import type { GraphqlBody } from '../harness/startHouse.ts';
import { call, type Counted, type Send } from './callers.ts';
import { AWAY, type Seen } from './away.ts';
import type { Sample } from './judge.ts';
import { questionsOfEverybody } from './questions.ts';
import { startHouseProcess, type HouseProcess } from './startHouse.ts';

/** How long, and how often. */
export interface SoakOptions {
  readonly seconds: number;
  /** Operations each second. */
  readonly rate: number;
  readonly seed: number;
}

/** What came of it. */
export interface Soaked {
  readonly samples: readonly Sample[];
  readonly counted: Counted;
  /** How often a room went away and came back. */
  readonly away: number;
}

/** A demo token is good for ten minutes. */
const RENEW_MS = 300_000;
/** How long a room that is back may still be missing: until the gateway's breaker tries it again. */
const FOUND_AGAIN_MS = 15_000;
const SAMPLES = 240;
const AT_ONCE = 6;
/** A house that is later than this, in one of the last so many samples, is on a machine that has no time for it. */
const LATE_MS = 250, LATELY = 5;
/** Questions of each account beside everything they can be told. */
const EACH = 3;

/** Opens a house with the demo people, warms it up with every question once, and asks it for so long while a room goes away now and then. */
export async function soak({ seconds, rate, seed }: SoakOptions): Promise<Soaked> {
  const spans = await listen(async (request, response) => {
    await readBody(request, 16 * 1024 * 1024);
    response.end('{}');
  });
  const house = startHouseProcess();
  try {
    const { gatewayUrl } = await house.ask<{ gatewayUrl: string }>('start', { collector: spans.url });
    const send = sender(gatewayUrl, house);
    const { data } = await send<IntrospectionQuery>('isla', getIntrospectionQuery(), {});
    if (!data) throw new Error('the house published no schema');
    const random = createRandom(seed);
    const questions = questionsOfEverybody(buildClientSchema(data), random, EACH);
    await Promise.all(Array.from({ length: AT_ONCE }, async (_, first) => {
      for (const { account, purpose, question } of questions.filter((__, at) => at % AT_ONCE === first)) await send(account, question.text, question.variables, { purpose, operationName: question.name });
    }));

    const counted: Counted = { operations: 0, told: 0, changes: 0, refused: 0, without: 0, busy: 0, errors: new Map() };
    const begun = performance.now(), until = begun + seconds * 1_000;
    const times = { away: 0, since: Infinity, back: -Infinity };
    const samples: Sample[] = [];
    const watch = async (): Promise<void> => {
      const every = Math.max(1_000, (seconds * 1_000) / SAMPLES);
      while (performance.now() < until) {
        const next = pause(every);
        const seen = await house.ask<Seen>('sample');
        samples.push({ ...seen, at: (performance.now() - begun) / 1_000, operations: counted.operations });
        await next;
      }
    };
    // A tenth of the time, at the most ten seconds, four times or once every two minutes.
    const takeAway = async (): Promise<void> => {
      const every = Math.min(120_000, (seconds * 1_000) / 4);
      for (let at = 0; performance.now() + every < until; at++) {
        await pause(every * 0.7);
        const room = AWAY[at % AWAY.length]!;
        times.away++;
        times.since = performance.now();
        await house.ask('takeAway', { room });
        await pause(Math.min(10_000, every / 10));
        await house.ask('bringBack', { room });
        times.back = performance.now();
        times.since = Infinity;
        await pause(every * 0.2);
      }
    };
    const wasAway = (since: number): boolean => times.since < Infinity || since < times.back + FOUND_AGAIN_MS;
    const isBusy = (): boolean => samples.slice(-LATELY).some(({ lagMs }) => lagMs > LATE_MS);
    await Promise.all([call({ send, questions, random, rate, wasAway, isBusy }, until, counted), watch(), takeAway()]);
    // Of an answer that was late the gateway and the decision service may each have written a line, and of no other.
    let explained = 2 * counted.busy;
    for (const line of await house.ask<string[]>('errors')) {
      if (line.includes('"code":"DECISIONS_UNAVAILABLE"') && explained-- > 0) continue;
      counted.errors.set(line, (counted.errors.get(line) ?? 0) + 1);
    }
    await house.ask('stop');
    return { samples, counted, away: times.away };
  } finally {
    await house.stop();
    await spans.close();
  }
}

function sender(gatewayUrl: string, house: HouseProcess): Send {
  const tokens = new Map<string, { readonly token: Promise<string>; readonly since: number }>();
  const tokenFor = (account: string): Promise<string> => {
    const had = tokens.get(account);
    if (had && performance.now() - had.since < RENEW_MS) return had.token;
    const token = house.ask<string>('token', { account });
    tokens.set(account, { token, since: performance.now() });
    return token;
  };
  return async <Data>(...[account, query, variables, { purpose, headers, operationName } = {}]: Parameters<Send>): Promise<GraphqlBody<Data>> => {
    const response = await fetch(gatewayUrl, {
      method: 'POST', body: JSON.stringify({ query, variables, operationName }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(account)}`, ...(purpose ? { purpose } : {}), ...headers },
    });
    return await response.json() as GraphqlBody<Data>;
  };
}

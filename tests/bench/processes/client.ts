import { Pool } from 'undici';
import { PURPOSE, STOCK_AUDIENCE } from '../house/agency.ts';
import { CASES, type Case } from '../house/cases.ts';
import { PEOPLE, SHARINGS, spineIn, type Sharing } from '../house/people.ts';
import { createIdentifiers, importIdentifierKeys, type Identifiers } from '@thegither/identity';
import { answerParent } from './answerParent.ts';

/** What to ask, of whom and for how long. */
export interface Drive {
  readonly url: string;
  readonly case: Case['name'];
  readonly sharing: Sharing;
  /** No question is begun after so many milliseconds, nor after so many questions. */
  readonly ms: number;
  readonly most: number;
  /** How many times it has been asked before: a run goes on where the one before ended. */
  readonly from: number;
}

/** What came of it. */
export interface Driven {
  /** Answered with data and without an error. */
  readonly operations: number;
  /** Not answered so: told by the first of them. */
  readonly failed: number;
  readonly failure: string | undefined;
  /** From the first question to the last answer, in milliseconds. */
  readonly ms: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes of one answer on average. */
  readonly bytes: number;
}

let tokens: Readonly<Record<string, string>> = {};
const ids = new Map<Sharing, readonly string[]>();
const pools = new Map<string, Pool>();

answerParent({
  start(given: { tokens: Readonly<Record<string, string>>; identifierKeys: string }) {
    tokens = given.tokens;
    const identifiers = createIdentifiers(importIdentifierKeys(given.identifierKeys));
    for (const sharing of SHARINGS) ids.set(sharing, idsOf(identifiers, sharing));
  },
  drive,
  /** One answer, whole. The first of a cold gateway may be too late to be told: it is asked again. */
  once: async ({ url, case: name, sharing, from, most }: Drive) => {
    for (let left = most; ; left--) {
      try {
        return JSON.parse(await ask(url, caseNamed(name), sharing, from)) as unknown;
      } catch (error) {
        if (left <= 1) throw error;
      }
    }
  },
});

const idsOf = (identifiers: Identifiers, sharing: Sharing): string[] =>
  Array.from({ length: PEOPLE }, (_, place) => identifiers.issue(STOCK_AUDIENCE, spineIn(sharing, place)));

const caseNamed = (name: Case['name']): Case => CASES.find((one) => one.name === name)!;

async function drive({ url, case: name, sharing, ms, most, from }: Drive): Promise<Driven> {
  const asked = caseNamed(name);
  const times: number[] = [];
  let bytes = 0, failed = 0;
  let failure: string | undefined;
  let next = from;
  const begun = performance.now();
  await Promise.all(Array.from({ length: asked.atOnce }, async () => {
    while (performance.now() - begun < ms && next < from + most) {
      const at = performance.now();
      try {
        const text = await ask(url, asked, sharing, next++);
        times.push(performance.now() - at);
        bytes += text.length;
      } catch (error) {
        failed++;
        failure ??= String(error);
      }
    }
  }));
  const took = performance.now() - begun;
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  return { operations: times.length, failed, failure, ms: took, p50: at(0.5), p99: at(0.99), bytes: bytes / times.length };
}

/** Asks once. Throws for anything but data without an error. */
async function ask(url: string, one: Case, sharing: Sharing, n: number): Promise<string> {
  const { worker, ...body } = one.question(n, sharing, (place) => ids.get(sharing)![place]!);
  const { origin, pathname } = new URL(url);
  const response = await poolOf(origin).request({
    path: pathname, method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens[worker]}`, purpose: PURPOSE },
  });
  const text = await response.body.text();
  if (response.statusCode !== 200 || !text.startsWith('{"data":{')) throw new Error(`status ${response.statusCode}: ${text.slice(0, 500)}`);
  return text;
}

function poolOf(origin: string): Pool {
  const pool = pools.get(origin) ?? new Pool(origin, { connections: 16 });
  pools.set(origin, pool);
  return pool;
}

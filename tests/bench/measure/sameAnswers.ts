import { isDeepStrictEqual } from 'node:util';
import { CASES } from '../house/cases.ts';
import { FLOORS, type Contender } from '../start/contenders.ts';
import type { Around } from './round.ts';

/** Refuses to compare gateways that do not answer alike: where everything is shared, consent changes nothing of the data. */
export async function sameAnswers({ client }: Around, contenders: readonly Contender[]): Promise<void> {
  const alike = contenders.filter(({ sharing }) => sharing === 'everything');
  for (const { name } of CASES) {
    const answers = await Promise.all(alike.map(({ url, sharing }) => client.ask<{ data: unknown }>('once', { url, case: name, sharing, ms: 0, most: 5, from: 1 })));
    for (const [i, { data }] of answers.entries()) {
      const told = FLOORS.some((floor) => floor === alike[i]!.name) ? withoutTypeNames(data) : data;
      if (!isDeepStrictEqual(told, answers[0]!.data)) throw new Error(`${alike[i]!.name} and ${alike[0]!.name} answer ${name} differently`);
    }
  }
}

/** The least leaves in what the plan asked for its own use. */
function withoutTypeNames(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutTypeNames);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).flatMap(([key, value]) => (key === '__typename' ? [] : [[key, withoutTypeNames(value)]])));
}

import { setTimeout as pause } from 'node:timers/promises';
import { RELEASE_DEADLINE_MS } from '@thegither/vocabulary';
import type { Verb } from '../clients/acts.ts';
import { now } from '../house/now.ts';
import type { Scene, Stopped } from './kind.ts';

/** Stops by a verb of the house, which acknowledges it. */
export async function stopBy(scene: Scene, person: string, verb: Verb, input: object): Promise<Stopped & { readonly eventId: string }> {
  const done = await scene.acts(person, verb, input, scene.gateway);
  return { ...done, closedFrom: await scene.ledger.clock() };
}

/**
 * Stops by a row of the ledger that the statement gives an end to: what ends by itself, and what no verb of the house does. It answers
 * when it ends, and from then on the house has as long as it has for a verb until everything that was released before is out.
 */
export async function stopAt({ ledger }: Scene, statement: string, values: readonly unknown[]): Promise<Stopped> {
  const sent = now();
  const [ends] = await ledger.rows<{ at: number }>(`${statement}::float8 * 1000 AS at`, values);
  if (!ends) throw new Error('there was nothing to stop');
  for (;;) {
    const closedFrom = await ledger.clock();
    if (closedFrom > ends.at) {
      const acknowledged = now() + RELEASE_DEADLINE_MS;
      while (now() < acknowledged) await pause(acknowledged - now());
      return { sent, acknowledged, heard: acknowledged, closedFrom };
    }
    await pause(1);
  }
}

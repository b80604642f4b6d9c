import { PERSONAS } from '@thegither/synthetic';
import { Client } from 'pg';
import type { Facts, Span, Whom } from './facts.ts';
import type { Model } from './model.ts';
import type { People } from './people.ts';

const LONG_AGO: Span = { sent: -Infinity, acknowledged: -Infinity };

/** Tells the model what the demo people had said and done before the test began: their stories, by which the house was seeded. */
export async function tellStories(model: Model, people: People, ledgerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ledgerUrl });
  await client.connect();
  try {
    for (const { key, sharing } of PERSONAS) {
      const { assignments, grants, exclusions, stoppedAll } = sharing(Date.now());
      const facts: Facts = model.of(key);
      const { rows } = await client.query<{ id: string; worker: string }>('SELECT id, recipient_worker AS worker FROM assignment WHERE person = $1', [people.inLedger(key)]);
      for (const { recipient, purposes, to, confirmed } of assignments) {
        const worker = whomOf(recipient).id;
        facts.supports.push({
          id: rows.find((row) => row.worker === worker)!.id, worker, purposes, begun: LONG_AGO,
          until: to === null ? Infinity : performance.now() + (to - Date.now()), ...(confirmed ? { confirmed: LONG_AGO } : {}),
        });
      }
      for (const { recipient, purpose, categories } of grants) facts.yeses.push({ whom: whomOf(recipient), purpose, categories, sources: [], begun: LONG_AGO });
      for (const { recipient } of exclusions) facts.outs.push({ whom: whomOf(recipient), begun: LONG_AGO });
      if (stoppedAll !== null) facts.stops.push({ begun: LONG_AGO });
    }
  } finally {
    await client.end();
  }
}

const whomOf = (recipient: { readonly kind: 'agency'; readonly agency: string } | { readonly kind: 'team'; readonly team: string } | { readonly kind: 'worker'; readonly worker: string }): Whom => {
  if (recipient.kind === 'agency') return { kind: 'agency', id: recipient.agency };
  return recipient.kind === 'team' ? { kind: 'team', id: recipient.team } : { kind: 'worker', id: recipient.worker };
};

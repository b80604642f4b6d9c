import { createIdentifiers, importIdentifierKeys } from '@thegither/identity';
import { PEOPLE, SHARINGS, spineIn, workerAt } from '../house/people.ts';
import { composeSupergraphs, type Supergraphs } from '../house/schemas.ts';
import { agreedBy } from '../ledger/agreed.ts';
import { loadLedger } from '../ledger/loadLedger.ts';
import type { Around } from '../measure/round.ts';
import { startChild } from './child.ts';
import { makeKeys, type Keys } from './keys.ts';
import { startServer, type Server } from './ledgerDatabase.ts';

/** Everything that stands around the gateways that are measured. */
export interface House extends Around {
  readonly keys: Keys;
  readonly supergraphs: Supergraphs;
  readonly databaseUrl: string;
  readonly server: Server;
  stop(): Promise<void>;
}

/** Starts PostgreSQL with the people of the benchmark in the ledger, the subgraphs and the client. */
export async function startHouse(folder: string): Promise<House> {
  const keys = await makeKeys();
  const { identifierKeys } = keys;
  const server = await startServer();
  const databaseUrl = await server.emptyLedger('bench');
  const identifiers = createIdentifiers(importIdentifierKeys(identifierKeys));
  const people = SHARINGS.flatMap((sharing) => Array.from({ length: PEOPLE }, (_, place) =>
    ({ person: identifiers.issue('consent', spineIn(sharing, place)), worker: workerAt(sharing, place), agreed: agreedBy(sharing, place) })));

  const subgraphs = startChild(folder, 'subgraphs');
  const [supergraphs] = await Promise.all([
    subgraphs.ask<string>('start', { identifierKeys }).then(composeSupergraphs),
    loadLedger(databaseUrl, people),
  ]);
  const client = startChild(folder, 'client');
  const tokens: Record<string, string> = {};
  for (const worker of new Set(people.map((one) => one.worker))) tokens[worker] = await keys.tokenFor(worker);
  await client.ask('start', { tokens, identifierKeys });
  return {
    keys, supergraphs, databaseUrl, server, client, subgraphs,
    async stop() {
      await Promise.all([client.stop(), subgraphs.stop()]);
      await server.stop();
    },
  };
}

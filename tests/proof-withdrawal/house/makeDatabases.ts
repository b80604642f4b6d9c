import path from 'node:path';
import { seedCareers } from '@thegither/careers';
import { seedConsent } from '@thegither/consent-subgraph';
import type { Identifiers } from '@thegither/identity';
import { applyMigrations } from '@thegither/local-postgres';
import { seedPeople } from '@thegither/people';
import { dayOf } from '@thegither/synthetic';
import type { SpineId } from '@thegither/vocabulary';
import type { Server } from './server.ts';

/** The addresses of the databases that the proof needs. */
export interface ProofDatabases {
  readonly ledger: string;
  readonly people: string;
  readonly careers: string;
}

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

/** Makes them, with the demo people in them. */
export async function makeDatabases(server: Server, identifiers: Identifiers): Promise<ProofDatabases> {
  const idsFor = (audience: string) => (spine: SpineId) => identifiers.issue(audience, spine);
  const make = async (name: string, holder: string): Promise<string> => {
    const url = await server.ensureDatabase(name);
    await applyMigrations(url, path.join(CHECKOUT, holder, 'prisma/migrations'));
    return url;
  };
  const ledger = await make('ledger', 'packages/ledger');
  const people = await make('people', 'subgraphs/people');
  const careers = await make('careers', 'subgraphs/careers');
  await seedConsent(ledger, idsFor('consent'));
  await seedPeople(people, idsFor('people'), dayOf(Date.now()));
  await seedCareers(careers, idsFor('careers'), dayOf(Date.now()));
  return { ledger, people, careers };
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BUILT = new URL('supergraph.graphql', import.meta.url);

/** The supergraph of this laptop's house: what the build composed; a house that runs from its sources composes it now. */
export async function houseSupergraph(): Promise<string> {
  if (existsSync(BUILT)) return readFileSync(BUILT, 'utf8');
  const { composeHouse } = await import('./composeHouse.ts');
  return composeHouse(fileURLToPath(new URL('../../..', import.meta.url)));
}

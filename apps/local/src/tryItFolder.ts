import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../gateway/dist/try', import.meta.url));

/** Where the build put the gateway's page; undefined in a house that runs from its sources and was never built. */
export const tryItFolder = (): string | undefined => (existsSync(BUILT) ? BUILT : undefined);

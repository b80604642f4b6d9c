import { readFileSync } from 'node:fs';

/** The rooms' schemas as they stand, published together once for the whole run. */
export const SUPERGRAPH = readFileSync(process.env.TEST_SUPERGRAPH!, 'utf8');

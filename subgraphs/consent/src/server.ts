import { randomBytes } from 'node:crypto';
import { readConfig } from '@thegither/service';
import { serveRoom } from '@thegither/subgraph';
import { z } from 'zod';
import { createConsent } from './consent.ts';

/** CURSOR_KEY: 32 bytes in hexadecimal, the same for every copy of this service. A laptop makes one at each start. */
const config = z.object({
  CURSOR_KEY: z.string().regex(/^[0-9a-f]{64}$/).default(() => randomBytes(32).toString('hex')).transform((hex) => Buffer.from(hex, 'hex')),
});

const { CURSOR_KEY: cursorKey } = readConfig(config, process.env);
await serveRoom('consent', (deps) => createConsent({ ...deps, cursorKey }));

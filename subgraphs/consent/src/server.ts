import { randomBytes } from 'node:crypto';
import { createSeals, importSealKeys } from '@thegither/ledger';
import { readConfig } from '@thegither/service';
import { serveRoom } from '@thegither/subgraph';
import { z } from 'zod';
import { createConsent } from './consent.ts';

/**
 * LEDGER_SEAL_KEYS: `<version>.<base64url of 32 bytes>`, separated by commas, as the decision service has them.
 * CURSOR_KEY: 32 bytes in hexadecimal, the same for every copy of this service. A laptop makes one at each start.
 * WHOLE_PERSON_OPERATIONS: SHA-256 in hexadecimal, with commas between them, of the texts of the operations that ask for
 * everything about somebody; none when it is not there.
 */
const config = z.object({
  LEDGER_SEAL_KEYS: z.string().transform((text) => createSeals(importSealKeys(text))),
  CURSOR_KEY: z.string().regex(/^[0-9a-f]{64}$/).default(() => randomBytes(32).toString('hex')).transform((hex) => Buffer.from(hex, 'hex')),
  WHOLE_PERSON_OPERATIONS: z.string().regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/).optional(),
});

const { LEDGER_SEAL_KEYS: seals, CURSOR_KEY: cursorKey, WHOLE_PERSON_OPERATIONS: wholePerson } = readConfig(config, process.env);
await serveRoom('consent', (deps) => createConsent({ ...deps, seals, cursorKey, wholePersonOperations: wholePerson?.split(',') }));

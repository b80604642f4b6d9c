import { expect, test } from '@jest/globals';
import { serveRoom } from './serveRoom.ts';

const never = (): never => { throw new Error('a room was made'); };

test('in production a room names everything that it is not told, and opens nothing', async () => {
  await expect(serveRoom('housing', never, { NODE_ENV: 'production', PORT: '4001' })).rejects.toMatchObject({
    code: 'CONFIGURATION',
    message: 'Missing in the environment: DATABASE_URL, DECISIONS_URL, DECISION_ISSUER, HOST.',
  });
});

import { describe, expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { z } from 'zod';
import { readConfig } from './readConfig.ts';

const shape = z.object({
  DATABASE_URL: z.string().default('postgresql://127.0.0.1/ledger'),
  PORT: z.coerce.number().int().default(4100),
  ISSUER: z.url().default('http://127.0.0.1:4000').transform((url) => new URL(url).host),
  LOG_LEVEL: z.enum(['debug', 'info']).optional(),
});
const complete = { DATABASE_URL: 'postgresql://db/ledger', PORT: '80', ISSUER: 'https://issuer.example', NODE_ENV: 'production' };

const refusalOf = (env: Record<string, string | undefined>): HouseError => {
  try {
    readConfig(shape, env);
  } catch (error) {
    if (error instanceof HouseError) return error;
  }
  throw new Error('was not refused');
};

describe('configuration', () => {
  test.each([undefined, '', 'development', 'test'])('has a default for a laptop (NODE_ENV %p)', (NODE_ENV) => {
    expect(readConfig(shape, { NODE_ENV })).toEqual({ DATABASE_URL: 'postgresql://127.0.0.1/ledger', PORT: 4100, ISSUER: '127.0.0.1:4000' });
  });

  test('takes what the environment says, and leaves alone what is not asked for', () => {
    expect(readConfig(shape, { ...complete, LOG_LEVEL: 'debug', HOME: '/root' }))
      .toEqual({ DATABASE_URL: 'postgresql://db/ledger', PORT: 80, ISSUER: 'issuer.example', LOG_LEVEL: 'debug' });
  });

  test.each(['production', 'prod', 'Production', 'staging'])('requires by name, all at once, whatever has a laptop default when NODE_ENV is %s', (NODE_ENV) => {
    const refusal = refusalOf({ NODE_ENV, PORT: '80' });
    expect(refusal.code).toBe('CONFIGURATION');
    expect(refusal.message).toBe('Missing in the environment: DATABASE_URL, ISSUER.');
  });

  test('lets an optional variable be absent in production', () => {
    expect(readConfig(shape, complete).LOG_LEVEL).toBeUndefined();
  });

  test('takes an empty text for an absent one', () => {
    expect(readConfig(shape, { PORT: '' }).PORT).toBe(4100);
    expect(refusalOf({ ...complete, PORT: '' }).message).toBe('Missing in the environment: PORT.');
  });

  test('names what is missing and what cannot be read together, and never repeats a value', () => {
    const refusal = refusalOf({ NODE_ENV: 'production', PORT: 'canary-port', DATABASE_URL: 'x', LOG_LEVEL: 'canary-level' });
    expect(refusal.message).toBe('Missing in the environment: ISSUER. Not readable in the environment: PORT, LOG_LEVEL.');
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).not.toContain('canary');
  });
});

import { expect, test } from '@jest/globals';
import { HouseError } from '@thegither/vocabulary';
import { explain, explainCode } from './explain.ts';

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk is full'],
  ['FATAL:  could not resize shared memory segment "/PostgreSQL.1" to 1048576 bytes: No space left on device', 'shared memory'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets', 'port for PostgreSQL is taken'],
  ['FATAL:  lock file "postmaster.pid" already exists\nHINT:  Is another postmaster (PID 7) running?', 'Another PostgreSQL'],
  ['FATAL:  database files are incompatible with server', 'another version'],
  ['initdb: could not look up effective user ID 4711: user does not exist', 'no user of this machine'],
  ['PANIC:  could not locate a valid checkpoint record', 'damaged'],
  ['', 'damaged'],
])('%j is explained in one sentence, and kept as the cause', (log, words) => {
  const error = explain(log, 'start');
  expect(error.message).toContain(words);
  expect(error.message).not.toContain('\n');
  expect((error.cause as Error).message).toBe(log);
});

test('what initdb could not do is not called damage', () => {
  expect(explain('initdb: error: something else', 'initdb').message).toBe('PostgreSQL could not make its data folder.');
});

const coded = (code: string) => Object.assign(new Error('raw'), { code });
test.each([
  ['ENOSPC', 'disk is full'],
  ['53100', 'disk is full'],
  ['EROFS', 'may not be written'],
])('the code %s is understood, also as the cause of another error', (code, words) => {
  for (const error of [coded(code), new HouseError('CONFIGURATION', 'The migration 1 failed.', { cause: coded(code) })]) {
    expect(explainCode(error)).toMatchObject({ code: 'CONFIGURATION', message: expect.stringContaining(words), cause: error });
  }
});

test('any other error comes back as it is', () => {
  const error = coded('23505');
  expect(explainCode(error)).toBe(error);
});

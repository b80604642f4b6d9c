import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { ledgerAs } from './ledgerAs.ts';

const said = async (connectionString: string, text: string): Promise<unknown[]> => {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows[0] as unknown[];
  } finally {
    await client.end();
  }
};

test.each([
  ['postgresql://worker@127.0.0.1:5432/ledger', 'postgresql://worker@127.0.0.1:5432/ledger?options=-c%20role%3Dthegither_consent'],
  ['postgresql://worker@127.0.0.1:5432/ledger?sslmode=require&options=-c%20jit%3Doff', 'postgresql://worker@127.0.0.1:5432/ledger?sslmode=require&options=-c%20jit%3Doff%20-c%20role%3Dthegither_consent'],
])('the address %s keeps what is in it', (address, expected) => {
  expect(ledgerAs('consent', address)).toBe(expected);
});

test('whoever connects by it has the role from the first statement on', async () => {
  const server = `${process.env.TEST_POSTGRES!}postgres`;
  // A role that every server has stands in for ours.
  const address = ledgerAs('verify', server).replace('thegither_verify', 'pg_monitor');
  expect(await said(address, 'SELECT current_user')).toEqual(['pg_monitor']);
  expect(await said(server, 'SELECT current_user')).not.toEqual(['pg_monitor']);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ensureDatabase } from '@thegither/local-postgres';
import { Client } from 'pg';
import { copyRows } from './copyInto.ts';
import { copyLine, type Value } from './copyLine.ts';

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: await ensureDatabase(process.env.TEST_POSTGRES!, `copy ${randomUUID()}`) });
  await client.connect();
  await client.query('CREATE SCHEMA "apart"');
  await client.query('CREATE TABLE "apart"."Odd name" (id int PRIMARY KEY, "text" text, items text[], bits bytea, at timestamptz, told jsonb, yes boolean, big bigint, day date)');
});
afterAll(() => client.end());

const TARGET = { schema: 'apart', table: 'Odd name', columns: ['id', 'text', 'items', 'bits', 'at', 'told', 'yes', 'big', 'day'] };
const MOMENT = new Date('2026-03-29T01:30:00.123Z');

describe('what is copied', () => {
  test.each<[string, string | null, readonly string[]]>([
    ['plain', 'words', ['ONE', 'two-three']],
    ['nothing', null, []],
    ['empty text', '', ['']],
    ['tabs, line ends and backslashes', 'a\tb\nc\rd\\e\\N\\.', ['a\tb', 'c\\d', '\n', '\\N']],
    ['quotes, commas, braces and the word null', '"{,}"', ['"', ',', '{', '}', 'null', 'NULL', ' spaces ', 'a"b\\"c']],
    ['other scripts', 'Sgoil na Mòine, 学', ['Mòrag', '👩‍🏫']],
  ])('comes back as it was: %s', async (_what, text, items) => {
    await client.query('TRUNCATE "apart"."Odd name"');
    const told = { a: ['x\ty', null], b: '\\' };
    await copyRows(client, TARGET, [[1, text, items, Buffer.from([0, 255, 92]), MOMENT, JSON.stringify(told), true, 2n ** 62n, '2026-11-22']]);
    const { rows } = await client.query('SELECT *, "day"::text AS day FROM "apart"."Odd name"');
    expect(rows).toEqual([{ id: 1, text, items, bits: Buffer.from([0, 255, 92]), at: MOMENT, told, yes: true, big: String(2n ** 62n), day: '2026-11-22' }]);
  });

  test('is all of it or nothing: a row that the table refuses takes the others with it', async () => {
    await client.query('TRUNCATE "apart"."Odd name"');
    const target = { schema: 'apart', table: 'Odd name', columns: ['id'] };
    await expect(copyRows(client, target, [[1], [2], [1]])).rejects.toMatchObject({ code: '23505' });
    expect((await client.query('SELECT 1 FROM "apart"."Odd name"')).rowCount).toBe(0);
    await copyRows(client, target, [[1], [2]]);
    expect((await client.query('SELECT 1 FROM "apart"."Odd name"')).rowCount).toBe(2);
  });

  test('may be more than one piece', async () => {
    await client.query('TRUNCATE "apart"."Odd name"');
    await copyRows(client, { ...TARGET, columns: ['id', 'text'] }, Array.from({ length: 5000 }, (_, id): Value[] => [id, 'x'.repeat(100)]));
    expect((await client.query('SELECT sum(length("text"))::int AS letters, count(*)::int AS rows FROM "apart"."Odd name"')).rows).toEqual([{ letters: 500_000, rows: 5000 }]);
  });
});

test.each<[readonly Value[], string]>([
  [[1, 'a', null], '1\ta\t\\N\n'], [[undefined, false], '\\N\tf'.replace('f', 'false\n')], [[['A', 'b c']], '{A,"b c"}\n'], [[['a"b']], '{"a\\\\"b"}\n'], [[new Uint8Array([1, 171])], '\\\\x01ab\n'],
])('%j is the line %j', (values, line) => {
  expect(copyLine(values)).toBe(line);
});

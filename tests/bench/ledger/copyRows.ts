import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** One value of a row in COPY's text form. */
export type Value = string | number | boolean | null;

const CHUNK = 128 * 1024;

/** Writes rows into a table by COPY, on a connection of its own. Values must hold no tab, line end or backslash; bytes are given as hexadecimal digits through `bytes`. */
export async function copyRows(databaseUrl: string, table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await pipeline(Readable.from(inChunks(rows)), client.query(from(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)));
  } finally {
    await client.end();
  }
}

/** Bytes in COPY's text form. */
export const bytes = (hex: string): string => String.raw`\\x${hex}`;

function* inChunks(rows: Iterable<readonly Value[]>): Generator<Buffer> {
  let text = '';
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) text += (i === 0 ? '' : '\t') + (row[i] ?? String.raw`\N`);
    text += '\n';
    if (text.length > CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}

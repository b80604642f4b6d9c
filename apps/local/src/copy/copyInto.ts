import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type ClientBase } from 'pg';
import { from } from 'pg-copy-streams';
import { copyLine, type Value } from './copyLine.ts';

/** A table, and its columns in the order of the values. The schema is "public" when nothing is said. */
export interface CopyTarget {
  readonly schema?: string;
  readonly table: string;
  readonly columns: readonly string[];
}

const CHUNK = 128 * 1024;

/** Writes lines made by `copyLine` into a table by COPY, in the transaction that the connection is in: all of them or, when it throws, none. */
export async function copyLines(client: ClientBase, { schema = 'public', table, columns }: CopyTarget, lines: Iterable<string>): Promise<void> {
  const into = `${escapeIdentifier(schema)}.${escapeIdentifier(table)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`;
  await pipeline(Readable.from(inChunks(lines)), client.query(from(`COPY ${into} FROM STDIN`)));
}

/** Writes rows into a table by COPY: see copyLines. */
export const copyRows = (client: ClientBase, target: CopyTarget, rows: Iterable<readonly Value[]>): Promise<void> => copyLines(client, target, linesOf(rows));

function* linesOf(rows: Iterable<readonly Value[]>): Generator<string> {
  for (const row of rows) yield copyLine(row);
}

function* inChunks(lines: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length > CHUNK) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text) yield Buffer.from(text);
}

import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from './limits.ts';
import { parseJson } from './parseJson.ts';
import type { RawService } from './readFeed.ts';
import { servicesIn, type Part } from './readPages.ts';
import { refuseFeed } from './refuseFeed.ts';

/**
 * Reads a file, or each JSON file of a folder in the order of their names (not those of folders within).
 * @throws HouseError INVALID_INPUT as readFeed says
 */
export async function readFiles(from: string, isFolder: boolean): Promise<RawService[]> {
  const files = isFolder ? (await readdir(from)).filter((name) => name.endsWith('.json')).toSorted().map((name) => path.join(from, name)) : [from];
  if (files.length === 0) return refuseFeed('There is no JSON file in the folder.');
  if (files.length > LIMITS.pages) return refuseFeed('There are too many files in the folder.');
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  if (sizes.reduce((all, size) => all + size, 0) > LIMITS.feedBytes) return refuseFeed('The feed is too large.');
  const parts: Part[] = [];
  for (const file of files) parts.push({ name: path.basename(file), said: parseJson(await readFile(file, 'utf8')) });
  return servicesIn(parts);
}

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readFiles } from './readFiles.ts';
import { readWeb } from './readWeb.ts';
import { refuseFeed } from './refuseFeed.ts';

/** A service as its feed says it, not looked at yet, and where it stands there. */
export interface RawService {
  readonly where: string;
  readonly said: unknown;
}

/** A feed that was read whole. */
export interface RawFeed {
  /** What the feed is called here: its services are its own, and it alone may change them. */
  readonly name: string;
  readonly services: readonly RawService[];
}

/**
 * Reads a feed: a file, a folder of files, or a web address. Nobody is asked unless the address is given.
 * @throws HouseError INVALID_INPUT when it is not there, not JSON, of another shape, too large or not whole: an import of
 * half a feed would withdraw the other half
 */
export async function readFeed(from: string): Promise<RawFeed> {
  if (/^https?:\/\//i.test(from)) return readWeb(from);
  const found = await stat(from).catch((cause: unknown) => refuseFeed('There is no such file or folder.', cause));
  return { name: path.basename(path.resolve(from)).replace(/\.json$/, ''), services: await readFiles(from, found.isDirectory()) };
}

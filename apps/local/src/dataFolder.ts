import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { removeDataFolder } from '@thegither/local-postgres';
import type { Environment } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';

/** The places in a house's data folder. */
export interface DataFolder {
  readonly path: string;
  readonly keys: string;
  readonly running: string;
  readonly postgres: string;
}

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
// Says that the folder is a house's own: nothing else is ever removed.
const MARK = 'THEGITHER';

/** Where the laptop's house keeps its data: `.data` in the checkout, or what THEGITHER_DATA says. */
export function dataFolderAt(env: Environment): DataFolder {
  const folder = path.resolve(CHECKOUT, env.THEGITHER_DATA || '.data');
  const place = (name: string) => path.join(folder, name);
  return { path: folder, keys: place('keys.json'), running: place('running.json'), postgres: place('postgres') };
}

/**
 * Makes the folder if it is not there. Others on the machine can pass through it, which the database server's account
 * needs, and can list nothing.
 * @throws HouseError CONFIGURATION for a folder in which there is something else.
 */
export function openDataFolder(folder: DataFolder): void {
  mkdirSync(folder.path, { recursive: true });
  if (isHouse(folder)) return;
  if (readdirSync(folder.path).length > 0) throw new HouseError('CONFIGURATION', 'The data folder holds something that is not the house\'s: choose an empty one with THEGITHER_DATA.');
  chmodSync(folder.path, 0o711);
  writeFileSync(path.join(folder.path, MARK), 'The demo data of a house on this laptop: made by `npm start`, removed by `npm run reset`.\n');
}

/**
 * Removes a house's data, its keys with it. False when there is no folder.
 * @throws HouseError CONFIGURATION for a folder that is not a house's: nothing is removed from it.
 */
export function removeHouse(folder: DataFolder): boolean {
  if (!existsSync(folder.path)) return false;
  if (!isHouse(folder)) throw new HouseError('CONFIGURATION', 'That folder is not the house\'s data folder, so nothing was removed.');
  removeDataFolder(folder.postgres);
  rmSync(folder.path, { recursive: true, force: true });
  return true;
}

const isHouse = (folder: DataFolder): boolean => existsSync(path.join(folder.path, MARK));

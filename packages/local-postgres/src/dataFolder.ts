import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { HouseError } from '@thegither/vocabulary';
import type { Account } from './account.ts';
import { program } from './binaries.ts';
import { makeElsewhere, placeElsewhere } from './elsewhere.ts';
import { environment } from './environment.ts';
import { DAMAGED, explain } from './explain.ts';

/**
 * The folder that a server can keep its data in for `wanted`, filled by initdb when it is new. It is `wanted` itself,
 * or a folder under /var/tmp when the server's account cannot reach `wanted`.
 * @throws HouseError CONFIGURATION: the disk is full, or initdb does not run here.
 */
export function prepareDataFolder(wanted: string, programs: string, account: Account | undefined): string {
  mkdirSync(path.dirname(path.resolve(wanted)), { recursive: true });
  const folder = reachable(path.resolve(wanted), account);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) initialise(folder, programs, account);
  return folder;
}

/** Takes away a data folder and what was kept elsewhere for it. No server may be running on it. */
export function removeDataFolder(wanted: string): void {
  for (const folder of [path.resolve(wanted), placeElsewhere(wanted)]) rmSync(folder, { recursive: true, force: true });
}

function reachable(folder: string, account: Account | undefined): string {
  if (!account || canEnter(path.dirname(folder), account)) return folder;
  return path.join(makeElsewhere(folder, account), 'data');
}

const canEnter = (folder: string, account: Account): boolean => spawnSync('test', ['-x', folder], { ...account, cwd: '/' }).status === 0;

/** In a folder beside it that gets its name at the end: what was killed half way is begun anew, never taken for data. */
function initialise(folder: string, programs: string, account: Account | undefined): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new HouseError('CONFIGURATION', DAMAGED);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (account) chownSync(unfinished, account.uid, account.gid);
  chmodSync(unfinished, 0o700);
  const { status, stderr } = spawnSync(
    program(programs, 'initdb'),
    ['-D', unfinished, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    { ...account, env: environment(), cwd: '/', encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw explain(stderr ?? '', 'initdb');
  }
  renameSync(unfinished, folder);
}

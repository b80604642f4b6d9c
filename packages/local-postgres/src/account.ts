import { spawnSync } from 'node:child_process';
import { HouseError } from '@thegither/vocabulary';

/** A user of this machine, as numbers. */
export interface Account { readonly uid: number; readonly gid: number }

/**
 * Whom to run the database server as. PostgreSQL refuses to run as root, so root runs it as `postgres` or, where there
 * is no such user, as `nobody`; anybody else runs it as themselves (undefined).
 * @throws HouseError CONFIGURATION when root has nobody to run it as.
 */
export function accountForServer(isRoot = process.getuid?.() === 0, lookUp = userNamed): Account | undefined {
  if (!isRoot) return undefined;
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (account) return account;
  throw new HouseError('CONFIGURATION', 'PostgreSQL will not run as root, and this machine has no user "postgres" or "nobody" to run it as: start as an ordinary user.');
}

function userNamed(name: string): Account | undefined {
  const uid = number('-u', name), gid = number('-g', name);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function number(option: string, name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

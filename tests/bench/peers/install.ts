import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const FILES = ['package.json', 'package-lock.json'];

/**
 * Installs a peer with npm into a folder of its own, outside the workspace, when it is first asked for: exactly the
 * versions of its lock, whose contents npm checks; nothing of what is installed is run. Answers the folder. Throws when npm cannot.
 */
export async function installPeer(name: string): Promise<string> {
  const from = path.join(import.meta.dirname, name);
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(readFileSync(path.join(from, file)));
  const folder = path.join(import.meta.dirname, '../../../node_modules/.cache/peers', `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    for (const file of FILES) copyFileSync(path.join(from, file), path.join(unfinished, file));
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: unfinished, timeout: 600_000 });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

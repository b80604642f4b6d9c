import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a server says of itself in its data folder. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  /** "starting", "stopping", "ready" or "standby"; undefined in the first moments. */
  readonly status: string | undefined;
}

/**
 * Reads `postmaster.pid`: undefined when there is none or it is not whole yet. It may be left from a server that was
 * killed: that its process is alive proves nothing either, since numbers are used again.
 * @see PostgreSQL, src/include/utils/pidfile.h
 */
export function readPidFile(folder: string): PidFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]), port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port, status: lines[7]?.trim() || undefined } : undefined;
}

/** Is there a process of that number? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

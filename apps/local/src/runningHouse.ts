import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { HouseError } from '@thegither/vocabulary';
import type { DataFolder } from './dataFolder.ts';
import { isObject } from './isObject.ts';

/** Where a house answers. */
export interface Addresses {
  readonly gatewayUrl: string;
  readonly issuerUrls: { readonly workers: string; readonly people: string };
}

/** A house that runs on this laptop, as it says itself in its data folder. */
export interface RunningHouse extends Addresses {
  readonly pid: number;
}

/** How long a house may take to say that it is there, in milliseconds. */
const PATIENCE_MS = 2_000;

/** The house that runs on this data folder; undefined when none does, whatever was written there by one that was killed. */
export async function findRunningHouse(folder: DataFolder): Promise<RunningHouse | undefined> {
  const written = readRunning(folder);
  return written && 'gatewayUrl' in written && (await answers(written)) ? written : undefined;
}

/**
 * Says that a house is being started on this folder, so that a second one is not.
 * @throws HouseError CONFIGURATION when another process is just starting one.
 */
export function claimHouse(folder: DataFolder): void {
  const written = readRunning(folder);
  if (written && !('gatewayUrl' in written) && written.pid !== process.pid && isAlive(written.pid)) {
    throw new HouseError('CONFIGURATION', `The house is just being started by another process (${written.pid}): wait for it, or end it.`);
  }
  write(folder, { pid: process.pid });
}

/** Says where the house answers. */
export const tellRunning = (folder: DataFolder, addresses: Addresses): void => write(folder, { pid: process.pid, ...addresses });

/** Says that it does not run any more, if it was this process that ran it. */
export function tellStopped(folder: DataFolder): void {
  if (readRunning(folder)?.pid === process.pid) rmSync(folder.running, { force: true });
}

function write(folder: DataFolder, house: { readonly pid: number } | RunningHouse): void {
  // In one step: a reader never sees half of it.
  writeFileSync(`${folder.running}.${process.pid}`, JSON.stringify(house), { mode: 0o600 });
  renameSync(`${folder.running}.${process.pid}`, folder.running);
}

function readRunning(folder: DataFolder): RunningHouse | { readonly pid: number } | undefined {
  try {
    const house: unknown = JSON.parse(readFileSync(folder.running, 'utf8'));
    return isRunningHouse(house) || isClaim(house) ? house : undefined;
  } catch {
    return undefined; // None there, or not one of ours: then no house is known to run.
  }
}

const isClaim = (value: unknown): value is { pid: number } => isObject(value) && Number.isInteger(value.pid);

const isRunningHouse = (value: unknown): value is RunningHouse =>
  isObject(value) && Number.isInteger(value.pid) && typeof value.gatewayUrl === 'string' &&
  isObject(value.issuerUrls) && typeof value.issuerUrls.workers === 'string' && typeof value.issuerUrls.people === 'string';

/** Is it alive, and is what answers at its address a gateway? The number may be another process's by now, and the address too. */
async function answers({ pid, gatewayUrl }: RunningHouse): Promise<boolean> {
  if (!isAlive(pid)) return false;
  try {
    const response = await fetch(new URL('/live', gatewayUrl), { signal: AbortSignal.timeout(PATIENCE_MS) });
    const said: unknown = await response.json();
    return isObject(said) && said.live === true;
  } catch {
    return false;
  }
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

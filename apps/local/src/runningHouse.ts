import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { HouseError } from '@thegither/vocabulary';
import type { DataFolder } from './dataFolder.ts';
import { isObject } from './isObject.ts';

/** Where a house answers. */
export interface Addresses {
  readonly gatewayUrl: string;
  readonly issuerUrls: { readonly workers: string; readonly people: string };
  readonly appUrls?: { readonly mySharing: string; readonly workspace: string } | undefined;
}

/** A house that runs on this laptop, as it says itself in its data folder. */
export interface RunningHouse extends Addresses {
  readonly pid: number;
}

/** A process that is opening a house, and since when (milliseconds since 1970). */
interface Claim {
  readonly pid: number;
  readonly since: number;
}

/** Longer than this no start takes: the number of the process that began it is another's by now. */
const LONGEST_START_MS = 180_000;

/** The house that runs on this data folder; undefined when none does, whatever was written there by one that was killed. */
export async function findRunningHouse(folder: DataFolder): Promise<RunningHouse | undefined> {
  const written = readWritten(folder);
  return written && isRunningHouse(written) && (await listens(written)) ? written : undefined;
}

/**
 * Says that a house is being opened on this folder, so that a second one is not.
 * @throws HouseError CONFIGURATION when another process is opening one, or has it open.
 */
export async function claimHouse(folder: DataFolder): Promise<void> {
  const written = readWritten(folder);
  if (written && written.pid !== process.pid && (isRunningHouse(written) ? await listens(written) : isOpening(written))) {
    throw new HouseError('CONFIGURATION', `Another process (${written.pid}) has the house open or is just opening it: use that one, or end it.`);
  }
  write(folder, { pid: process.pid, since: Date.now() });
}

/** Says where the house answers. */
export const tellRunning = (folder: DataFolder, { gatewayUrl, issuerUrls, appUrls }: Addresses): void => write(folder, { pid: process.pid, gatewayUrl, issuerUrls, appUrls });

/** Says that it does not run any more, if it was this process that ran it. */
export function tellStopped(folder: DataFolder): void {
  if (readWritten(folder)?.pid === process.pid) rmSync(folder.running, { force: true });
}

function write(folder: DataFolder, house: Claim | RunningHouse): void {
  // In one step: a reader never sees half of it.
  writeFileSync(`${folder.running}.${process.pid}`, JSON.stringify(house), { mode: 0o600 });
  renameSync(`${folder.running}.${process.pid}`, folder.running);
}

function readWritten(folder: DataFolder): RunningHouse | Claim | undefined {
  try {
    const house: unknown = JSON.parse(readFileSync(folder.running, 'utf8'));
    return isRunningHouse(house) || isClaim(house) ? house : undefined;
  } catch {
    return undefined; // None there, or not one of ours: then no house is known to run.
  }
}

const isClaim = (value: unknown): value is Claim => isObject(value) && Number.isInteger(value.pid) && typeof value.since === 'number';

const isRunningHouse = (value: unknown): value is RunningHouse =>
  isObject(value) && Number.isInteger(value.pid) && typeof value.gatewayUrl === 'string' && URL.canParse(value.gatewayUrl) &&
  isObject(value.issuerUrls) && typeof value.issuerUrls.workers === 'string' && typeof value.issuerUrls.people === 'string';

const isOpening = ({ pid, since }: Claim): boolean => Date.now() - since < LONGEST_START_MS && isAlive(pid);

/**
 * Is it alive, and does something listen at its address? Numbers of processes are used again, and addresses are, but
 * hardly both at once. What only answers slowly is alive: to take its database away would be worse than to wait.
 */
async function listens({ pid, gatewayUrl }: RunningHouse): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const { hostname, port } = new URL(gatewayUrl);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
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

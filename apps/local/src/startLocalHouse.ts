import path from 'node:path';
import { createLog, readWatchConfig, refuseInProduction, tracingTo, unwatched, type Environment } from '@thegither/service';
import { openDataFolder, dataFolderAt } from './dataFolder.ts';
import { openDatabases } from './databases.ts';
import { keepKeys } from './houseKeys.ts';
import { houseSupergraph } from './houseSupergraph.ts';
import type { House } from './openHouse.ts';
import { portsFrom, type Ports } from './ports.ts';
import { claimHouse, tellRunning, tellStopped } from './runningHouse.ts';
import type { Step } from './steps.ts';
import { tryItFolder } from './tryItFolder.ts';

/** Milliseconds that what still runs has when the house is stopped; then it is cut off, so that Ctrl-C is prompt. */
const GRACE_MS = 1_200;

/**
 * Starts the house on the laptop's data folder and keeps it findable for `ask`, `token` and the rest until it is
 * stopped, at its usual ports unless others are given. No house may be running on the folder.
 * @throws HouseError CONFIGURATION: production, another process starting it, or what keeps PostgreSQL or a port away.
 */
export async function startLocalHouse(env: Environment, step: Step, ports: Ports = portsFrom(env)): Promise<House> {
  refuseInProduction('a house with demo people and demo keys', env);
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector } = readWatchConfig(env);
  const folder = dataFolderAt(env);
  openDataFolder(folder);
  await claimHouse(folder);
  const undo: (() => unknown)[] = [() => tellStopped(folder)];
  const stop = async (): Promise<void> => {
    for (const act of undo.splice(0).toReversed()) await act();
  };
  try {
    // It starts on a core of its own while we read the programs.
    const opening = openDatabases(folder, env);
    const opened = opening.catch(() => undefined);
    undo.push(async () => (await opened)?.stop());
    const [{ openHouse }, { prepareDatabases }, { feedbackToFile }] = await step('the programs', () => Promise.all([import('./openHouse.ts'), import('./prepareDatabases.ts'), import('@thegither/my-sharing')]));
    const databases = await step('PostgreSQL', () => opening);
    const house = await openHouse({
      prepare: (identifiers) => prepareDatabases((name) => databases.database(name), identifiers, step),
      keys: keepKeys(folder.keys), supergraphSdl: await houseSupergraph(), tryItFolder: tryItFolder(), apps: true, feedback: feedbackToFile(path.join(folder.path, 'feedback.jsonl')), ports, env, step,
      log: (service) => createLog({ service, level: 'warn', destination: process.stderr }),
      watch: async (service) => ({ ...unwatched(service), tracing: await tracingTo(service, collector) }),
    });
    undo.push(() => withinGrace(house.stop()));
    tellRunning(folder, house);
    return { ...house, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function withinGrace(stopping: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([stopping, new Promise<void>((resolve) => { timer = setTimeout(resolve, GRACE_MS); })]);
  clearTimeout(timer);
}

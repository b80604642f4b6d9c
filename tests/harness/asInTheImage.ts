import { readFileSync } from 'node:fs';

/** The arguments that Node is started with in a container, as infra/Containerfile says them: its variable first, then its command's. */
export const AS_IN_THE_IMAGE: readonly string[] = argumentsIn(readFileSync(new URL('../../infra/Containerfile', import.meta.url), 'utf8'));

function argumentsIn(containerfile: string): string[] {
  const options = /NODE_OPTIONS=(\S+)/.exec(containerfile)?.[1], command = /^CMD (\[.*\])$/m.exec(containerfile)?.[1];
  if (options === undefined || command === undefined) throw new Error('the Containerfile does not say how Node is started');
  return [options, ...(JSON.parse(command) as string[]).filter((part) => part.startsWith('--'))];
}

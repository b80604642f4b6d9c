import { readFileSync } from 'node:fs';

const CONTAINERFILE = readFileSync(new URL('../../infra/Containerfile', import.meta.url), 'utf8');

/**
 * The arguments that Node is started with in a container: the image's variable (infra/Containerfile), or what stands in its
 * place in the service's own environment, and then those of the image's command.
 */
export function asInTheImage(env: Readonly<Record<string, string | undefined>> = {}): string[] {
  const options = env.NODE_OPTIONS ?? /NODE_OPTIONS=(\S+)/.exec(CONTAINERFILE)?.[1], command = /^CMD (\[.*\])$/m.exec(CONTAINERFILE)?.[1];
  if (options === undefined || command === undefined) throw new Error('the Containerfile does not say how Node is started');
  return [...options.split(' '), ...(JSON.parse(command) as string[]).filter((part) => part.startsWith('--'))];
}

import { HouseError } from '@thegither/vocabulary';

/** The environment's variables, as process.env has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const LAPTOP = new Set<string | undefined>([undefined, '', 'development', 'test']);

/** Is this a laptop or a test run? Any NODE_ENV that is not known to be one counts as production, so that a typing error makes nothing lax. */
export const isLaptop = (env: Environment): boolean => LAPTOP.has(env.NODE_ENV);

/**
 * Refuses what may only exist on a laptop: the demo keys, the personas, the embedded issuer. `what` names it in plain
 * words. Throws CONFIGURATION in production.
 */
export function refuseInProduction(what: string, env: Environment): void {
  if (!isLaptop(env)) throw new HouseError('CONFIGURATION', `For a laptop only, and refused with this NODE_ENV: ${what}.`);
}

import { HouseError } from '@thegither/vocabulary';

/** A feed that cannot be taken at all, so that nothing of it is: one clear sentence that repeats nothing of it. */
export const refuseFeed = (sentence: string, cause?: unknown): never => {
  throw new HouseError('INVALID_INPUT', sentence, { cause });
};

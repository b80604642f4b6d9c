import { HouseError } from '@thegither/vocabulary';

/** An input that may not be: one clear sentence that never repeats what was sent. */
export const refuseInput = (sentence: string): never => {
  throw new HouseError('INVALID_INPUT', sentence);
};

import { HouseError } from '@thegither/vocabulary';
import type { Days } from './directory/openReferenceLists.ts';

/**
 * The days of a quarter of a calendar year.
 * @throws HouseError INVALID_INPUT for a quarter that there is not
 */
export function readQuarter(year: number, quarter: number): Days {
  if (year < 2000 || year > 2999 || quarter < 1 || quarter > 4) throw new HouseError('INVALID_INPUT', 'Name a year and a quarter from 1 to 4.');
  return { from: new Date(Date.UTC(year, 3 * quarter - 3)), before: new Date(Date.UTC(year, 3 * quarter)) };
}

import { HouseError } from '@thegither/vocabulary';

/** How many are asked for. Throws INVALID_INPUT outside 1 to `most`: a longer page is not quietly cut. */
export function readFirst(first: number | null | undefined, most: number): number {
  const wanted = first ?? 50;
  if (wanted < 1 || wanted > most) throw new HouseError('INVALID_INPUT', `Ask for 1 to ${most} at a time.`);
  return wanted;
}

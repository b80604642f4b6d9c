import { createHash } from 'node:crypto';
import { toHex, type PersonDecision } from '@thegither/consent';

/**
 * A decision in 16 hexadecimal digits: equal as long as standing to read, masks and sources are. Who made an answer with
 * one decision learns by it that another holds now, also where the masks alone look the same.
 */
export function fingerprint(known: boolean, { granted, own, sources }: Pick<PersonDecision, 'granted' | 'own' | 'sources'>): string {
  const named = [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([category, from]) => [category, from.toSorted()]);
  return createHash('sha256').update(JSON.stringify([known, toHex(granted), toHex(own), named])).digest('hex').slice(0, 16);
}

import type { PageWords } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { AgreementFragment } from '../../generated/operations.ts';
import { isPartOf, recipientKey } from './partsOf.ts';

/** Somebody with whom something is shared. */
export interface Column {
  /** As a form sends it. */
  readonly key: string;
  readonly name: string;
  /** What stands with them and with whoever is part of them. */
  readonly grants: number;
  /** Those of them that can be shared again by one button after a stop. What was paused is not: it would be open then. */
  readonly undo: readonly string[];
}

const STANDS: readonly AgreementFragment['state'][] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

/** Has it neither ended nor been ended? */
export const isStanding = ({ state }: AgreementFragment): boolean => STANDS.includes(state);

/** Everybody with whom something stands, once each, in the order in which they come. */
export function columnsOf(standing: readonly AgreementFragment[], say: PageWords['mySharing']['sharing']): Column[] {
  const recipients = new Map(standing.map(({ recipient }) => [recipientKey(recipient), recipient]));
  return [...recipients].map(([key, whole]) => {
    const parts = standing.filter(({ recipient }) => isPartOf(recipient, whole));
    return { key, name: nameOf(whole, say), grants: parts.length, undo: parts.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id) };
  });
}

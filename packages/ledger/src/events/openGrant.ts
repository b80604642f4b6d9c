import type { Grant, Instant } from '@thegither/consent';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

const OPEN: readonly Grant['state'][] = ['ACTIVE', 'PAUSED', 'RECORDED_UNCONFIRMED'];

/** Has the grant neither ended nor been ended? */
export const isOpenGrant = ({ state, to }: Grant, at: Instant): boolean => OPEN.includes(state) && at < to;

/** A grant of this person that has not ended. Throws INVALID_INPUT for any other id, and when it has ended: terminal states never reopen. */
export function openGrant({ facts, at }: Pick<Scene, 'facts' | 'at'>, id: string): Grant {
  const standing = facts.grants.find((grant) => grant.id === id);
  if (!standing) return refuseInput('This person has no such grant.');
  return isOpenGrant(standing, at) ? standing : refuseInput('This grant has ended already.');
}

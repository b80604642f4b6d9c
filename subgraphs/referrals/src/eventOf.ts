import type { ReferralEvent } from './generated/graphql.ts';
import type { ReferralState } from './generated/prisma/client.ts';
import type { EventRow } from './store.ts';

const TITLES: Readonly<Record<ReferralState, (service: string) => string>> = {
  DRAFT: (service) => `A referral to ${service} was begun`,
  SENT: (service) => `Referred to ${service}`,
  SEEN: (service) => `${service} has seen the referral`,
  ACCEPTED: (service) => `${service} said yes`,
  DECLINED: (service) => `${service} said no`,
  STARTED: (service) => `Support began at ${service}`,
  ENDED: (service) => `Support ended at ${service}`,
};

/** At most so many events are told of one person. */
export const MOST_EVENTS = 200;

/** A step of a referral as an event of a timeline. It names the service, so it is told only where the referral is. */
export const eventOf = ({ id, on, state, service, by, controller }: EventRow): ReferralEvent =>
  ({ id, on, kind: `REFERRAL_${state}`, title: TITLES[state](service), by, controller });

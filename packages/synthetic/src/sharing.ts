import type { Instant } from '@thegither/consent';
import { GRANTABLE_PURPOSES, categoryCoded, type Purpose } from '@thegither/vocabulary';
import { DAY_MS } from './calendar.ts';
import type { AssignmentStory, ExclusionStory, GrantStory } from './persona.ts';

/** What workers other than the key worker are assigned for. */
const PARTNER_PURPOSES: readonly Purpose[] = ['EMPLOYABILITY_SUPPORT', 'REFERRAL', 'ELIGIBILITY', 'HEALTH_ADJUSTMENTS', 'ONE_MEETING'];

/** Names of the categories with these codes; RangeError for a code that is not in the register. */
export function categoriesCoded(...codes: readonly string[]): string[] {
  return codes.map((code) => {
    const category = categoryCoded(code);
    if (!category) throw new RangeError('no category of that code in the register');
    return category.name;
  });
}

/** The key worker's confirmed assignment, since so many days and, where said, until a day counted from `at`. */
export const supportedBy = (worker: string, at: Instant, sinceDays: number, endsInDays?: number): AssignmentStory => ({
  key: `assigned-${worker}`,
  recipient: { kind: 'worker', worker },
  purposes: GRANTABLE_PURPOSES,
  from: at - sinceDays * DAY_MS,
  to: endsInDays === undefined ? null : at + endsInDays * DAY_MS,
  confirmed: true,
});

/** Another service's worker, confirmed. */
export const alsoSupportedBy = (worker: string, at: Instant, sinceDays: number): AssignmentStory => ({
  ...supportedBy(worker, at, sinceDays),
  purposes: PARTNER_PURPOSES,
});

/** What the person shares with an agency for employability support: since so many days, for six months from then on. */
export const shares = (agency: string, at: Instant, sinceDays: number, ...codes: readonly string[]): GrantStory => ({
  key: `grant-${agency}`,
  recipient: { kind: 'agency', agency },
  purpose: 'EMPLOYABILITY_SUPPORT',
  categories: categoriesCoded(...codes),
  from: at - sinceDays * DAY_MS,
  to: at + (182 - sinceDays) * DAY_MS,
});

/** A worker whom the person keeps out, since so many days. */
export const keepsOut = (worker: string, at: Instant, sinceDays: number): ExclusionStory => ({
  key: `excludes-${worker}`,
  recipient: { kind: 'worker', worker },
  from: at - sinceDays * DAY_MS,
});

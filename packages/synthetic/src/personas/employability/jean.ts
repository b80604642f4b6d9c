import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, provider, readinessOn } from './records.ts';

/** Jean's way: a plan and what belongs to it, and nothing else on record. */
export function jeansEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-33), reviewOn: on(57),
      goals: [{
        title: 'Bookkeeping from home', targetOn: on(110), labels: [],
        steps: [{ title: 'Refresh what I know of payroll', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(25), labels: [] }],
      }],
    },
    skillRatings: [{ ...provider, code: 'ORGANISATION', confidence: 'VERY_CONFIDENT', ratedOn: on(-33), agreed: true, evidence: 'Kept the books of the bowling club.' }],
    readiness: readinessOn(on(-33), { IDENTIFICATION: 'IN_PLACE', BANK_ACCOUNT: 'IN_PLACE', PHONE: 'IN_PLACE', EMAIL: 'IN_HAND', CV: 'MISSING' }),
    timeline: [event({ category: 'ACTION_PLAN', on: on(-33), kind: 'PLAN_AGREED', title: 'The plan was agreed.' })],
  };
}

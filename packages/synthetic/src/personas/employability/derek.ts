import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, provider, readinessOn } from './records.ts';

/** Derek's way: a routine first. */
export function dereksEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-45), reviewOn: on(15), reviews: [{ on: on(-14), held: false }],
      goals: [{
        title: 'A steady routine first, then a few hours of work', targetOn: on(120), labels: [],
        steps: [
          { title: 'Help at the community garden on Mondays', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: on(30), labels: [] },
          { title: 'Keep Wednesdays free for the recovery group', owner: 'PERSON', status: 'IN_PROGRESS', targetOn: null, labels: ['MENTAL_HEALTH_AND_RECOVERY'] },
        ],
      }],
    },
    socialContact: [{ ...provider, askedOn: on(-45), howOften: 'MOST_WEEKS', words: 'The group on Wednesdays keeps me going.', labels: ['MENTAL_HEALTH_AND_RECOVERY'] }],
    readiness: readinessOn(on(-45), { IDENTIFICATION: 'IN_PLACE', BANK_ACCOUNT: 'IN_PLACE', EMAIL: 'NOT_WANTED' }),
    timeline: [event({ category: 'ACTION_PLAN', on: on(-45), kind: 'PLAN_AGREED', title: 'The plan was agreed.' })],
  };
}

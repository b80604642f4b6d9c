import { dayAfter } from '../../calendar.ts';
import type { EmployabilityStory } from '../../story/employability.ts';
import { controller, event, provider } from './records.ts';

/** Hamish's way: nearly there, and nobody asks after him since yesterday. */
export function hamishsEmployability(today: string): Partial<EmployabilityStory> {
  const on = (days: number) => dayAfter(today, days);
  return {
    actionPlan: {
      controller, agreedOn: on(-100), reviewOn: on(-10),
      goals: [
        {
          title: 'A warehouse job with day shifts', targetOn: on(40), labels: [],
          steps: [{ title: 'Forklift certificate', owner: 'PERSON', status: 'MET', targetOn: on(-30), labels: [] }],
        },
        {
          title: 'Back to the linoleum works', targetOn: null, agreedOn: on(-100), archivedOn: on(-70), archiveReason: 'The works take nobody on.', labels: [], steps: [],
        },
      ],
    },
    participations: [{ ...provider, programme: 'NOLB', startedOn: on(-110), endedOn: null, endReason: null, stage: 4, stages: [{ stage: 1, on: on(-110) }, { stage: 4, on: on(-30) }] }],
    barriers: [{ ...provider, code: 'LONG_TERM_UNEMPLOYED', saidBy: 'PERSON', note: null }],
    outcomes: [{ ...provider, kind: 'QUALIFICATION', title: 'Forklift certificate', startedOn: on(-30), hoursAWeek: null }],
    timeline: [event({ category: 'WORK_SINCE', on: on(-30), kind: 'OUTCOME', title: 'Forklift certificate.' })],
  };
}

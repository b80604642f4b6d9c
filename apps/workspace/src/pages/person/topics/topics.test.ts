import { describe, expect, test } from '@jest/globals';
import type { WholePictureFragment } from '../../../generated/operations.ts';
import { nobodyTold } from '../nobodyTold.ts';
import type { Item } from './item.ts';
import { SECTIONS } from './sections.ts';

/** A thing as one line: "title | label: value | ... [heading: what belongs to it]". */
const lineOf = ({ title, facts, inside }: Item): string =>
  [...(title === undefined ? [] : [title]), ...facts.map(({ label, value }) => `${label}: ${value}`), ...inside.map(({ heading, items }) => `[${heading}: ${items.map(lineOf).join('; ')}]`)].join(' | ');

const said = (category: string, told: Partial<WholePictureFragment>): string[] =>
  SECTIONS.flatMap(({ topics }) => topics).find((topic) => topic.category === category)!.present({ ...nobodyTold, ...told }).flatMap(({ heading, items }) => items.map((item) => `${heading}: ${lineOf(item)}`));

const controller = 'fife-works';

describe('what is told, in words', () => {
  test.each<[string, Partial<WholePictureFragment>, string]>([
    ['NAME_AND_CONTACT', { digitalAccess: { device: 'PHONE', connection: 'PUBLIC', confidence: 'LITTLE', controller } }, 'Being online: Device: A smartphone | Online: In public, for example at the library | How sure they feel: A little sure'],
    ['LEGAL_NAME', { legalName: { full: 'Morag Ann Petrie', earlier: ['Morag Ann Lennie'], controller } }, 'Legal name: Morag Ann Petrie | Earlier names: Morag Ann Lennie'],
    ['SUPPORT_TEAM', { supportTeam: [{ worker: 'Isla', role: 'KEY_WORKER', agency: 'Fife Works' }] }, 'Who supports them: Isla | Role: Key worker | Works for: Fife Works'],
    ['HOUSEHOLD_LINK', { household: { members: ['1', '2'] } }, 'Planning together: People who agreed to be linked: 2'],
    ['ACTION_PLAN', {
      actionPlan: {
        agreedOn: '2026-10-01', reviewOn: '2026-12-01', controller,
        goals: [{ title: 'Drive a van', targetOn: '2027-01-10', archivedOn: null, archiveReason: null, steps: [{ title: 'Renew the licence', owner: 'PERSON', status: 'NOT_STARTED', targetOn: null, archivedOn: null }] }],
      },
    }, 'Action plan: Agreed on: 1 October 2026 | [Goals: Drive a van | Hoped for by: 10 January 2027 | [Steps: Renew the licence | Who: The person does it | State: Not started]]'],
    ['SUPPORT_RECEIVED', {
      referrals: [{ service: { name: 'Evening learning', organisation: { name: 'A college' } }, direction: 'OUT', source: null, purpose: 'To be sure of it', sentOn: '2026-10-02', state: 'DECLINED', declinedBecause: 'Full', note: null, outcomes: [{ goal: 'A budget', result: 'PARTLY' }], controller }],
    }, 'Referrals: Evening learning | Offered by: A college | Direction: Went out | What for: To be sure of it | Sent on: 2 October 2026 | State: The service said no | Why not: Full | [What they hoped for: A budget | What came of it: Some of it came true]'],
    ['BARRIERS', { sensitiveReadiness: [{ kind: 'DISCLOSURE_LETTER', state: 'MISSING', checkedOn: '2026-10-02', controller }] }, 'Ready for work: Disclosure letter | State: Missing | Last looked at: 2 October 2026'],
    ['WORK_SINCE', {
      outcomes: [{ title: 'Storekeeper', kind: 'JOB', startedOn: '2026-09-01', endedOn: null, hoursAWeek: 20, contract: 'FIXED_TERM', payBand: null, checks: [{ weeks: 4, dueOn: '2026-10-01', askedOn: '2026-10-02', answer: 'STILL_THERE', words: null }], controller }],
    }, 'Jobs, training and other steps: Storekeeper | Kind: Job | From: 1 September 2026 | Hours a week: 20 | Contract: Until a day | [Asked again: After 4 weeks | Asked on: 2 October 2026 | How it goes: It goes on]'],
    ['HEALTH_AND_WORK', {
      healthWorkCases: [{ level: 'CASE_MANAGEMENT', inWork: false, openedOn: '2026-10-01', closedOn: null, week: 8, weeks: 20, adjustments: [{ what: 'No lifting', until: null }], services: null, assessments: [{ on: '2026-10-05', body: [{ what: 'Can sit' }], mind: [], lifeAndWork: null }], controller }],
    }, 'Support with work and health: Case management | In work: No | Began: 1 October 2026 | Week: 8 of 20 | [What would help at work: No lifting] | [Assessments: 5 October 2026 | [What the body allows: Can sit]]'],
    ['MENTAL_HEALTH_AND_RECOVERY', { recoverySupport: [{ current: true, appointments: [{ at: '2026-11-28T09:30:00.000Z', mode: 'GROUP' }], controller }] }, 'Support with mental health, alcohol or drugs: Goes on now: Yes | [Appointments: 28 November 2026, 09:30 | How: In a group]'],
    ['JUSTICE_LIMITS', { workLimits: [{ freeToWorkFrom: null, day: 'TUESDAY', from: 540, to: 960, until: '2027-04-01', place: null }] }, 'When or where work is not possible: On: Tuesdays | Time: 09:00 to 16:00 | Until: 1 April 2027'],
    ['CONVICTIONS', { liberationPlans: [{ leavesOn: '2027-01-03', homeDetentionCurfew: { from: '2027-01-03', until: null, homeFrom: 1140, homeTo: 420 }, throughcare: 'VOLUNTARY', throughcareUntil: null, controller }] },
      'Leaving prison: Leaves on: 3 January 2027 | Support after prison: The person asked for it | [Leaving prison: At home by order | From: 3 January 2027 | Time: 19:00 to 07:00]'],
    ['HOMELESSNESS_HELP', { askedAboutHousing: [{ body: 'PRISON', askedOn: '2026-10-01', by: 'Prison officer', done: 'Told the council', controller }] }, 'Asked about housing: A prison | Asked on: 1 October 2026 | By: Prison officer | What was done: Told the council'],
    ['HOUSING_MONEY', { rentAccounts: [{ standing: 'PLAN_AGREED', planAgreedOn: '2026-10-01', benefitCheckDone: null, benefitCheckOn: null, controller }] }, 'Rent account: Behind, with a plan agreed | Plan agreed on: 1 October 2026'],
    ['CAREER_PLANS', { careerPlans: [{ title: 'Work in an office', sector: null, interests: ['books', 'walking'], occupation: null, pathway: { title: 'Assistant', entryLevel: 5 }, targetOn: null, controller }] },
      'Plans: Work in an office | Way in: Assistant, at SCQF level 5 | Interests: books, walking'],
  ])('%s', (category, told, text) => {
    expect(said(category, told)).toEqual([text]);
  });

  test('nothing, where nothing was told or the list is empty', () => {
    const everyCategory = SECTIONS.flatMap(({ topics }) => topics.map(({ category }) => category));
    expect(everyCategory.flatMap((category) => said(category, {}))).toEqual([]);
    expect(said('SKILLS', { skills: [], qualifications: [] })).toEqual([]);
    expect(said('HOUSEHOLD_LINK', { household: { members: [] } })).toEqual([]);
  });
});

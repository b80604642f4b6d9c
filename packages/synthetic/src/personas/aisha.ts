import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import { unrealCandidateNumber } from '../identifiers/candidateNumber.ts';
import type { Persona } from '../persona.ts';
import { referralPath } from '../referralPath.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { aishasEmployability } from './employability/aisha.ts';

const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  return wholeStory(called('Aisha', 'she', 'Aisha Noor Rahman', [{ kind: 'TEXT', value: '07700 900103', note: null, messageIsSafe: true, agencyMayBeNamed: false }],
    { meets: { ways: ['VIDEO', 'IN_PERSON', 'GROUP'] }, online: { device: 'PHONE', connection: 'MOBILE', confidence: 'VERY' } }), {
    employability: aishasEmployability(today),
    careers: {
      profiles: [{ ...careers, about: 'I notice what small children need.', strengths: ['patience', 'drawing'], updatedOn: on(-60) }],
      candidateNumbers: [{ controller: 'my-world-careers', candidateNumber: unrealCandidateNumber(23_000_000) }],
      skills: [{ ...careers, name: 'Looking after young children', esco: null }, { ...careers, name: 'Serving customers', esco: null }],
      qualifications: [
        { ...careers, title: 'NC Early Education and Childcare', awardedBy: 'Scottish Qualifications Authority', scqfLevel: 6, awardedOn: null },
        { ...careers, title: 'National 5 English', awardedBy: 'Scottish Qualifications Authority', scqfLevel: 5, awardedOn: on(-1000) },
      ],
      careerPlans: [{ ...careers, title: 'Nursery worker', sector: 'Early learning and childcare', interests: ['drawing', 'languages'], soc: '3232', pathwayCode: 'CHILDCARE_PRACTITIONER', targetOn: on(500) }],
      courseApplications: [{ ...careers, course: 'HNC Childhood Practice', provider: 'A college in Dunfermline', scqfLevel: 7, appliedOn: on(-10), startsOn: on(280), state: 'APPLIED', note: null }],
      learningHistory: [
        { ...careers, kind: 'COLLEGE', title: 'NC Early Education and Childcare', provider: 'A college in Dunfermline', startedOn: on(-85), endedOn: null, completed: null },
        { ...careers, kind: 'SCHOOL', title: 'National 5', provider: 'A school in Dunfermline', startedOn: on(-2800), endedOn: on(-1000), completed: true },
      ],
      cvs: [{
        ...careers, title: 'Nursery work', soc: '6111', updatedOn: on(-30),
        entries: [
          { kind: 'WORK', title: 'Café assistant', detail: 'Twelve hours at weekends.', soc: '9264', labels: [] },
          { kind: 'LEARNING', title: 'NC Early Education and Childcare', detail: null, soc: null, labels: [] },
        ],
      }],
      timeline: [
        { ...careers, category: 'CAREER_PLANS', on: on(-10), kind: 'COURSE_APPLIED', title: 'An application for a course was sent', by: 'Careers adviser' },
        { ...careers, category: 'WORK_HISTORY', on: on(-30), kind: 'CV_CHANGED', title: 'The CV was finished', by: 'Careers adviser' },
      ],
      workHistory: [{ ...careers, title: 'Café assistant', employer: 'A café in Dunfermline', soc: '9264', startedOn: on(-70), endedOn: null }],
    },
    referrals: {
      referrals: [
        {
          controller: 'fife-pathways', service: 'fife-college-bridge', sentOn: on(-130), state: 'ENDED', declinedBecause: null, note: null, labels: ['CAREER_PLANS'],
          purpose: 'A first term with somebody to ask.', bundle: ['NAME_AND_CONTACT', 'SKILLS', 'CAREER_PLANS'], toldOn: on(-130),
          steps: referralPath(['SENT', on(-130)], ['SEEN', on(-129)], ['ACCEPTED', on(-125)], ['STARTED', on(-110)], ['ENDED', on(-86)]),
          goals: [{ goal: 'Start the course', result: 'ACHIEVED', labels: [] }, { goal: 'Find friends to study with', result: 'PARTLY', labels: [] }],
        },
        {
          controller: 'fife-pathways', direction: 'IN', source: 'SCHOOL', service: 'levenmouth-evening-learning', sentOn: on(-155), state: 'DECLINED',
          declinedBecause: 'The evenings are full until spring.', note: null, labels: ['SUPPORT_RECEIVED'], purpose: 'To be surer with a computer.', bundle: ['NAME_AND_CONTACT'], toldOn: on(-152),
          steps: referralPath(['SENT', on(-155)], ['SEEN', on(-154)], ['DECLINED', on(-152), 'The evenings are full until spring.']),
        },
      ],
    },
  });
}

/** Aisha, 19, care experienced: college and 12 hours' work, which the 16-hour rule leaves out. */
export const aisha: Persona = {
  key: 'aisha',
  name: 'Aisha',
  spine: unrealSpine('aisha'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 150), alsoSupportedBy('catriona', at, 90), alsoSupportedBy('gordon', at, 40)],
    grants: [shares('fife-works', at, 120, 'E1', 'E2', 'E3', 'E4', 'C1', 'C2', 'C3', 'S2')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};

import { dayAfter } from '../calendar.ts';
import { called } from '../called.ts';
import { unrealCandidateNumber } from '../identifiers/candidateNumber.ts';
import type { Persona } from '../persona.ts';
import { referralPath } from '../referralPath.ts';
import { alsoSupportedBy, shares, supportedBy } from '../sharing.ts';
import { unrealSpine } from '../spine.ts';
import { unrealChi } from '../identifiers/chi.ts';
import { wholeStory, type Story } from '../story/story.ts';
import { UNREAL_UPRN } from '../uprn.ts';
import { moragsEmployability } from './employability/morag.ts';

const health = { controller: 'nhs-fife', labels: [] } as const;
const landlord = { controller: 'fife-housing', labels: [] } as const;
const careers = { controller: 'my-world-careers', labels: [] } as const;

function storyOn(today: string): Story {
  const on = (days: number) => dayAfter(today, days);
  const people = called('Morag', 'she', 'Morag Ann Petrie',
    [{ kind: 'PHONE', value: '01632 960101', note: 'Not at school pick-up, a quarter to three.', messageIsSafe: true, agencyMayBeNamed: true }],
    {
      earlier: ['Morag Ann Lennie'],
      accessNeeds: [{ code: 'LARGE_PRINT' }, { code: 'MOBILITY', note: 'A chair with arms: sitting for long hurts.', labels: ['CONDITIONS'] }],
      meets: { ways: ['PHONE', 'VIDEO', 'IN_PERSON'], note: 'School hours are best.' },
      online: { device: 'PHONE', connection: 'HOME', confidence: 'QUITE' },
      linked: [
        { schemeCode: 'COUNCIL_EMPLOYABILITY', tells: 'SUPPORT_RECEIVED', linkedOn: on(-75), reason: 'She showed the letter with the number.' },
        { schemeCode: 'HOUSING_TENANT', tells: 'WHERE_I_LIVE', linkedOn: on(-60), reason: 'Name, date of birth and address were the same.' },
      ],
      equality: [
        { question: 'SEX', state: 'ANSWERED', answer: 'FEMALE' },
        { question: 'RELIGION', state: 'PREFER_NOT_TO_SAY', answer: null },
        { question: 'SEXUAL_ORIENTATION', state: 'NOT_ASKED', answer: null },
      ],
    });
  return wholeStory(people, {
    employability: moragsEmployability(today),
    healthAndWork: {
      cases: [{
        controller: 'nhs-fife', level: 'CASE_MANAGEMENT', inWork: false, openedOn: on(-50), closedOn: null, weeks: 20, chi: unrealChi('1992-05-14', 20),
        adjustments: [
          { what: 'No lifting over 5 kg', until: on(120), labels: [] },
          { what: 'A desk that can be raised, to change between sitting and standing', until: null, labels: [] },
          { what: 'Time off for spinal injections', until: on(60), labels: ['CONDITIONS'] },
        ],
        services: [
          { kind: 'PHYSIOTHERAPY', offeredOn: on(-48), startedOn: on(-40), endedOn: null, labels: [] },
          { kind: 'OCCUPATIONAL_HEALTH', offeredOn: on(-10), startedOn: null, endedOn: null, labels: [] },
        ],
        assessments: [{
          on: on(-45), mind: [],
          body: [
            { what: 'Can sit for half an hour, stand for twenty minutes and walk for a mile', labels: [] },
            { what: 'Worse since the disc moved in spring', labels: ['CONDITIONS'] },
          ],
          lifeAndWork: [
            { what: 'Two children to bring to school and to fetch', labels: [] },
            { what: 'Liked the calls in the last job; the chair was the trouble', labels: [] },
          ],
        }],
      }],
      triages: [{
        controller: 'nhs-fife', on: on(-56),
        adjustments: [
          { what: 'A break to walk about every half hour', until: null, labels: [] },
          { what: 'A later start on the days of the disc clinic', until: on(90), labels: ['CONDITIONS'] },
        ],
      }],
      appointments: [
        { ...health, service: 'Physiotherapy', at: `${on(6)}T09:30:00.000Z`, mode: 'IN_PERSON', place: 'The health centre, Kirkcaldy' },
        { ...health, service: 'Occupational health advice', at: `${on(13)}T14:00:00.000Z`, mode: 'VIDEO', place: null },
      ],
      conditions: [{ ...health, name: 'Lower back pain (disc)', since: on(-700), treatment: 'Physiotherapy; pain relief when needed' }],
      timeline: [
        { ...health, category: 'HEALTH_AND_WORK', on: on(-50), kind: 'CASE_OPENED', title: 'Work with a case manager began', by: 'Case manager' },
        { ...health, category: 'HEALTH_AND_WORK', on: on(-45), kind: 'ASSESSED', title: 'Talked through what helps and what is in the way', by: 'Case manager' },
        { ...health, category: 'HEALTH_AND_WORK', on: on(-9), kind: 'ADJUSTMENTS_AGREED', title: 'A letter on changes for the time of the injections', by: 'Case manager', labels: ['CONDITIONS'] },
        { ...health, category: 'HEALTH_APPOINTMENTS', on: on(-48), kind: 'REFERRED', title: 'Referred to physiotherapy', by: 'Case manager' },
        { ...health, category: 'CONDITIONS', on: on(-56), kind: 'DIAGNOSED', title: 'A disc in the lower back', by: 'Physiotherapist' },
      ],
    },
    housing: {
      situations: [{ ...landlord, tenure: 'COUNCIL', area: 'Kirkcaldy', since: on(-1500), note: 'Second floor, no lift.' }],
      tenancies: [{ controller: 'fife-housing', kind: 'SCOTTISH_SECURE', startedOn: on(-1500), endedOn: null, uprn: UNREAL_UPRN }],
      rentAccounts: [{ controller: 'fife-housing', standing: 'PLAN_AGREED', planAgreedOn: on(-18), benefitCheckDone: true, benefitCheckOn: on(-17) }],
      timeline: [
        { ...landlord, category: 'WHERE_I_LIVE', on: on(-1500), kind: 'TENANCY_BEGAN', title: 'The tenancy began', by: 'Housing officer' },
        { ...landlord, category: 'HOUSING_MONEY', on: on(-18), kind: 'PLAN_AGREED', title: 'A plan for the rent was agreed', by: 'Housing officer' },
        { ...landlord, category: 'HOUSING_MONEY', on: on(-17), kind: 'BENEFIT_CHECK', title: 'Help with the rent was checked', by: 'Welfare rights officer' },
      ],
    },
    careers: {
      profiles: [{ ...careers, about: 'Calm on the phone, and good at keeping things in order.', strengths: ['patience', 'order'], updatedOn: on(-44) }],
      candidateNumbers: [{ controller: 'my-world-careers', candidateNumber: unrealCandidateNumber(10_000_000) }],
      skills: [
        { ...careers, name: 'Handling calls', esco: null },
        { ...careers, name: 'Organising a busy week', esco: null },
      ],
      qualifications: [{ ...careers, title: 'Higher English', awardedBy: 'Scottish Qualifications Authority', scqfLevel: 6, awardedOn: on(-6100) }],
      careerPlans: [{ ...careers, title: 'Office administrator, later a school secretary', sector: 'Administration', interests: ['books', 'walking'], soc: '4213', pathwayCode: 'ADMIN_ASSISTANT', targetOn: on(300) }],
      courseApplications: [{ ...careers, course: 'Medical and school office skills', provider: 'A college in Kirkcaldy', scqfLevel: 6, appliedOn: on(-12), startsOn: on(70), state: 'OFFERED', note: null }],
      learningHistory: [{ ...careers, kind: 'SCHOOL', title: 'Highers', provider: 'A school in Kirkcaldy', startedOn: on(-8300), endedOn: on(-6100), completed: true }],
      cvs: [{
        ...careers, title: 'Office jobs', soc: '4159', updatedOn: on(-20),
        entries: [
          { kind: 'WORK', title: 'Call handler in an insurance office', detail: 'Seventy calls a day, and the diary of the team.', soc: '7211', labels: [] },
          { kind: 'VOLUNTEERING', title: 'School library, Thursdays', detail: 'Sitting and standing in turns, for the back.', soc: '4135', labels: ['CONDITIONS'] },
        ],
      }],
      timeline: [
        { ...careers, category: 'SKILLS', on: on(-44), kind: 'PROFILE_CHANGED', title: 'The profile was changed', by: 'Careers adviser' },
        { ...careers, category: 'CAREER_PLANS', on: on(-12), kind: 'COURSE_APPLIED', title: 'An application for a course was sent', by: 'Careers adviser' },
        { ...careers, category: 'WORK_HISTORY', on: on(-20), kind: 'CV_CHANGED', title: 'The CV was finished', by: 'Careers adviser' },
      ],
      workHistory: [
        { ...careers, title: 'Call handler', employer: 'An insurance office', soc: '7211', startedOn: on(-4400), endedOn: on(-3300) },
        { ...careers, title: 'Shop assistant', employer: 'A bakery', soc: '7111', startedOn: on(-5500), endedOn: on(-4450) },
      ],
    },
    referrals: {
      referrals: [
        {
          controller: 'fife-pathways', service: 'back-to-work-physiotherapy', sentOn: on(-52), state: 'STARTED', declinedBecause: null, note: 'Wants to sit and stand through a working day.', labels: ['HEALTH_AND_WORK'],
          purpose: 'To be able to do office work again.', bundle: ['NAME_AND_CONTACT', 'ACTION_PLAN', 'HEALTH_AND_WORK'], toldOn: on(-52),
          steps: referralPath(['DRAFT', on(-53)], ['SENT', on(-52)], ['SEEN', on(-51)], ['ACCEPTED', on(-50)], ['STARTED', on(-45)]),
          goals: [{ goal: 'Sit through two hours of work', result: 'NOT_KNOWN', labels: [] }],
        },
        {
          controller: 'fife-pathways', service: 'kirkcaldy-rent-and-bills', sentOn: on(-20), state: 'ACCEPTED', declinedBecause: null, note: 'Behind with the rent since winter.', labels: ['HOUSING_MONEY'],
          purpose: 'To keep the flat.', bundle: ['NAME_AND_CONTACT'], toldOn: on(-20),
          steps: referralPath(['SENT', on(-20)], ['SEEN', on(-18)], ['ACCEPTED', on(-15)]),
        },
        {
          controller: 'fife-pathways', service: 'levenmouth-evening-learning', sentOn: on(-38), state: 'STARTED', declinedBecause: null, note: null, labels: ['SUPPORT_RECEIVED'],
          purpose: 'To feel sure of myself with spreadsheets.', bundle: ['NAME_AND_CONTACT', 'ACTION_PLAN'], toldOn: on(-38),
          steps: referralPath(['SENT', on(-38)], ['SEEN', on(-37)], ['ACCEPTED', on(-36)], ['STARTED', on(-30)]),
          goals: [{ goal: 'Make a household budget in a spreadsheet', result: 'PARTLY', labels: [] }, { goal: 'Keep the household accounts for the rent arrears', result: 'NOT_KNOWN', labels: ['HOUSING_MONEY'] }],
        },
      ],
    },
  });
}

/** Morag, 34, Kirkcaldy: back pain, two children. She shares most things; not her condition, nor where she lives. */
export const morag: Persona = {
  key: 'morag',
  name: 'Morag',
  spine: unrealSpine('morag'),
  sharing: (at) => ({
    assignments: [supportedBy('isla', at, 75), alsoSupportedBy('niamh', at, 50)],
    grants: [shares('fife-works', at, 60, 'E1', 'E2', 'E3', 'E4', 'H1', 'H2', 'C1', 'C2', 'C3', 'S2', 'S3')],
    exclusions: [],
    stoppedAll: null,
  }),
  story: storyOn,
};

import { fill, workspaceWords } from '@thegither/words';
import { day, itemOf, joined, listOf, yesNo } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

/** What the careers services tell. */
export const careersTopics: readonly Topic[] = [
  {
    category: 'SKILLS', fields: ['careerProfiles', 'skills', 'qualifications'],
    present: ({ careerProfiles, skills, qualifications }) => [
      listOf(say.lists.profile, careerProfiles, ({ about, strengths, updatedOn, controller }) => itemOf(about, { [say.strengths]: joined(strengths), [say.updatedOn]: day(updatedOn) }, { controller, updated: updatedOn })),
      listOf(say.lists.skills, skills, ({ name, controller }) => itemOf(name, {}, { controller })),
      listOf(say.lists.qualifications, qualifications, ({ title, awardedBy, scqfLabel, awardedOn, controller }) =>
        itemOf(title, { [say.awardedBy]: awardedBy, [say.scqf]: scqfLabel, [say.awardedOn]: day(awardedOn) }, { controller })),
    ],
  },
  {
    category: 'CAREER_PLANS', fields: ['careerPlans', 'courseApplications'],
    present: ({ careerPlans, courseApplications }) => [
      listOf(say.lists.plans, careerPlans, ({ title, sector, interests, occupation, pathway, targetOn, controller }) => itemOf(title, {
        [say.sector]: sector, [say.occupation]: occupation, [say.way]: pathway ? fill(say.wayAt, { title: pathway.title, level: String(pathway.entryLevel) }) : undefined,
        [say.interests]: joined(interests), [say.targetOn]: day(targetOn),
      }, { controller })),
      listOf(say.lists.courses, courseApplications, ({ course, provider, scqfLevel, state, appliedOn, startsOn, note, controller }) => itemOf(course, {
        [say.provider]: provider, [say.scqf]: scqfLevel, [say.status]: codes.course[state], [say.appliedOn]: day(appliedOn), [say.startsOn]: day(startsOn), [say.note]: note,
      }, { controller })),
    ],
  },
  {
    category: 'WORK_HISTORY', fields: ['workHistory', 'learningHistory', 'cvs'],
    present: ({ workHistory, learningHistory, cvs }) => [
      listOf(say.lists.jobs, workHistory, ({ title, employer, occupation, startedOn, endedOn, controller }) => itemOf(title, {
        [say.employer]: employer, [say.occupation]: occupation, [say.from]: day(startedOn), [say.until]: day(endedOn),
      }, { controller })),
      listOf(say.lists.learning, learningHistory, ({ kind, title, provider, startedOn, endedOn, completed, controller }) => itemOf(title, {
        [say.kind]: codes.learning[kind], [say.provider]: provider, [say.from]: day(startedOn), [say.until]: day(endedOn), [say.completed]: yesNo(completed),
      }, { controller })),
      listOf(say.lists.cvs, cvs, ({ title, occupation, updatedOn, entries, controller }) => itemOf(title, { [say.occupation]: occupation, [say.updatedOn]: day(updatedOn) }, {
        controller, updated: updatedOn, inside: [listOf(say.lists.entries, entries, (entry) => itemOf(entry.title, { [say.kind]: codes.cv[entry.kind], [say.detail]: entry.detail }))],
      })),
    ],
  },
];

import { restrictionActs } from '@thegither/subgraph';
import type { Resolvers } from './generated/graphql.ts';
import { pageOf, readPlace, readSize, readText } from './page.ts';
import type { CareersStore } from './store.ts';

/** A timeline tells no more events than this. */
const LATEST = 200;

/** Careers' fields of a person, and its open lists. */
export const careersResolvers = (store: CareersStore): Resolvers => ({
  Query: {
    scqfLevels: () => store.scqfLevels(),
    sectorPathways: (_root, { sector }) => store.sectorPathways(readText(sector)),
    unitGroups: async (_root, { find, first, after }) => {
      const size = readSize(first);
      return pageOf(await store.unitGroups({ find: readText(find), after: readPlace(after) }, size + 1), size);
    },
  },
  Mutation: restrictionActs('Careers', store.restrictions),
  Person: {
    careerProfiles: ({ id }, _args, context) => store.profiles(id, context),
    skills: ({ id }, _args, context) => store.skills(id, context),
    qualifications: ({ id }, _args, context) => store.qualifications(id, context),
    skillsTimeline: async ({ id }, _args, context) => latest(await store.skillsTimeline(id, context)),
    careerPlans: ({ id }, _args, context) => store.careerPlans(id, context),
    courseApplications: ({ id }, _args, context) => store.courseApplications(id, context),
    careerPlansTimeline: async ({ id }, _args, context) => latest(await store.careerPlansTimeline(id, context)),
    workHistory: ({ id }, _args, context) => store.workHistory(id, context),
    learningHistory: ({ id }, _args, context) => store.learningHistory(id, context),
    cvs: ({ id }, _args, context) => store.cvs(id, context),
    workHistoryTimeline: async ({ id }, _args, context) => latest(await store.workHistoryTimeline(id, context)),
  },
  Cv: { entries: (cv, _args, context) => store.entriesOf(cv, context) },
});

const latest = <Row>(rows: Row[] | null): Row[] | null => rows && rows.slice(0, LATEST);

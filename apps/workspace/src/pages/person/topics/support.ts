import { workspaceWords } from '@thegither/words';
import { roleName } from '../roleName.ts';
import { itemOf, listOf } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say } = workspaceWords.person;

/** Who supports the person, and with whom they plan. */
export const supportTopics: readonly Topic[] = [
  {
    category: 'SUPPORT_TEAM', fields: ['supportTeam'],
    present: ({ supportTeam }) => [listOf(say.lists.team, supportTeam, ({ worker, role, agency }) =>
      itemOf(worker, { [say.role]: roleName(role), [say.agency]: agency }))],
  },
  {
    category: 'HOUSEHOLD_LINK', fields: ['household'],
    // Who they are is asked by a page of its own, each with their own sharing.
    present: ({ household }) => [listOf(say.lists.household, household?.members?.length ? [household.members.length] : [], (members) => itemOf(undefined, { [say.people]: members }))],
  },
];

import type { AccessNeedStory, ContactStory, NameStory, PeopleStory } from './story/people.ts';

// The partners together are the controller of the spine.
const controller = 'joint-controllers' as const;

type Contact = Pick<ContactStory, 'kind' | 'value'> & Partial<ContactStory>;
type Need = Pick<AccessNeedStory, 'code' | 'label'> & Partial<AccessNeedStory>;

/** What the people subgraph holds: name and pronouns, the routes by which the person chose to be reached, the name on papers, and what they need to take part. */
export const called = (
  knownAs: NameStory['knownAs'], pronouns: NameStory['pronouns'], full: string,
  contacts: readonly Contact[], more: { readonly earlier?: readonly string[]; readonly accessNeeds?: readonly Need[] } = {},
): PeopleStory => ({
  name: { controller, knownAs, pronouns },
  contacts: contacts.map((contact) => ({ controller, agency: null, note: null, labels: [], ...contact })),
  legalName: { controller, full, earlier: more.earlier ?? [] },
  accessNeeds: (more.accessNeeds ?? []).map((need) => ({ controller, note: null, labels: [], ...need })),
});

import type {
  AccessNeedStory, ContactPreferenceStory, ContactStory, DigitalAccessStory, EqualityAnswerStory, ExternalIdentifierStory, NameStory, PeopleStory,
} from './story/people.ts';

// The partners together are the controller of the spine.
const controller = 'joint-controllers' as const;

type Contact = Pick<ContactStory, 'kind' | 'value'> & Partial<ContactStory>;
type Need = Pick<AccessNeedStory, 'code'> & Partial<AccessNeedStory>;

/** What else there may be to tell of somebody besides their name and how to reach them. */
interface More {
  readonly earlier?: readonly string[];
  readonly accessNeeds?: readonly Need[];
  readonly meets?: Pick<ContactPreferenceStory, 'ways'> & Partial<ContactPreferenceStory>;
  readonly online?: Omit<DigitalAccessStory, 'controller'>;
  /** Records of other systems: each is labelled with what its scheme tells. */
  readonly linked?: readonly Omit<ExternalIdentifierStory, 'controller' | 'labels'>[];
  readonly equality?: readonly Omit<EqualityAnswerStory, 'controller'>[];
}

/** What the people subgraph holds: name and pronouns, the routes by which the person chose to be reached, the name on papers, and what they need to take part. */
export const called = (
  knownAs: NameStory['knownAs'], pronouns: NameStory['pronouns'], full: string, contacts: readonly Contact[], more: More = {},
): PeopleStory => ({
  name: { controller, knownAs, pronouns },
  contacts: contacts.map((contact) => ({ controller, agency: null, note: null, messageIsSafe: null, agencyMayBeNamed: null, labels: [], ...contact })),
  contactPreferences: more.meets ? [{ controller, note: null, labels: [], ...more.meets }] : [],
  digitalAccess: more.online ? [{ controller, ...more.online }] : [],
  legalName: { controller, full, earlier: more.earlier ?? [] },
  externalIdentifiers: (more.linked ?? []).map((link) => ({ controller, labels: [link.tells], ...link })),
  accessNeeds: (more.accessNeeds ?? []).map((need) => ({ controller, note: null, labels: [], ...need })),
  equality: (more.equality ?? []).map((answer) => ({ controller, ...answer })),
});

import type { Answer } from '@thegither/pages';
import { HouseError, REGISTER, type SharingState } from '@thegither/vocabulary';
import { topicsOf, words, workspaceWords } from '@thegither/words';
import type { HouseholdMembersQuery, HouseholdQuery } from '../../generated/operations.ts';
import { namedAs } from '../caseload/namedAs.ts';
import { isOpen, statesIn } from '../caseload/statesIn.ts';

/** Somebody of the household, as the reader may know them. */
export interface Member {
  readonly name: string;
  /** The way to their page; undefined for whom the reader does not know. */
  readonly href: string | undefined;
}

/** What the page says. */
export interface HouseholdPage {
  /** Whom the reader may know, by id: when their sharing changes, the page is not true any more. */
  readonly people: readonly string[];
  readonly name: string;
  readonly back: string;
  /** Why the household is not here; undefined where it is. */
  readonly closed: string | undefined;
  readonly members: readonly Member[];
  /** Topic by topic, with how each member shares it, in their order. */
  readonly topics: readonly { readonly topic: string; readonly states: readonly string[] }[];
}

type Told<Data> = Pick<Answer<Data>, 'data' | 'sharing'>;
type Person = NonNullable<HouseholdMembersQuery['people'][number]>;

/** Whom the reader knows nothing of: nothing here is made of anybody, so that one cannot be told from another. */
const UNKNOWN: Member = { name: workspaceWords.household.unknown, href: undefined };

/** What can be shared by agreeing. */
const TOPICS = topicsOf(REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name));

/**
 * Puts what the gateway said into words: the person first, then those whom the reader knows, then the others.
 * @throws HouseError UNKNOWN_PERSON for whom the reader does not know
 */
export function presentHousehold({ data: { person }, sharing }: Told<HouseholdQuery>, { data: { people }, sharing: ofMembers }: Told<HouseholdMembersQuery>): HouseholdPage {
  if (!person) throw new HouseError('UNKNOWN_PERSON');
  const heard = statesIn([...sharing, ...ofMembers]);
  const nameOf = (one: Person): string => namedAs(one, heard);
  const known = people.filter((one) => one !== null);
  const all: readonly (Person | undefined)[] = [person, ...known, ...people.filter((one) => one === null).map(() => undefined)];
  const states = all.map((one) => new Map(one?.sharing?.map(({ category, state }) => [category, state])));
  return {
    people: [person, ...known].map(({ id }) => id),
    name: nameOf(person), back: pathOf(person),
    closed: person.household?.members ? undefined : words('en').states[closedBy(heard(person.id, 'HOUSEHOLD_LINK'))],
    members: all.map((one) => (one ? { name: nameOf(one), href: pathOf(one) } : UNKNOWN)),
    topics: TOPICS.map(({ category, plain }) => ({ topic: plain, states: all.map((one, place) => stateOf(one, states[place]!.get(category))) })),
  };
}

const pathOf = ({ id }: Pick<Person, 'id'>): string => `/people/${encodeURIComponent(id)}`;

/** What is shared and did not come is an outage. */
const closedBy = (state: SharingState): SharingState => (isOpen(state) ? 'UNAVAILABLE' : state);

const stateOf = (person: Person | undefined, state: SharingState | undefined): string =>
  workspaceWords.household.states[person === undefined ? 'NOT_SHARED' : state ?? 'UNAVAILABLE'];

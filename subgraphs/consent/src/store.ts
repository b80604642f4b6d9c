import { covers, maskOf, NOTHING } from '@thegither/consent';
import type { HouseholdLink, Ledger, ReminderChoice, RequestLine, Sharing, SharingEnding, Supporter, WhoCouldLook } from '@thegither/ledger';
import { UNDATED, openIn, personRows, type PeopleWhere, type RowsWhere } from '@thegither/subgraph';
import { callerOf } from './callerOf.ts';
import { mayBeNamed } from './named.ts';
import { oversees } from './oversees.ts';

/** The ledger's rows are the platform's joint controllers': no agency's own. */
const CONTROLLER = '';
const HOUSEHOLD_LINK = maskOf('HOUSEHOLD_LINK');

const peopleIn = ({ OR }: RowsWhere<PeopleWhere>): string[] => [...new Set(OR.flatMap(({ person }) => person.in))];

/** One row for each person: `personRows` asks only about those whose categories are open, in one question for all of them. */
const rowsOf = <Value>(people: readonly string[], valueOf: (person: string) => Value) => people.map((person) => ({ person, controller: CONTROLLER, value: valueOf(person) }));

/** What the room loads of people, from the ledger. Null: withheld. */
export const openConsentStore = (ledger: Ledger) => ({
  /** Everything that stands about the person's sharing. */
  sharing: personRows(['MY_SHARING'], UNDATED, async (where) => {
    const people = peopleIn(where), sharing = await ledger.readSharing(people);
    return rowsOf(people, (person): Sharing | undefined => sharing.get(person));
  }),

  /** Who could look at the person now. */
  couldLook: personRows(['MY_SHARING'], UNDATED, async (where, context) => {
    const people = peopleIn(where), found = await ledger.readWhoCouldLook(people, !oversees(context));
    return rowsOf(people, (person): WhoCouldLook | undefined => found.get(person));
  }),

  /** Everything that the person was asked. */
  requests: personRows(['MY_SHARING'], UNDATED, async (where) => {
    const people = peopleIn(where), requests = await ledger.readRequests(people);
    return rowsOf(people, (person): RequestLine[] => requests.get(person) ?? []);
  }),

  /** What workers of the caller's own agency asked the person: theirs to know, as far as it is theirs. */
  asked: personRows(['NAME_AND_CONTACT'], UNDATED, async (where, { decision: { caller } }) => {
    const people = peopleIn(where), requests = await ledger.readRequests(people);
    return rowsOf(people, (person): RequestLine[] => (requests.get(person) ?? []).filter(({ agencyId }) => caller.kind === 'worker' && agencyId === caller.agency));
  }),

  /** Who supports the person now, and of them those whose kind of support is shared with this caller as well. */
  supporters: personRows(['SUPPORT_TEAM'], UNDATED, async (where, { decision }) => {
    const people = peopleIn(where), supporters = await ledger.readSupporters(people);
    return rowsOf(people, (person): Supporter[] => {
      const access = decision.of(person);
      return (supporters.get(person) ?? []).filter(({ domain }) => mayBeNamed(domain, access ? openIn(access) : NOTHING));
    });
  }),

  /** What followed when sharing ended; of looks that are held back from the person, for whoever checks them alone. */
  endings: personRows(['MY_SHARING'], UNDATED, async (where, context) => {
    const people = peopleIn(where), endings = await ledger.readEndings(people, oversees(context));
    return rowsOf(people, (person): SharingEnding[] => endings.get(person) ?? []);
  }),

  /** By which way the person is reminded. */
  reminderWay: personRows(['MY_SHARING'], UNDATED, async (where) => {
    const people = peopleIn(where), choices = await ledger.readReminderChoices(people);
    return rowsOf(people, (person): ReminderChoice | undefined => choices.get(person));
  }),

  /** The households that the person is or was linked with. */
  householdLinks: personRows(['MY_SHARING'], UNDATED, async (where) => {
    const people = peopleIn(where), links = await ledger.readHouseholdLinks(people);
    return rowsOf(people, (person): HouseholdLink[] => links.get(person) ?? []);
  }),

  /**
   * The others of the household who themselves agreed that this caller sees them linked, for this purpose: each is
   * decided about on their own. In a household of nobody else, or of others who did not agree, there is nobody: the same.
   */
  household: personRows(['HOUSEHOLD_LINK'], UNDATED, async (where, { decision: { caller, purpose } }) => {
    const people = peopleIn(where), households = await ledger.readHouseholds(people);
    const others = [...new Set([...households.values()].flat())];
    const decided = others.length === 0 ? [] : (await ledger.decide(callerOf(caller), purpose ?? undefined, others)).people;
    const agreed = new Set(decided.filter(({ decision }) => covers(decision.granted, HOUSEHOLD_LINK)).map(({ person }) => person));
    return rowsOf(people, (person): string[] => (households.get(person) ?? []).filter((other) => agreed.has(other)));
  }),
});

/** What the resolvers ask. */
export type ConsentStore = ReturnType<typeof openConsentStore>;

import type { Ledger, Sharing } from '@thegither/ledger';
import { firstRow, type SubgraphContext } from '@thegither/subgraph';
import { answeringActs } from './acts/answering.ts';
import { askingActs } from './acts/asking.ts';
import { assigningActs } from './acts/assigning.ts';
import { closingActs } from './acts/closing.ts';
import { keepingSafeActs } from './acts/keepingSafe.ts';
import { openingActs } from './acts/opening.ts';
import { representingActs } from './acts/representing.ts';
import { overseeingActs } from './acts/overseeing.ts';
import { readCaseload, readHandoversDue } from './caseload.ts';
import type { Cursors } from './cursors.ts';
import { readDisclosures } from './disclosures.ts';
import { choiceIn, endingIn, overdueIn, readEndingNotices } from './endings.ts';
import type { Resolvers } from './generated/graphql.ts';
import { grantCode } from './grantCode.ts';
import { assignmentsIn, exclusionsIn, grantsIn, holdIn, linkIn, refusalsIn } from './mySharing.ts';
import { askedIn, requestIn } from './requests.ts';
import { readOpenings, readOpeningsToReview } from './openings.ts';
import { isThem } from './oversees.ts';
import { challengeIn, readChallenges, readChallengesOpen, readSuppressions } from './overseeing.ts';
import { knownPeople, knownPerson, me } from './people.ts';
import { previewAs } from './previewAs.ts';
import { recipientNames } from './recipientName.ts';
import { readRecipients } from './recipients.ts';
import { codeOf } from './representativeCode.ts';
import { authoritiesIn, readRepresenting, themselvesIn } from './representing.ts';
import { sharingOf } from './sharingOf.ts';
import { openConsentStore } from './store.ts';
import { couldLookIn } from './whoCouldLook.ts';

/** Consent's doors, and its fields of a person. `wholePerson`: hashes of the operations that ask for everything about somebody. */
export function consentResolvers(ledger: Ledger, cursors: Cursors, wholePerson: readonly string[] = []): Resolvers {
  const store = openConsentStore(ledger);
  const mine = async <Part>(person: string, context: SubgraphContext, part: (sharing: Sharing) => Part): Promise<Part | null> => {
    const sharing = firstRow(await store.sharing(person, context))?.value;
    return sharing === undefined ? null : part(sharing);
  };
  const called = recipientNames(ledger);
  return {
    Query: {
      caseload: (_root, page, context) => readCaseload(ledger, cursors, page, context),
      person: (_root, { id }, context) => knownPerson(id, context),
      people: (_root, { ids }, context) => knownPeople(ids, context),
      recipients: (_root, _args, context) => readRecipients(ledger, context),
      me: (_root, _args, context) => me(context),
      representing: (_root, _args, context) => readRepresenting(ledger, context),
      representativeCode: async (_root, _args, context) => codeOf(cursors, themselvesIn(context), await ledger.clock()),
      grantCode: (_root, { grant }) => grantCode(grant),
      agencies: () => ledger.readAgencies(),
      notices: async () => (await ledger.readNotices()).map((notice) => ({ ...notice, since: new Date(notice.since) })),
      handoversDue: (_root, _args, context) => readHandoversDue(ledger, context),
      openingsToReview: (_root, _args, context) => readOpeningsToReview(ledger, context),
      endingNotices: (_root, _args, context) => readEndingNotices(ledger, context),
      endingsOverdue: async () => (await ledger.readEndingsOverdue()).map(overdueIn),
      challengesOpen: (_root, _args, context) => readChallengesOpen(ledger, context),
      suppressions: (_root, _args, context) => readSuppressions(ledger, context),
    },
    Mutation: { ...answeringActs(ledger), ...openingActs(ledger), ...closingActs(ledger), ...askingActs(ledger), ...assigningActs(ledger), ...keepingSafeActs(ledger), ...representingActs(ledger, cursors), ...overseeingActs(ledger) },
    Person: {
      sharing: ({ id }, _args, { decision }) => {
        const access = decision.of(id);
        return access === undefined ? null : sharingOf(access, decision.words);
      },
      supportTeam: async ({ id }, _args, context) => firstRow(await store.supporters(id, context))?.value ?? null,
      household: async ({ id }, _args, context) => {
        const row = firstRow(await store.household(id, context));
        return row && { members: row.value };
      },
      grants: ({ id }, _args, context) => mine(id, context, grantsIn),
      requests: async ({ id }, _args, context) => firstRow(await store.requests(id, context))?.value.map(requestIn) ?? null,
      asked: async ({ id }, _args, context) => firstRow(await store.asked(id, context))?.value.map((line) => askedIn(line, context.decision.caller)) ?? null,
      refusals: ({ id }, _args, context) => mine(id, context, refusalsIn),
      hold: ({ id }, _args, context) => mine(id, context, holdIn),
      exclusions: ({ id }, _args, context) => mine(id, context, exclusionsIn),
      householdLinks: async ({ id }, _args, context) => firstRow(await store.householdLinks(id, context))?.value.map(linkIn) ?? null,
      authorities: ({ id }, _args, context) => mine(id, context, authoritiesIn),
      endings: async ({ id }, _args, context) => firstRow(await store.endings(id, context))?.value.map(endingIn) ?? null,
      reminderWay: async ({ id }, _args, context) => {
        const chosen = firstRow(await store.reminderWay(id, context))?.value;
        return chosen === undefined ? null : choiceIn(chosen);
      },
      openings: ({ id }, _args, context) => readOpenings(ledger, id, context),
      assignments: ({ id }, _args, context) => mine(id, context, (sharing) => assignmentsIn(sharing, isThem(id, context))),
      disclosures: ({ id }, page, context) => readDisclosures(ledger, cursors, wholePerson, id, page, context),
      challenges: async ({ id }, _args, context) => (await readChallenges(ledger, id, context))?.map((one) => challengeIn(one, context)) ?? null,
      couldLook: async ({ id }, _args, context) => {
        const found = firstRow(await store.couldLook(id, context))?.value;
        return found === undefined ? null : couldLookIn(found);
      },
      previewAs: ({ id }, args, context) => previewAs(ledger, id, args, context),
    },
    Recipient: {
      name: async (recipient, _args, context) => (await called(recipient, context))?.name ?? null,
      within: async (recipient, _args, context) => (await called(recipient, context))?.within ?? null,
    },
  };
}

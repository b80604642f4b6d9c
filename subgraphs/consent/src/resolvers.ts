import type { Ledger, Sharing } from '@thegither/ledger';
import { firstRow, type SubgraphContext } from '@thegither/subgraph';
import { askingActs } from './acts/asking.ts';
import { assigningActs } from './acts/assigning.ts';
import { closingActs } from './acts/closing.ts';
import { openingActs } from './acts/opening.ts';
import { readCaseload, readHandoversDue } from './caseload.ts';
import type { Cursors } from './cursors.ts';
import { readDisclosures } from './disclosures.ts';
import type { Resolvers } from './generated/graphql.ts';
import { assignmentsIn, exclusionsIn, grantsIn, holdIn, linkIn, refusalsIn } from './mySharing.ts';
import { askedIn, requestIn } from './requests.ts';
import { isThem } from './oversees.ts';
import { knownPeople, knownPerson, me } from './people.ts';
import { previewAs } from './previewAs.ts';
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
  return {
    Query: {
      caseload: (_root, page, context) => readCaseload(ledger, cursors, page, context),
      person: (_root, { id }, context) => knownPerson(id, context),
      people: (_root, { ids }, context) => knownPeople(ids, context),
      me: (_root, _args, context) => me(context),
      notices: async () => (await ledger.readNotices()).map((notice) => ({ ...notice, since: new Date(notice.since) })),
      handoversDue: (_root, _args, context) => readHandoversDue(ledger, context),
    },
    Mutation: { ...openingActs(ledger), ...closingActs(ledger), ...askingActs(ledger), ...assigningActs(ledger) },
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
      asked: async ({ id }, _args, context) => firstRow(await store.asked(id, context))?.value.map(askedIn) ?? null,
      refusals: ({ id }, _args, context) => mine(id, context, refusalsIn),
      hold: ({ id }, _args, context) => mine(id, context, holdIn),
      exclusions: ({ id }, _args, context) => mine(id, context, exclusionsIn),
      householdLinks: async ({ id }, _args, context) => firstRow(await store.householdLinks(id, context))?.value.map(linkIn) ?? null,
      assignments: ({ id }, _args, context) => mine(id, context, (sharing) => assignmentsIn(sharing, isThem(id, context))),
      disclosures: ({ id }, page, context) => readDisclosures(ledger, cursors, wholePerson, id, page, context),
      couldLook: async ({ id }, _args, context) => {
        const found = firstRow(await store.couldLook(id, context))?.value;
        return found === undefined ? null : couldLookIn(found);
      },
      previewAs: ({ id }, args, context) => previewAs(ledger, id, args, context),
    },
  };
}

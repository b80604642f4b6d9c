import { workspaceWords } from '@thegither/words';
import { day, itemOf, joined, listOf, yesNo } from './item.ts';
import type { Topic } from './topic.ts';

const { facts: say, codes } = workspaceWords.person;

/** Who the person is, and how to reach them. */
export const peopleTopics: readonly Topic[] = [
  {
    category: 'NAME_AND_CONTACT', fields: ['name', 'contact', 'contactPreference', 'digitalAccess'],
    present: ({ name, contact, contactPreference, digitalAccess }) => [
      listOf(say.lists.name, name, ({ knownAs, pronouns, controller }) => itemOf(knownAs, { [say.pronouns]: pronouns }, { controller })),
      listOf(say.lists.contact, contact, ({ kind, value, note, messageIsSafe, agencyMayBeNamed, controller }) => itemOf(kind === null ? undefined : codes.contact[kind], {
        [say.value]: value, [say.note]: note, [say.safe]: yesNo(messageIsSafe), [say.named]: yesNo(agencyMayBeNamed),
      }, { controller })),
      listOf(say.lists.meets, contactPreference, ({ ways, note, controller }) => itemOf(undefined, { [say.ways]: joined(ways?.map((way) => codes.meets[way])), [say.note]: note }, { controller })),
      listOf(say.lists.online, digitalAccess, ({ device, connection, confidence, controller }) => itemOf(undefined, {
        [say.device]: codes.device[device], [say.connection]: codes.connection[connection], [say.sure]: codes.online[confidence],
      }, { controller })),
    ],
  },
  {
    category: 'ACCESS_NEEDS', fields: ['accessNeeds'],
    present: ({ accessNeeds }) => [listOf(say.lists.needs, accessNeeds, ({ label, note, controller }) => itemOf(label, { [say.note]: note }, { controller }))],
  },
  {
    category: 'LEGAL_NAME', fields: ['legalName', 'externalIdentifiers'],
    present: ({ legalName, externalIdentifiers }) => [
      listOf(say.lists.legalName, legalName, ({ full, earlier, controller }) => itemOf(full, { [say.earlier]: joined(earlier) }, { controller })),
      listOf(say.lists.identifiers, externalIdentifiers, ({ schemeLabel, linkedOn, reason, controller }) =>
        itemOf(schemeLabel, { [say.linkedOn]: day(linkedOn), [say.because]: reason }, { controller, updated: linkedOn })),
    ],
  },
];

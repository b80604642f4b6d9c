import { fill, workspaceWords } from '@thegither/words';
import type { PeopleTopicsFragment, WholePictureFragment } from '../../generated/operations.ts';
import { nextDate } from './nextDate.ts';
import type { TopicView } from './presentTopic.ts';
import { roleName } from './roleName.ts';

const say = workspaceWords.person;

/** One line of the header: what it is, and what is to be known of it. */
export interface HeaderLine {
  readonly key: string;
  readonly lines: readonly string[];
}

/**
 * What is to be known before anything else: what the person needs to take part, how they chose to be reached and what is
 * safe, who supports them, what comes next. Nothing of justice, and no warning, stands here: the first thing read of
 * somebody is how to meet them.
 */
export function presentHeader(person: WholePictureFragment, topicNamed: (category: string) => TopicView, now: number): readonly HeaderLine[] {
  const linesFor = (category: string, lines: readonly string[]): readonly string[] => {
    const { state } = topicNamed(category);
    if (lines.length > 0) return state === 'UNAVAILABLE' ? [...lines, say.states.UNAVAILABLE] : lines;
    return [state === 'SHARED' ? say.states.NOTHING : say.states[state]];
  };
  return [
    { key: say.header.needs, lines: linesFor('ACCESS_NEEDS', (person.accessNeeds ?? []).map(({ label, note }) => (note ? `${label}: ${note}` : label))) },
    { key: say.header.contact, lines: linesFor('NAME_AND_CONTACT', contactLines(person)) },
    { key: say.header.team, lines: linesFor('SUPPORT_TEAM', supporters(person)) },
    { key: say.header.next, lines: [nextDate(person, now) ?? say.noNext] },
  ];
}

/** How to reach them; what nobody asked about is not safe. */
function contactLines({ contact, contactPreference }: PeopleTopicsFragment): string[] {
  if (!contact) return [];
  const { kind, value, note, messageIsSafe, agencyMayBeNamed } = contact;
  const reached = [kind === null ? undefined : say.codes.contact[kind], value].filter((one) => one).join(': ');
  const ways = contactPreference?.ways?.map((one) => say.codes.meets[one]).join(', ');
  return [
    ...(reached ? [reached] : []), ...(note ? [note] : []), ...(kind === 'NONE' ? [] : [say.message[asked(messageIsSafe)], say.named[asked(agencyMayBeNamed)]]),
    ...(ways ? [`${say.facts.ways} ${ways}`] : []),
  ];
}

const asked = (answer: boolean | null): 'yes' | 'no' | 'unasked' => (answer === null ? 'unasked' : answer ? 'yes' : 'no');

const supporters = ({ supportTeam }: WholePictureFragment): string[] => (supportTeam ?? []).map(({ worker, role, agency }) =>
  fill(say.supporter, { name: worker, role: roleName(role) ?? '', agency }).replace(', ,', ','));

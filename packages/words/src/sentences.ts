import type { AuthorityKind, Purpose, Reason } from '@thegither/vocabulary';
import { words, type Language, type Words } from './words.ts';

/** Who looked or could look, by the names that people know; all null for the person. */
export interface Who {
  readonly worker: string | null;
  readonly team: string | null;
  readonly agency: string | null;
  /** Somebody who acts for the person: by what. */
  readonly acting?: AuthorityKind | null;
}

/** Categories that one reason decided, and, where the person agreed, on which days they did or a worker wrote down that they did: as text that people read. */
export interface Part {
  readonly reason: Reason;
  /** By name; at least one. */
  readonly categories: readonly string[];
  readonly agreedOn: readonly string[];
  readonly writtenDownOn?: readonly string[];
  /** On which days somebody agreed who acts for them. */
  readonly agreedForOn?: readonly string[];
}

/** Somebody looked: what they were shown by which reason, and what they asked for by name and were not shown. */
export interface Looked {
  readonly who: Who;
  readonly kind: 'LIST' | 'LOOK';
  readonly purpose: Purpose | null;
  readonly parts: readonly Part[];
  readonly attempted: readonly string[];
}

/**
 * One sentence for the person: who looked at what and why. It names the categories that it is given and no other, and no
 * code, number or id.
 */
export function whyLooked(language: Language, { who, kind, purpose, parts, attempted }: Looked): string {
  const speak = speakIn(language);
  const at = kind === 'LIST' ? 'saw you in a list with' : 'looked at';
  const shown = parts.map((part, index) => `${index === 0 ? at : `${parts.length > 2 && index < parts.length - 1 ? '' : 'and '}at`} ${speak.part(part, purpose, isFirstSaid(parts, index))}`);
  const asked = attempted.length === 0 ? undefined : `asked about ${speak.categories(attempted)}`;
  const name = nameOf(who, words(language));
  if (shown.length === 0) return asked === undefined ? `${name} looked${speak.aim(purpose)} and was shown nothing.` : `${name} ${asked}${speak.aim(purpose)}, and was not shown ${it(attempted)}.`;
  return asked === undefined ? `${name} ${shown.join(', ')}.` : `${name} ${shown.join(', ')}; they also ${asked}, and were not shown ${it(attempted)}.`;
}

/** One sentence for the person: who could look at one category now, for what, why, and until when. */
export const whyCouldLook = (language: Language, { who, purpose, part, until }: { readonly who: Who; readonly purpose: Purpose; readonly part: Part; readonly until: string | null }): string =>
  `${nameOf(who, words(language))} could look at ${speakIn(language).part(part, purpose, true)}${until === null ? '' : `, until ${until}`}.`;

/** One sentence for the person: whether somebody would see one category now, for that purpose, and why. */
export const whySees = (language: Language, { who, purpose, part, sees }: { readonly who: Who; readonly purpose: Purpose; readonly part: Part; readonly sees: boolean }): string =>
  `${nameOf(who, words(language))} would ${sees ? '' : 'not '}see ${speakIn(language).part(part, purpose, true)}.`;

/** One sentence for the person: who opened what without their agreement, when and on what ground. */
export const whyOpened = (language: Language, { who, categories, ground, on: day }: { readonly who: Who; readonly categories: readonly string[]; readonly ground: keyof Words['grounds']; readonly on: string }): string =>
  `${nameOf(who, words(language))} opened ${speakIn(language).categories(categories)} for themselves on ${day}, because ${words(language).grounds[ground]}.`;

/** What a person can do about something that was opened without their agreement. */
export const howToChallenge = (language: Language): string => words(language).challenge;

/** The purpose is said once: with the agreement when there is one, and otherwise with the first part. */
const isFirstSaid = (parts: readonly Part[], index: number): boolean =>
  parts[index]!.reason === 'AGREED' || (index === 0 && parts.every(({ reason }) => reason !== 'AGREED'));

/** Who it is, in a sentence. */
export function nameOf({ worker, team, agency, acting = null }: Who, spoken: Words): string {
  if (acting !== null) return `Somebody ${spoken.acting[acting]}`;
  const of = agency === null ? '' : ` of ${agency}`;
  if (worker !== null) return `${worker}${of}`;
  if (team !== null) return `Everybody in the team ${team}${of}`;
  return agency === null ? 'You' : `Everybody at ${agency}`;
}

const it = (categories: readonly string[]): string => (categories.length > 1 ? 'them' : 'it');

/** "a", "a, and b", "a, b, and c": the names hold an "and" of their own. */
const listed = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}, and ${items.at(-1)!}`);

const on = (days: readonly string[]): string => (days.length > 0 ? ` on ${days.join(' and ')}` : '');

/** What a worker wrote down, or somebody said for the person, is never called the person's own word. */
function agreed({ categories, agreedOn, agreedForOn = [], writtenDownOn = [] }: Part): string {
  if (agreedOn.length === 0 && agreedForOn.length > 0) return `somebody who acts for you agreed${on(agreedForOn)} to share ${it(categories)}`;
  return agreedOn.length === 0 && writtenDownOn.length > 0 ? `a worker wrote down${on(writtenDownOn)} that you agreed to share ${it(categories)}` : `you agreed${on(agreedOn)} to share ${it(categories)}`;
}

function speakIn(language: Language) {
  const spoken = words(language);
  const categories = (names: readonly string[]): string => listed(names.map((name) => yours(spoken, name)));
  const aim = (purpose: Purpose | null): string => (purpose === null ? '' : ` ${spoken.aims[purpose]}`);
  return {
    categories, aim,
    part(part: Part, purpose: Purpose | null, withAim: boolean): string {
      const why = withAim ? aim(purpose) : '';
      return part.reason === 'AGREED'
        ? `${categories(part.categories)}, because ${agreed(part)}${why}`
        : `${categories(part.categories)}${why}, because ${spoken.because[part.reason]}`;
    },
  };
}

/** How a sentence says a category; a partner's new one without words is noticed, and never called by its code. */
const yours = ({ yours: names }: Words, name: string): string => (Object.hasOwn(names, name) ? names[name as keyof Words['yours']] : 'something that has no plain name yet');

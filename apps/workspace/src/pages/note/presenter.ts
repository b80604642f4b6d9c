import { REGISTER } from '@thegither/vocabulary';
import { topicsOf, workspaceWords } from '@thegither/words';
import type { NoteForQuery } from '../../generated/operations.ts';
import { ALWAYS } from './readNote.ts';

/** Whom a note is about, and what the writer may say that it tells of. */
export interface NotePage {
  readonly id: string;
  /** Undefined while nobody could be asked. */
  readonly name: string | undefined;
  /** May the writer keep a note now? */
  readonly isOpen: boolean;
  /** What the writer may see, but for the name and how to reach them: until they say otherwise, their words tell of it. */
  readonly seen: readonly string[];
  readonly topics: readonly { readonly value: string; readonly text: string }[];
}

const OPEN: ReadonlySet<string> = new Set(['SHARED', 'SHARED_OWN_ONLY']);

/** What people can share, and so what somebody may speak of. */
const TOLD: readonly string[] = REGISTER.filter(({ byGrant }) => byGrant).map(({ name }) => name);

/** A note can tell of every topic that people can share, whatever the writer sees: first what they see, then the rest. */
export function presentNote({ id, name, sharing }: NonNullable<NoteForQuery['person']>): NotePage {
  const open = (sharing ?? []).filter(({ state }) => OPEN.has(state)).map(({ category }) => category);
  return { id, name: name?.knownAs ?? workspaceWords.chrome.nameNotShared, isOpen: open.includes(ALWAYS), seen: open.filter((name) => name !== 'NAME_AND_CONTACT'), topics: [...optionsOf(open), ...optionsOf(TOLD.filter((name) => !open.includes(name)))] };
}

/** The page when nobody can be asked: what was typed is still there, and can be sent again. */
export const withoutHouse = (id: string, ticked: readonly string[]): NotePage => ({ id, name: undefined, isOpen: true, seen: ticked, topics: optionsOf([...TOLD, ...ticked]) });

const optionsOf = (categories: readonly string[]): NotePage['topics'] => topicsOf(categories).map(({ category, plain }) => ({ value: category, text: plain }));

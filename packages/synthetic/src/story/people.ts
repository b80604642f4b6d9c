import type { AgencyId } from '../agencies.ts';
import type { Held, Labelled } from './held.ts';

/** What somebody is called in daily life. */
export interface NameStory extends Held {
  readonly knownAs: string;
  readonly pronouns: string | null;
}

/** A way to reach somebody, chosen by them for one agency or (null) for every agency that has none of its own. */
export interface ContactStory extends Held, Labelled {
  readonly agency: AgencyId | null;
  readonly kind: 'PHONE' | 'TEXT' | 'EMAIL' | 'LETTER' | 'NONE';
  readonly value: string | null;
  readonly note: string | null;
}

/** The name on official papers; earlier names latest first. */
export interface LegalNameStory extends Held {
  readonly full: string;
  readonly earlier: readonly string[];
}

/** One thing that makes taking part possible. */
export interface AccessNeedStory extends Held, Labelled {
  readonly code: string;
  readonly label: string;
  readonly note: string | null;
}

/** What the people subgraph holds of one person. */
export interface PeopleStory {
  readonly name: NameStory;
  readonly contacts: readonly ContactStory[];
  readonly legalName: LegalNameStory;
  readonly accessNeeds: readonly AccessNeedStory[];
}

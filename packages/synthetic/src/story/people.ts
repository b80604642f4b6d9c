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
  /** May a message be left there? Null when nobody asked. */
  readonly messageIsSafe: boolean | null;
  /** May whoever answers hear which agency it is? Null when nobody asked. */
  readonly agencyMayBeNamed: boolean | null;
}

/** In which ways somebody would rather meet, first choice first. */
export interface ContactPreferenceStory extends Held, Labelled {
  readonly ways: readonly ('PHONE' | 'VIDEO' | 'IN_PERSON' | 'GROUP')[];
  readonly note: string | null;
}

/** What somebody can use to be online. */
export interface DigitalAccessStory extends Held {
  readonly device: 'NONE' | 'SHARED' | 'PHONE' | 'TABLET' | 'COMPUTER';
  readonly connection: 'NONE' | 'PUBLIC' | 'MOBILE' | 'HOME';
  readonly confidence: 'NOT' | 'LITTLE' | 'QUITE' | 'VERY';
}

/** The name on official papers; earlier names latest first. */
export interface LegalNameStory extends Held {
  readonly full: string;
  readonly earlier: readonly string[];
}

/** A record of another system that was found to be of the same person. The labels hold what `tells` says of the scheme; its number is in no story. */
export interface ExternalIdentifierStory extends Held, Labelled {
  readonly schemeCode: string;
  readonly tells: string;
  readonly linkedOn: string;
  readonly reason: string;
}

/** One thing that makes taking part possible, as a code of the people room's list. */
export interface AccessNeedStory extends Held, Labelled {
  readonly code: string;
  readonly note: string | null;
}

/** An answer to an equality question, for statistics alone. An answer is there when the person gave one. */
export interface EqualityAnswerStory extends Held {
  readonly question: string;
  readonly state: 'ANSWERED' | 'PREFER_NOT_TO_SAY' | 'NOT_ASKED';
  readonly answer: string | null;
}

/** What the people subgraph holds of one person. */
export interface PeopleStory {
  readonly name: NameStory;
  readonly contacts: readonly ContactStory[];
  readonly contactPreferences: readonly ContactPreferenceStory[];
  readonly digitalAccess: readonly DigitalAccessStory[];
  readonly legalName: LegalNameStory;
  readonly externalIdentifiers: readonly ExternalIdentifierStory[];
  readonly accessNeeds: readonly AccessNeedStory[];
  readonly equality: readonly EqualityAnswerStory[];
}

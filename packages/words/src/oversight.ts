import { nameOf, type Who } from './sentences.ts';
import { words, type Language, type Words } from './words.ts';

/** A look that the person did not recognise, on days as people read them. */
export interface Challenged {
  readonly who: Who;
  readonly lookedOn: string;
  readonly askedOn: string;
  /** What came of it, and when; both null while somebody looks into it. */
  readonly outcome: keyof Words['outcomes'] | null;
  readonly answeredOn: string | null;
}

/** One sentence for the person: which look they asked about, and what came of it. */
export function whyChallenged(language: Language, { who, lookedOn, askedOn, outcome, answeredOn }: Challenged): string {
  const look = who.worker === null ? 'a look of your own account' : `a look by ${nameOf(who, words(language))}`;
  const came = outcome === null || answeredOn === null ? 'somebody is looking into it' : `on ${answeredOn} you were told that ${words(language).outcomes[outcome]}`;
  return `On ${askedOn} you asked about ${look} on ${lookedOn}; ${came}.`;
}

/** One sentence: until which day a look is or was not shown to the person, and why. */
export const whyHeldBack = (language: Language, { until, ground, isOver }: { readonly until: string; readonly ground: keyof Words['heldBack']; readonly isOver: boolean }): string =>
  (isOver ? `This look was held back from you until ${until}, because ${words(language).heldBack[ground]}.` : `This look is held back from the person until ${until}.`);

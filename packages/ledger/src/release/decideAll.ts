import { ceilingFor, decide, isAddressable, isKnown, type Asker, type Ceiling, type Instant, type PersonDecision } from '@thegither/consent';
import type { Purpose } from '@thegither/vocabulary';
import type { Standing } from '../standing/readStanding.ts';
import { createFingerprint } from './fingerprint.ts';

/** What holds about one person for this caller now. */
export interface Decided {
  readonly person: string;
  /** May the caller read about the person at all? */
  readonly known: boolean;
  /** May a mutation of the caller name the person? */
  readonly addressable: boolean;
  readonly decision: PersonDecision;
  readonly fingerprint: string;
}

/** One question to the rule of the house, answered for everybody at one instant. */
export interface Decisions {
  readonly at: Instant;
  readonly asker: Asker;
  readonly purpose: Purpose | undefined;
  readonly words: Ceiling['words'];
  /** In the order asked. */
  readonly people: readonly Decided[];
}

/** Decides about everybody who was read, at the instant of the reading. Pure. */
export function decideAll({ at, asker, facts }: Standing, purpose: Purpose | undefined): Decisions {
  const asked = { asker, purpose, at };
  const ceiling = ceilingFor(asked);
  const fingerprint = createFingerprint();
  const people = [...facts.values()].map((one): Decided => {
    const decision = decide(one, asked, ceiling);
    const known = isKnown(decision.standing);
    return { person: one.person, known, addressable: isAddressable(decision.standing), decision, fingerprint: fingerprint(known, decision) };
  });
  return { at, asker, purpose, words: ceiling.words, people };
}

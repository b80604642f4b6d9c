import type { Grant } from '@thegither/consent';
import type { GivenGrant } from './event.ts';
import { readDay } from './readInput.ts';
import { refuseInput } from './refuseInput.ts';

/** What may be done with what is shared: looked at, or copied as well. */
export const MODES = ['VIEW', 'COPY'] as const;

/** The rows that alone are shared, by their days, and what may be done with them, as a sender says it. */
export interface TermsInput {
  /** The first day of the rows; nothing for any before `dataTo`. */
  readonly dataFrom?: string | null;
  /** The last day of the rows; nothing for any after `dataFrom`. */
  readonly dataTo?: string | null;
  /** To look at it and no more, when nothing is said. */
  readonly mode?: string | null;
}

type Terms = Pick<GivenGrant, 'dataFrom' | 'dataTo' | 'mode'>;

/** The terms as an event tells them: what is not limited is not said, and to look is not said. */
export const termsOf = ({ dataFrom, dataTo, mode }: Pick<Grant, 'dataFrom' | 'dataTo' | 'mode'>): Terms => ({
  ...(typeof dataFrom === 'string' && { dataFrom }), ...(typeof dataTo === 'string' && { dataTo }), ...(mode === 'COPY' && { mode }),
});

/** Reads them. Throws INVALID_INPUT for text that is no day, days that end before they begin, and a mode that is none. */
export function readTerms({ dataFrom, dataTo, mode }: TermsInput): Terms {
  const [from, to] = [readDay(dataFrom), readDay(dataTo)];
  if (from !== undefined && to !== undefined && to < from) return refuseInput('The last day of what is shared is before its first.');
  const said = MODES.find((one) => one === (mode ?? 'VIEW')) ?? refuseInput('What is shared can be looked at, or copied as well.');
  return termsOf({ dataFrom: from ?? null, dataTo: to ?? null, mode: said });
}

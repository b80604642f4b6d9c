import { dayOf, momentOf } from '@thegither/pages';
import { pageWords, topicsOf, words, type PageLanguage, type Topic } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { WrittenDownQuery } from '../../generated/operations.ts';
import { daysOf } from '../sharing/presenter.ts';
import { readCode } from './readCode.ts';

type Grant = NonNullable<NonNullable<WrittenDownQuery['me']>['grants']>[number];

/** What a worker wrote down, as the person reads it before they say whether it is right. */
export interface WrittenDown {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** Word for word. */
  readonly said: string;
  readonly topics: readonly Topic[];
  readonly recipient: string;
  readonly why: string;
  /** The days whose records alone are shared; undefined for all. */
  readonly days: string | undefined;
  readonly until: string;
}

const waits = ({ state }: Grant): boolean => state === 'RECORDED_UNCONFIRMED';

/** The id of what waits for the person under a code as they typed it. Looked for among their own alone: undefined for any other, whosever it is. */
export function findWaiting({ me }: WrittenDownQuery, typed: string): string | undefined {
  const code = readCode(typed);
  return code === undefined ? undefined : me?.grants?.find((grant) => waits(grant) && grant.code === code)?.id;
}

/** Puts into words what waits under an id; SAID when the person has said already whether it is right, and undefined when it is none of theirs. */
export function presentWrittenDown({ me }: WrittenDownQuery, id: string | undefined, language: PageLanguage): WrittenDown | 'SAID' | undefined {
  const { sharing } = pageWords(language).mySharing;
  const grant = me?.grants?.find((one) => one.id === id);
  if (!grant || !waits(grant)) return grant && 'SAID';
  const { recipient, purpose, categories, from, to, evidence } = grant;
  return {
    id: grant.id, by: nameOf(evidence?.capturedBy ?? {}, sharing), at: momentOf(from), said: evidence?.words ?? '', topics: topicsOf(categories),
    recipient: nameOf(recipient, sharing), why: words('en').purposes[purpose].plain, days: daysOf(grant, sharing), until: dayOf(to),
  };
}

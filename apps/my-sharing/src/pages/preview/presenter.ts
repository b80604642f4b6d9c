import { fill, pageWords, topicsOf, words, type PageLanguage } from '@thegither/words';
import { nameOf } from '../../called.ts';
import type { PreviewAsQuery, WhomToPreviewQuery } from '../../generated/operations.ts';

/** A worker through whose eyes the person can look. */
export interface Eyes {
  readonly id: string;
  readonly name: string;
}

/** Somebody who could look now, and at what and why: a sentence for each topic. */
export interface Looker {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** What one worker would see, and what not: each topic with its reason. */
export interface Seen {
  /** Would they know that the person is here at all? */
  readonly isKnown: boolean;
  readonly would: readonly string[];
  readonly wouldNot: readonly string[];
}

type Recipient = NonNullable<NonNullable<WhomToPreviewQuery['me']>['grants']>[number]['recipient'];

/** Every worker who helps, or with whom something stands, by name: teams and agencies have many pairs of eyes. */
export function eyesOf({ me }: WhomToPreviewQuery, language: PageLanguage): Eyes[] {
  const { sharing: say } = pageWords(language).mySharing;
  const helping = (me?.assignments ?? []).filter(({ state }) => state !== 'ENDED').map(({ recipient }) => recipient);
  const sharing = (me?.grants ?? []).filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED').map(({ recipient }) => recipient);
  const workers = [...helping, ...sharing].flatMap((recipient: Recipient) => (recipient.worker ? [{ id: recipient.worker, name: nameOf(recipient, say) }] : []));
  return [...new Map(workers.map((one) => [one.id, one])).values()];
}

/** Everybody who could look now. The sentences are the gateway's own: two that are the same are said once. */
export function lookersOf({ me }: WhomToPreviewQuery, language: PageLanguage): Looker[] {
  const { preview: say, sharing } = pageWords(language).mySharing;
  const all = new Map<string, Set<string>>();
  for (const { worker, team, agency, why } of me?.couldLook?.lines ?? []) {
    const name = worker ?? team;
    const key = name ? nameOf({ name, within: agency }, sharing) : fill(say.everybodyAt, { agency });
    all.set(key, (all.get(key) ?? new Set()).add(why));
  }
  return [...all].map(([name, sentences]) => ({ name, sentences: [...sentences] }));
}

/** What a worker would see now, in words; undefined where the gateway would not say. */
export function presentPreview({ me }: PreviewAsQuery): Seen | undefined {
  const preview = me?.previewAs;
  if (!preview?.lines) return undefined;
  const { reasons } = words('en');
  const lines = new Map(preview.lines.map((line) => [line.category, line]));
  const told = (sees: boolean): string[] => topicsOf([...lines.keys()]).flatMap(({ category, plain }) => {
    const { state, reason } = lines.get(category)!;
    return (state === 'SHARED' || state === 'SHARED_OWN_ONLY') === sees ? [`${plain}. ${reasons[reason]}`] : [];
  });
  return { isKnown: preview.known, would: told(true), wouldNot: told(false) };
}

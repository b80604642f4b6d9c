import type { Topic } from '@thegither/words';
import { ticksOf, textOf, type Fields } from '@thegither/pages';

/** What the person has said so far: category to yes or no. It travels in the form, and nothing is kept until the last page. */
export interface Answers {
  readonly share: readonly string[];
  readonly keep: readonly string[];
}

/** What is to be shown next: which of the usual topics, one sensitive topic alone, or everything to check. */
export type Step =
  | { readonly kind: 'WHICH'; readonly topics: readonly Topic[] }
  | { readonly kind: 'ONE'; readonly topic: Topic; readonly missing: boolean }
  | { readonly kind: 'CHECK'; readonly share: readonly Topic[]; readonly keep: readonly Topic[] };

/** Reads what was said from a form: nothing that was not asked for, and nothing that was not said. */
export function readAnswers(fields: Fields, topics: readonly Topic[]): Answers {
  const asked = (name: string): boolean => topics.some(({ category }) => category === name);
  const said = (name: string): string[] => [...new Set(ticksOf(fields, name))].filter(asked);
  const share = said('share'), keep = said('keep').filter((name) => !share.includes(name));
  // The page of usual topics answers for all of them: what was not ticked there is kept.
  const usual = textOf(fields, 'page') === 'which' ? topics.filter(({ ownAct, category }) => !ownAct && !share.includes(category)).map(({ category }) => category) : [];
  const one = textOf(fields, 'one'), answer = textOf(fields, 'answer');
  const alone = asked(one) ? { yes: answer === 'yes' ? [one] : [], no: answer === 'no' ? [one] : [] } : { yes: [], no: [] };
  return { share: [...new Set([...share, ...alone.yes])], keep: [...new Set([...keep, ...usual, ...alone.no])] };
}

/** One question a page, nothing chosen beforehand: first the usual topics together, then each sensitive one alone, at last what was said. */
export function nextStep(topics: readonly Topic[], { share, keep }: Answers, fields: Fields): Step {
  const isOpen = ({ category }: Topic): boolean => !share.includes(category) && !keep.includes(category);
  const usual = topics.filter((topic) => !topic.ownAct);
  if (usual.some(isOpen)) return { kind: 'WHICH', topics: usual };
  const alone = topics.find(isOpen);
  if (alone) return { kind: 'ONE', topic: alone, missing: textOf(fields, 'one') === alone.category };
  return { kind: 'CHECK', share: topics.filter(({ category }) => share.includes(category)), keep: topics.filter(({ category }) => keep.includes(category)) };
}

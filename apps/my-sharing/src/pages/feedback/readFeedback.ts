import { textOf, type FieldError, type Fields } from '@thegither/pages';
import type { PageWords } from '@thegither/words';
import type { Feedback } from '../../feedback/feedbackPort.ts';

/** As much as somebody can type. */
export const LONGEST = 2_000;

/** The kinds that there are, none chosen beforehand. */
export const KINDS = ['FEEDBACK', 'COMPLAINT'] as const satisfies readonly Feedback['kind'][];

/** Reads the form: what was said, or what is missing. */
export function readFeedback(fields: Fields, say: PageWords['mySharing']['feedback']): { readonly kind: 'READ'; readonly feedback: Omit<Feedback, 'key'> } | { readonly kind: 'WRONG'; readonly errors: readonly FieldError[] } {
  const kind = KINDS.find((one) => one === textOf(fields, 'kind')), text = textOf(fields, 'text');
  const errors = [
    ...(kind === undefined ? [{ field: KINDS[0], text: say.noKind }] : []),
    ...(text === '' ? [{ field: 'text', text: say.noText }] : text.length > LONGEST ? [{ field: 'text', text: say.tooLong }] : []),
  ];
  return kind === undefined || errors.length > 0 ? { kind: 'WRONG', errors } : { kind: 'READ', feedback: { kind, text } };
}

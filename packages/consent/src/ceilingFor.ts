import type { Asked } from './asked.ts';
import { BY_SELF, ROLE_PURPOSES, WITHOUT_AGREEMENT, reach } from './ceilings.ts';
import { EVERYTHING, type Mask, NOTHING, intersection, union, without } from './mask.ts';

/**
 * What can open for this caller and purpose whoever the person is, and the caller's word for every category that
 * cannot. The words part the register with `open`: no category has two, and none depends on a person.
 */
export interface Ceiling {
  readonly open: Mask;
  readonly words: { readonly OUTSIDE_AGREEMENT: Mask; readonly ROLE_LIMIT: Mask; readonly NO_PURPOSE: Mask };
}

/** A person asks about themselves and needs no purpose. What they may not see is not theirs by any choice of theirs. */
const SELF_CEILING: Ceiling = {
  open: BY_SELF,
  words: { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: without(EVERYTHING, BY_SELF), NO_PURPOSE: NOTHING },
};

const NO_PURPOSE: Ceiling = { open: NOTHING, words: { OUTSIDE_AGREEMENT: NOTHING, ROLE_LIMIT: NOTHING, NO_PURPOSE: EVERYTHING } };

/**
 * The first part of every decision, asked once for a request: purpose, then the sharing agreements between agencies,
 * then role and purpose together. A worker with several roles has the union of those that may use this purpose, so a
 * role never lends its ceiling to a purpose of another.
 */
export function ceilingFor({ asker, purpose }: Pick<Asked, 'asker' | 'purpose'>): Ceiling {
  if (asker.kind === 'person') return SELF_CEILING;
  const roles = asker.worker.roles.filter((role) => purpose !== undefined && ROLE_PURPOSES[role].includes(purpose));
  if (purpose === undefined || roles.length === 0) return NO_PURPOSE;
  const reached = roles.reduce((all, role) => union(all, reach(role, purpose)), NOTHING);
  const agreed = intersection(EVERYTHING, union(union(asker.agreed, asker.holds), WITHOUT_AGREEMENT));
  return {
    open: intersection(agreed, reached),
    words: { OUTSIDE_AGREEMENT: without(EVERYTHING, agreed), ROLE_LIMIT: without(agreed, reached), NO_PURPOSE: NOTHING },
  };
}

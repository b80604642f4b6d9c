import { NOTHING, intersection, without, type Mask } from '@thegither/consent';
import type { Reason } from '@thegither/vocabulary';
import type { AgreedGrant } from './readAgreedGrants.ts';

/** Categories that one reason decided, and the very grants that cover all of them. */
export interface ReasonPart {
  readonly reason: Reason;
  readonly categories: Mask;
  readonly grants: readonly AgreedGrant[];
}

/** Parts what was agreed by the grants that cover it, so that no sentence cites a day on which something else was agreed. */
export function partsOf({ reason, categories }: Pick<ReasonPart, 'reason' | 'categories'>, cited: readonly AgreedGrant[]): ReasonPart[] {
  if (reason !== 'AGREED') return [{ reason, categories, grants: [] }];
  let parts: ReasonPart[] = [{ reason, categories, grants: [] }];
  for (const grant of cited) {
    parts = parts.flatMap((part) => [
      { ...part, categories: intersection(part.categories, grant.categories), grants: [...part.grants, grant] },
      { ...part, categories: without(part.categories, grant.categories) },
    ]).filter((part) => part.categories !== NOTHING);
  }
  return parts;
}

import { covers, maskOf, overlaps, union, type Mask } from '@thegither/consent';
import { REGISTER, categoryNamed } from '@thegither/vocabulary';

/**
 * What one person shares with the caller of this request, in the register's own bits.
 * `granted`: rows of any controller, or of `sources` alone where the category is named there.
 * `own`: only rows whose controller is `agency`, the caller's own.
 */
export interface PersonAccess {
  readonly granted: Mask;
  readonly own: Mask;
  /** Category name -> the only controllers whose rows `granted` opens. Absent: any. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** The caller's agency; undefined when the person themselves asks. */
  readonly agency: string | undefined;
}

/** Whose rows may be read: anybody's, or those of the listed controllers alone. */
export type Controllers = 'any' | readonly string[];

/** Everything that is open to the caller about this person, whoever the controller is. */
export const openIn = (access: PersonAccess): Mask => union(access.granted, access.own);

/**
 * Whose rows a need opens. Undefined withholds: a needed category is not shared at all. An empty list means that it is
 * shared, but that no single controller's rows meet every category needed.
 */
export function controllersFor(access: PersonAccess, needs: Mask): Controllers | undefined {
  if (!covers(openIn(access), needs)) return undefined;
  let allowed: Controllers = 'any';
  for (const { bit, name } of REGISTER) {
    const category = (1n << BigInt(bit)) as Mask;
    if (overlaps(needs, category)) allowed = both(allowed, controllersOfOne(access, category, name));
  }
  return allowed;
}

/** May a row of this controller be read, where all of these categories are needed? A row without a controller is nobody's own. */
export function mayRead(access: PersonAccess, needs: Mask, controller: string | undefined): boolean {
  const allowed = controllersFor(access, needs);
  return allowed === 'any' || (allowed !== undefined && controller !== undefined && allowed.includes(controller));
}

/**
 * May words with these labels be read, in a row of this controller? A label that the register does not know withholds
 * them: nobody can say who may see it.
 */
export const mayReadLabels = (access: PersonAccess, labels: readonly string[], controller: string | undefined): boolean =>
  labels.every((label) => categoryNamed(label) !== undefined && mayRead(access, maskOf(label), controller));

function controllersOfOne(access: PersonAccess, category: Mask, name: string): Controllers {
  const own = overlaps(access.own, category) && access.agency !== undefined ? [access.agency] : [];
  if (!overlaps(access.granted, category)) return own;
  const sources = access.sources.get(name);
  return sources === undefined ? 'any' : [...new Set([...sources, ...own])];
}

function both(a: Controllers, b: Controllers): Controllers {
  if (a === 'any') return b;
  return b === 'any' ? a : a.filter((controller) => b.includes(controller));
}


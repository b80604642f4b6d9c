import { AUTHORITY_KINDS, POWERS, REGISTER, categoryNamed, parsePersonId, type AuthorityKind, type PersonId, type Power } from '@thegither/vocabulary';
import { refuseInput } from './refuseInput.ts';

/** What every authority says of itself, as a sender names it. */
export interface AuthorityInput {
  /** Who is to act, by their id in the ledger's audience. */
  readonly representative: string;
  /** READ, AGREE and STOP: at least one. */
  readonly powers: readonly string[];
  /** By name; who looked is covered only when it is named. */
  readonly categories: readonly string[];
}

/** The same, read. */
export interface ReadAuthority {
  readonly representative: PersonId;
  readonly powers: readonly Power[];
  readonly categories: readonly string[];
}

/** Who acts, for what. Throws INVALID_INPUT for the person themselves, without a power, and for a category that the person may not read either. */
export const readAuthority = ({ representative, powers, categories }: AuthorityInput, person: string): ReadAuthority => ({
  representative: readRepresentative(representative, person), powers: readPowers(powers), categories: readCovered(categories),
});

/** By what document of law: never APPOINTED, which is the person's own to say. */
export function readKind(text: string): Exclude<AuthorityKind, 'APPOINTED'> {
  const kind = AUTHORITY_KINDS.find((one) => one === text);
  return kind === undefined || kind === 'APPOINTED' ? refuseInput('Name an attorney, guardian, intervention order or parent. Only the person appoints somebody.') : kind;
}

function readRepresentative(text: string, person: string): PersonId {
  const id = parsePersonId(text);
  if (id === undefined) return refuseInput('There is nobody by that code.');
  return id === person ? refuseInput('Nobody acts for themselves.') : id;
}

function readPowers(texts: readonly string[]): Power[] {
  const named = POWERS.filter((power) => texts.includes(power));
  return named.length > 0 && texts.every((text) => POWERS.some((power) => power === text)) ? named : refuseInput('Name at least one power: READ, AGREE or STOP.');
}

function readCovered(names: readonly string[]): string[] {
  if (names.length === 0) return refuseInput('Name at least one category.');
  for (const name of names) {
    const category = categoryNamed(name);
    if (!category) return refuseInput('There is no category of that name.');
    if (!category.bySelf) return refuseInput('One of these categories is not the person’s own to read.');
  }
  return REGISTER.filter(({ name }) => names.includes(name)).map(({ name }) => name);
}

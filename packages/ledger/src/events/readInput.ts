import type { Recipient } from '@thegither/consent';
import { GRANTABLE_PURPOSES, REGISTER, categoryNamed, isDay, type Purpose } from '@thegither/vocabulary';
import { refuseInput } from './refuseInput.ts';

/** A recipient as a sender names it: exactly one of the three. */
export interface RecipientInput {
  readonly agency?: string | null;
  readonly team?: string | null;
  readonly worker?: string | null;
}

// No control characters and no half of a surrogate pair: PostgreSQL keeps neither NUL nor those, and words on a screen are one line.
const TEXT = /^[^\p{Cc}\p{Cs}]{1,500}$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whom it is for. Throws INVALID_INPUT unless exactly one is named; whether they exist is for `placeOf`. */
export function readRecipient({ agency, team, worker }: RecipientInput): Recipient {
  const named = [agency, team, worker].filter((one) => one !== undefined && one !== null);
  if (named.length !== 1 || !TEXT.test(named[0]!)) return refuseInput('Name exactly one recipient: an agency, a team or a worker.');
  if (agency) return { kind: 'agency', agency };
  return team ? { kind: 'team', team } : { kind: 'worker', worker: worker! };
}

/** The categories by name, each once, in the register's order. Throws INVALID_INPUT for none, an unknown one, or one that nobody can agree to share. */
export function readCategories(names: readonly string[]): string[] {
  if (names.length === 0) return refuseInput('Name at least one category.');
  for (const name of names) {
    const category = categoryNamed(name);
    if (!category) return refuseInput('There is no category of that name.');
    if (!category.byGrant) return refuseInput('One of these categories is never shared by agreement.');
  }
  return REGISTER.filter(({ name }) => names.includes(name)).map(({ name }) => name);
}

/** A purpose that somebody can agree to. Throws INVALID_INPUT for any other. */
export const readPurpose = (text: string): Purpose =>
  GRANTABLE_PURPOSES.find((purpose) => purpose === text) ?? refuseInput('Nobody can agree to that purpose.');

/** The agencies whose rows alone are shared, each once; none when nothing is said. Throws INVALID_INPUT for an empty list, which could mean either. */
export function readSources(sources: readonly string[] | null | undefined): readonly string[] {
  if (sources === undefined || sources === null) return [];
  if (sources.length === 0 || !sources.every((source) => TEXT.test(source))) return refuseInput('Name at least one agency whose records are shared, or leave sources out for any.');
  return [...new Set(sources)].toSorted();
}

/** A household's id, in lower case; undefined when none is said. Throws INVALID_INPUT for text that is no UUID. */
export function readHousehold(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  return UUID.test(text) ? text.toLowerCase() : refuseInput('A household is named by the id that somebody in it passed on.');
}

/** An id of the ledger's own, in lower case; undefined for text that cannot be one. */
export const readId = (text: string): string | undefined => (UUID.test(text) ? text.toLowerCase() : undefined);

/** Words of a worker, 1 to 500 characters on one line. Throws INVALID_INPUT otherwise. */
export const readWords = (text: string): string => (TEXT.test(text) ? text : refuseInput('Give the reason in 1 to 500 characters, on one line.'));

/** A calendar day, YYYY-MM-DD; undefined when none is said. Throws INVALID_INPUT for text that is no day. */
export function readDay(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  return isDay(text) ? text : refuseInput('There is no such day.');
}

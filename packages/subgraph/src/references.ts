import { parsePersonId } from '@thegither/vocabulary';

/** A person by their key, as a resolver returns one. */
export interface PersonReference {
  readonly __typename: 'Person';
  readonly id: string;
}

/**
 * Answers a representation of a person: the key again for every id that is well formed, known or not, so that the
 * answer says nothing. It loads nothing; fields load.
 */
export const resolvePerson = ({ id }: { readonly id?: unknown }): PersonReference | null => {
  const person = parsePersonId(id);
  return person === undefined ? null : { __typename: 'Person', id: person };
};

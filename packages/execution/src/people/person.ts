import type { SpineId } from '@thegither/vocabulary';
import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType, isScalarType } from 'graphql';

/** The one type about which decisions are made, and the scalar that names a person elsewhere. */
export const PERSON = 'Person';

/** The key of Person: with the scalar PersonId the only carrier of a person's identity. */
export const PERSON_KEY = 'id';

/** A spine that is nobody's: what a malformed, foreign or forbidden id becomes before anything is sent. */
export const NOBODY = '0'.repeat(32) as SpineId;

/** Is it the scalar that names a person? */
export const isPersonId = (type: unknown): boolean => isScalarType(type) && type.name === 'PersonId';

/** Can a Person stand where this type is promised? */
export function mayBePerson(schema: GraphQLSchema, type: GraphQLCompositeType): boolean {
  return isAbstractType(type) ? schema.getPossibleTypes(type).some((possible) => possible.name === PERSON) : type.name === PERSON;
}

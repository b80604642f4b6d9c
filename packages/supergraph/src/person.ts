/** The one entity that personal data hangs from. */
export const PERSON = 'Person';

/** Its one key, and with the scalar below the only place where a person's id stands. */
export const PERSON_KEY = 'id';

/** The scalar of a person's id in arguments, inputs and links. */
export const PERSON_ID = 'PersonId';

/** The subgraphs whose root query fields may return people, and whose Person may have fields that are not personal. */
export const DOORS: readonly string[] = ['consent', 'people'];

/** The name under which rules speak of the composed schema. */
export const SUPERGRAPH = 'supergraph';

/** What a root operation type is called. */
export const ROOTS: readonly string[] = ['Query', 'Mutation'];

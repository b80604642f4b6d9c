/**
 * A person, as one audience knows them: the version of the key that made it, a dot, and one encrypted block in
 * canonical base64url. The same person has another PersonId in every subgraph, at every agency and for themselves,
 * so that two audiences cannot join what they hold. Parsed once at the edge, then trusted to be well formed:
 * well formed never means known.
 */
export type PersonId = string & { readonly __personId: unique symbol };

// 22 characters carry 132 bits for a block of 128: the last one may only be A, Q, g or w, else two texts would mean one person.
const FORM = /^[1-9][0-9]{0,3}\.[A-Za-z0-9_-]{21}[AQgw]$/;

/** Reads a person's id from outside. Undefined for text that no audience can have issued: to be treated as an unknown person. */
export const parsePersonId = (text: unknown): PersonId | undefined =>
  typeof text === 'string' && FORM.test(text) ? (text as PersonId) : undefined;

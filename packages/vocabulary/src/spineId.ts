/**
 * The 128 random bits behind every PersonId of one person, as 32 lower-case hexadecimal digits. It lives in the memory
 * of the gateway and of the decision service while they translate, and in no database, message, log or span.
 */
export type SpineId = string & { readonly __spineId: unique symbol };

const FORM = /^[0-9a-f]{32}$/;

/** Reads a spine id; undefined when it is not 32 lower-case hexadecimal digits. */
export const parseSpineId = (text: unknown): SpineId | undefined =>
  typeof text === 'string' && FORM.test(text) ? (text as SpineId) : undefined;

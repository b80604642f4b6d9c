/** A covered part of a request, by its name in a signature ("@method"), and its value. */
export type Component = readonly [name: string, value: string];

/**
 * The text that an HTTP message signature signs: each component on a line, and last the parameters, which name the
 * components again.
 * @see RFC 9421 section 2.5
 */
export const signatureBase = (components: readonly Component[], params: string): string =>
  [...components, ['@signature-params', params] as const].map(([name, value]) => `"${name}": ${value}`).join('\n');

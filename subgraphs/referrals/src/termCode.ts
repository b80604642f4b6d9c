/** A word of a taxonomy as a code, the same however it is written: "Mental health" and "mental-health" are MENTAL_HEALTH. Empty for a text without a letter or digit. */
export const termCode = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll('&', ' AND ').replaceAll(/[^A-Z0-9]+/g, '_').replaceAll(/^_|_$/g, '');

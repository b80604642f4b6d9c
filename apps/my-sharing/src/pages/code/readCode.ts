/** A whole one, without its hyphen: the letters and digits that codes are made of. */
const WHOLE = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * A code as somebody typed it, from paper or by ear: small letters, spaces and hyphens do not matter, and what looks alike is
 * taken for what a code has of it. Undefined for what cannot be one.
 */
export function readCode(typed: string): string | undefined {
  const letters = typed.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return WHOLE.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined;
}

/** Short names that are spelt in capitals. */
const CAPITALS = new Set(['nhs', 'lep', 'dwp', 'sds']);

/**
 * What an agency is called, from its id: the API tells who holds a record by the agency's id and has no name for it, and an
 * id is the name in small letters ("fife-pathways").
 */
export const agencyName = (id: string): string =>
  id.split('-').map((word) => (CAPITALS.has(word) ? word.toUpperCase() : `${word.charAt(0).toUpperCase()}${word.slice(1)}`)).join(' ');

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { wholePersonHashes } from '@thegither/workspace';

/** The house's own documents that ask for everything about somebody: that of `npm run ask`, and the first ready question of the page. The workspace names its own. */
const DOCUMENTS = ['../../cli/operations/wholePerson.graphql', '../../gateway/browser/questions/whole-person.graphql'];

/**
 * SHA-256 (hexadecimal) of the texts of the house's own whole-person documents, as the gateway has them on the record:
 * what they were not shown, nobody asked for by its name. One letter otherwise, and it is another document.
 */
export const wholePersonOperations = (): readonly string[] => [
  ...DOCUMENTS.map((file) => createHash('sha256').update(readFileSync(new URL(file, import.meta.url), 'utf8')).digest('hex')), ...wholePersonHashes,
];

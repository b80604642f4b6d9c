import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The house's own documents that ask for everything about somebody, from the house's root. */
const DOCUMENTS = ['apps/cli/operations/wholePerson.graphql', 'apps/gateway/browser/questions/whole-person.graphql'];

const LINE = /^WHOLE_PERSON_OPERATIONS=.*$/m;

/** The setting of the consent room that names them: SHA-256 in hexadecimal, with commas between. `folder` is this workspace. */
export const wholePersonOperations = (folder: string): string =>
  DOCUMENTS.map((file) => createHash('sha256').update(readFileSync(path.join(folder, '..', file), 'utf8')).digest('hex')).join(',');

/** The consent room's template with that setting as it is now. Throws where the template has no such line. */
export function withWholePersonOperations(template: string, folder: string): string {
  if (!LINE.test(template)) throw new Error('the template of the consent room has no line WHOLE_PERSON_OPERATIONS');
  return template.replace(LINE, `WHOLE_PERSON_OPERATIONS=${wholePersonOperations(folder)}`);
}

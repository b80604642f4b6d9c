import { workspaceWords } from '@thegither/words';
import type { CaseloadQuery } from '../../generated/operations.ts';

/** One person of the caseload as it is read. */
export interface Line {
  readonly href: string;
  readonly name: string;
}

/** Puts the caseload into words. An assignment that has just ended is no line any more. */
export const presentCaseload = ({ caseload }: CaseloadQuery): readonly Line[] =>
  caseload.edges.flatMap(({ person }) => (person ? [{ href: `/people/${person.id}`, name: person.name?.knownAs ?? workspaceWords.chrome.nameNotShared }] : []));

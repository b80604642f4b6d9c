import { documentHashes } from './generated/operations.ts';

/** The SHA-256 of those of our operations that ask for everything there may be: what they were not shown, nobody asked for by its name. */
export const wholePersonHashes: readonly string[] = [documentHashes.Caseload, documentHashes.Today, documentHashes.LeavingPrison, documentHashes.Timeline, documentHashes.Person, documentHashes.PersonOnPaper];

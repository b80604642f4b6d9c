import type { SealedTo } from '@thegither/ledger';
import { SEALS } from './houseDatabases.ts';

/** What SQL has to read of a disclosure `d` for what it says to be opened. */
export const SEALED = 'd.id, d.request, d.attempt, d.person, d.sealed';

/** A row with that in it. */
export interface SealedRow extends SealedTo { readonly sealed: Buffer }

/** The categories that a disclosure of a test house says were released, as bits. Throws when it was tampered with. */
export const releasedIn = (row: SealedRow): bigint => SEALS.open(row, row.sealed).released;

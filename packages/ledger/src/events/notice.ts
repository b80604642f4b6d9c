import { covers, maskOf } from '@thegither/consent';
import type { ShownNotice } from './event.ts';
import { readFormat } from './format.ts';
import { readCategories } from './readInput.ts';
import type { Scene } from './record.ts';
import { refuseInput } from './refuseInput.ts';

/** The notice that the person was shown before they agreed, as whoever showed it says. */
export interface NoticeInput {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  /** SHA-256 of the text that was shown, in hexadecimal. */
  readonly hash: string;
  /** The categories that stood there to be ticked; those agreed to are among them. */
  readonly shown: readonly string[];
  /** How it was shown; nothing when it is not said. */
  readonly format?: string | null;
}

const HASH = /^[0-9a-f]{64}$/;

/** The notice as it is recorded; undefined when none is said. Throws INVALID_INPUT for a hash or a category that is none. */
export function readNotice(notice: NoticeInput | null | undefined): ShownNotice | undefined {
  if (notice === null || notice === undefined) return undefined;
  const { id, language, version, hash, shown } = notice, format = readFormat(notice.format);
  return HASH.test(hash) ? { id, language, version, hash, shown: readCategories(shown), ...(format && { format }) } : refuseInput('The hash of the notice is 64 hexadecimal digits.');
}

/**
 * Holds a notice against what is published: the newest version in force, the very text that was shown, and nothing agreed
 * to that did not stand there. Throws INVALID_INPUT otherwise: whoever shows it has to show it anew.
 */
export async function mustBeAsPublished({ client, at }: Scene, { id, language, version, hash, shown }: ShownNotice, agreed: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ version: number; hash: Buffer }>(
    `SELECT version, hash FROM notice WHERE id = $1 AND language = $2 AND effective_from <= to_timestamp($3::float8 / 1000) ORDER BY version DESC LIMIT 1`, [id, language, at],
  );
  const [published] = rows;
  if (published?.version !== version || published.hash.toString('hex') !== hash) refuseInput('That is not the notice as it stands now. Show it to the person and ask again.');
  if (!covers(maskOf(...shown), maskOf(...agreed))) refuseInput('Something is agreed to that the notice did not show.');
}

import type { Db } from './standing/readStanding.ts';

/** A text to be published: the next version of a notice in one language. */
export interface NewNotice {
  readonly id: string;
  readonly language: string;
  readonly version: number;
  readonly text: string;
  /** From when on it is shown, as ISO text. */
  readonly effectiveFrom: string;
}

/** Publishes a notice. It is never changed afterwards; publishing the same again adds nothing. Answers whether it was added. */
export async function publishNotice(db: Db, { id, language, version, text, effectiveFrom }: NewNotice): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO notice (id, language, version, text, hash, effective_from) VALUES ($1, $2, $3, $4::text, sha256(convert_to($4::text, 'UTF8')), $5) ON CONFLICT DO NOTHING`,
    [id, language, version, text, effectiveFrom],
  );
  return rowCount === 1;
}

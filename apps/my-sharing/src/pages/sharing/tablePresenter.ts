import { dayOf, momentOf } from '@thegither/pages';
import { fill, pageWords, topicsOf, words, type PageLanguage, type PageWords } from '@thegither/words';
import type { AgreementFragment, SharingQuery } from '../../generated/operations.ts';
import { columnsOf, isStanding, type Column } from './columns.ts';
import { recipientKey } from './partsOf.ts';

/** A topic, and how it stands with each of them: a word, for what and until when. */
export interface Row {
  readonly topic: string;
  readonly cells: readonly (readonly string[])[];
}

/** What the page says. */
export interface SharingTable {
  readonly held: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Who can see what as a table: everybody with whom something stands, and every topic of which something does. A stop of everything is in every cell. */
export function presentTable({ me }: SharingQuery, language: PageLanguage): SharingTable {
  const { sharing: say } = pageWords(language).mySharing;
  const standing = (me?.grants ?? []).filter(isStanding);
  const isHeld = Boolean(me?.hold);
  const columns = columnsOf(standing, say);
  const rows = topicsOf(standing.flatMap(({ categories }) => categories)).map(({ category, plain }) => ({
    topic: plain,
    cells: columns.map(({ key }) => {
      const here = standing.filter(({ recipient, categories }) => recipientKey(recipient) === key && categories.includes(category));
      return here.length === 0 ? [say.table.no] : here.map((grant) => cellOf(grant, isHeld, say));
    }),
  }));
  return { held: me?.hold ? fill(say.held, { time: momentOf(me.hold.since) }) : undefined, columns, rows };
}

function cellOf({ state, purpose, to }: AgreementFragment, isHeld: boolean, { table: say }: PageWords['mySharing']['sharing']): string {
  const values = { why: words('en').purposes[purpose].plain, day: dayOf(to) };
  if (state === 'RECORDED_UNCONFIRMED') return fill(say.unconfirmed, values);
  return fill(isHeld ? say.stopped : state === 'PAUSED' ? say.paused : say.yes, values);
}

import { fill, topicsOf, workspaceWords } from '@thegither/words';
import type { RecordedQuery, RecordForQuery } from '../../generated/operations.ts';
import { RECORDABLE, type AgreementRecord } from './readRecord.ts';

/** A choice and what it is called. */
interface Option {
  readonly value: string;
  readonly text: string;
}

/** For whom something may be recorded, and for which recipients. */
export interface RecordPage {
  readonly id: string;
  readonly name: string;
  readonly recipients: readonly Option[];
  readonly topics: readonly Option[];
}

type Recipient = RecordForQuery['recipients'][number];

/** A recipient as a form sends it: what kind it is, and its id. */
export const keyOf = ({ agency, team, worker }: Pick<Recipient, 'agency' | 'team' | 'worker'>): string => (agency ? `agency ${agency}` : team ? `team ${team}` : `worker ${worker ?? ''}`);

/** The same as it is sent on. */
export function recipientOf(key: string): { readonly agency: string } | { readonly team: string } | { readonly worker: string } {
  const [kind, id = ''] = key.split(' ');
  return kind === 'agency' ? { agency: id } : kind === 'team' ? { team: id } : { worker: id };
}

/** Whom it is about, and what there is to choose from: nothing of it is chosen. Teams have their agency in their name. */
export const presentRecord = ({ id, name }: NonNullable<RecordForQuery['person']>, recipients: RecordForQuery['recipients']): RecordPage => ({
  id, name: name?.knownAs ?? workspaceWords.chrome.nameNotShared,
  recipients: recipients.flatMap((one) => (one.name ? [{ value: keyOf(one), text: one.worker && one.within ? fill(workspaceWords.record.within, { name: one.name, agency: one.within }) : one.name }] : [])),
  topics: topicsOf(RECORDABLE).map(({ category, plain }) => ({ value: category, text: plain })),
});

/** What was recorded, once, on the next page. `time`: when, as people say it. */
export const sayRecorded = ({ recipients, topics }: RecordPage, recipient: string, { categories }: Pick<AgreementRecord, 'categories'>, time: string): string => fill(workspaceWords.record.recorded.said, {
  time, recipient: recipients.find(({ value }) => value === recipient)?.text ?? '', topics: topics.filter(({ value }) => categories.includes(value)).map(({ text }) => text).join('; '),
});

/** The code of what was recorded, and for whom. */
export interface RecordedPage {
  readonly id: string;
  /** Undefined where it is not shared: paper is not marked with anything in its place. */
  readonly name: string | undefined;
  readonly code: string;
}

/** For whom it is and what to pass on. */
export const presentRecorded = ({ id, name }: NonNullable<RecordedQuery['person']>, code: string): RecordedPage => ({ id, name: name?.knownAs ?? undefined, code });

import type { NotedEndings } from './endings/noteEndings.ts';
import type { Ledger } from './ledger.ts';
import type { Reminded, SendReminder } from './reminders/remind.ts';

/** What one hour's run did. */
export interface Hour {
  readonly endings: NotedEndings;
  readonly reminders: Reminded;
  /** Was everything done that was due? What was not is done by the next run. */
  readonly isWhole: boolean;
}

/** What a house does every hour: tells agencies that sharing with them ended, and reminds people. Safe to run at any time, twice and on two machines at once. */
export async function everyHour(ledger: Pick<Ledger, 'noteEndings' | 'remind'>, send: SendReminder): Promise<Hour> {
  const endings = await ledger.noteEndings(), reminders = await ledger.remind(send);
  return { endings, reminders, isWhole: endings.failed + reminders.failed === 0 };
}

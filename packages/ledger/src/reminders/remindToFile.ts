import { appendFile } from 'node:fs/promises';
import type { SendReminder } from './remind.ts';

/**
 * Reminders as lines of JSON at the end of a file, for whoever carries them on: which grant of whom ends or goes on, in
 * the ledger's own ids, which mean nothing elsewhere. The file is made for its owner alone.
 */
export const remindToFile = (file: string): SendReminder => (reminder) => appendFile(file, `${JSON.stringify(reminder)}\n`, { mode: 0o600 });

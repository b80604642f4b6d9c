import { ask } from './ask.ts';
import { caseload } from './caseload.ts';
import { chrome } from './chrome.ts';
import { emergency } from './emergency.ts';
import { help } from './help.ts';
import { household } from './household.ts';
import { note } from './note.ts';
import { person } from './person.ts';
import { record } from './record.ts';
import { start } from './start.ts';
import { timeline } from './timeline.ts';
import { today } from './today.ts';
import { unknown } from './unknown.ts';

/** Everything that the key worker's pages say: English as workers read it. `{name}` stands for a value. */
export const workspaceWords = { ask, caseload, chrome, emergency, help, household, note, person, record, start, timeline, today, unknown } as const;

/** What they say, part by part. */
export type WorkspaceWords = typeof workspaceWords;

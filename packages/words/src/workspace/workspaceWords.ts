import { caseload } from './caseload.ts';
import { chrome } from './chrome.ts';
import { help } from './help.ts';
import { start } from './start.ts';

/** Everything that the key worker's pages say: English as workers read it. `{name}` stands for a value. */
export const workspaceWords = { caseload, chrome, help, start } as const;

/** What they say, part by part. */
export type WorkspaceWords = typeof workspaceWords;

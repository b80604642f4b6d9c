export { WORKSPACE } from './app.ts';
export { documentHashes } from './generated/operations.ts';
export { wholePersonHashes } from './wholePersonHashes.ts';
export { openWorkspace } from './workspace.ts';

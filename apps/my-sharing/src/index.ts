export { documentHashes } from './generated/operations.ts';
export { openMySharing } from './mySharing.ts';

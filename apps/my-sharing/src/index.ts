export { MY_SHARING } from './app.ts';
export { documentHashes } from './generated/operations.ts';
export { openMySharing, type MySharingDeps } from './mySharing.ts';
export type { Feedback, FeedbackPort } from './feedback/feedbackPort.ts';
export { feedbackToFile } from './feedback/feedbackToFile.ts';

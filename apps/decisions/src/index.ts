export { createDecisions, type Decisions } from './decisions.ts';
export type { DecisionsDeps } from './deps.ts';

export * from './mask.ts';
export type { Asker, Assignment, Exclusion, Grant, Instant, PersonFacts, Recipient, Refusal, Worker } from './facts.ts';

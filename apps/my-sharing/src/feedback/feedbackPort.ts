/** What somebody says of the pages or of what we do: their words, and nothing of who they are but what they typed. */
export interface Feedback {
  readonly kind: 'FEEDBACK' | 'COMPLAINT';
  readonly text: string;
  /** Of the form that it was typed into: sent twice, it is one. */
  readonly key: string;
}

/** Carries it to those who read it. The same key is taken once. Rejects when it could not be taken: the reader is told, and keeps their words. */
export type FeedbackPort = (feedback: Feedback) => Promise<void>;

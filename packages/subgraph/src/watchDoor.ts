import type { Labels, Metrics } from '@thegither/service';
import { HouseError, type FetchUse } from '@thegither/vocabulary';

/** A question that came to the door. */
export interface WatchedQuestion {
  /** It was let in, for this. */
  admitted(use: FetchUse): void;
}

/** Answers a question, and counts it by what came of it. */
export type WatchDoor = <Answer extends { readonly body: object }>(answer: (question: WatchedQuestion) => Promise<Answer>) => Promise<Answer>;

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** A room's numbers: how long questions take by their use, and how many were refused by the lock, by code. */
export function watchDoor(metrics: Metrics): WatchDoor {
  const seconds = metrics.histogram({ name: 'room_question_seconds', help: 'Questions that were let in, by use and by what came of them.', labels: ['use', 'outcome'] }, SECONDS);
  const refused = metrics.counter({ name: 'room_refused_total', help: 'Questions that were not let in, by code.', labels: ['code'] });
  return async (answer) => {
    const begun = performance.now();
    let use: FetchUse | undefined;
    const count = (outcome: Exclude<Labels['outcome'], 'RELEASED' | 'CHANGED' | 'LATE'>): void => {
      if (use) seconds({ use, outcome }, (performance.now() - begun) / 1000);
      else refused({ code: outcome });
    };
    try {
      const answered = await answer({ admitted: (letIn) => { use = letIn; } });
      count('errors' in answered.body && answered.body.errors !== undefined ? 'SUBGRAPH_ERROR' : 'OK');
      return answered;
    } catch (error) {
      count(error instanceof HouseError ? error.code : 'INTERNAL');
      throw error;
    }
  };
}

import type { Labels, Metrics } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';

/** Answers a question, and counts it by what came of it. */
export type WatchQuestion = <Answer extends object>(question: 'decide' | 'release' | 'marks', answer: () => Promise<Answer>) => Promise<Answer>;

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** The decision service's numbers: how long questions take, and whether a release was committed or found something changed. */
export function watchQuestions(metrics: Metrics): WatchQuestion {
  const seconds = metrics.histogram({ name: 'decisions_question_seconds', help: 'Questions of gateways, by what came of them.', labels: ['question', 'outcome'] }, SECONDS);
  return async (question, answer) => {
    const begun = performance.now();
    const count = (outcome: Labels['outcome']) => seconds({ question, outcome }, (performance.now() - begun) / 1000);
    try {
      const answered = await answer();
      count('status' in answered && answered.status === 'CHANGED' ? 'CHANGED' : question === 'release' ? 'RELEASED' : 'OK');
      return answered;
    } catch (error) {
      count(error instanceof HouseError ? error.code : 'INTERNAL');
      throw error;
    }
  };
}

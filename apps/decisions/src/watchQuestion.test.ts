import { expect, test } from '@jest/globals';
import { createMetrics } from '@thegither/service';
import { HouseError } from '@thegither/vocabulary';
import { watchQuestions } from './watchQuestion.ts';

const outage = async (): Promise<object> => { throw new HouseError('DECISIONS_UNAVAILABLE'); };

test.each([
  ['decide', async () => ({ people: [] }), 'OK'],
  ['release', async () => ({ status: 'RELEASED' }), 'RELEASED'],
  ['release', async () => ({ status: 'CHANGED' }), 'CHANGED'],
  ['release', outage, 'DECISIONS_UNAVAILABLE'],
  ['decide', async (): Promise<object> => { throw new TypeError('Morag'); }, 'INTERNAL'],
] as const)('%s is timed by what came of it: %#', async (question, answer, outcome) => {
  const metrics = createMetrics({ service: 'decisions' });
  await watchQuestions(metrics)(question, answer).catch(() => undefined);
  const text = await metrics.text();
  expect(text).toContain(`decisions_question_seconds_count{service="decisions",question="${question}",outcome="${outcome}"} 1`);
  expect(text).not.toContain('Morag');
});

test('it gives what was answered, and fails as it failed', async () => {
  const watched = watchQuestions(createMetrics({ service: 'decisions' }));
  const answer = { people: [] };
  expect(await watched('decide', async () => answer)).toBe(answer);
  await expect(watched('release', outage)).rejects.toMatchObject({ code: 'DECISIONS_UNAVAILABLE' });
});

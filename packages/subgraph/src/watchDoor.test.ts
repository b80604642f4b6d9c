import { expect, test } from '@jest/globals';
import { createMetrics } from '@thegither/service';
import { HouseError, type FetchUse } from '@thegither/vocabulary';
import { watchDoor } from './watchDoor.ts';

const SECONDS = 'room_question_seconds_count{service="housing"';
const numbers = () => {
  const metrics = createMetrics({ service: 'housing' });
  return { watched: watchDoor(metrics), text: () => metrics.text() };
};

test.each<[FetchUse, object, string]>([
  ['joined', { data: {} }, 'OK'],
  ['query', { data: null, errors: [{ message: 'Morag' }] }, 'SUBGRAPH_ERROR'],
  ['mutation', { data: {}, errors: undefined }, 'OK'],
])('a question that was let in is timed by its use and what came of it: %s, %j', async (use, body, outcome) => {
  const { watched, text } = numbers();
  const answer = { status: 200, body };
  expect(await watched(async (question) => { question.admitted(use); return answer; })).toBe(answer);
  expect(await text()).toContain(`${SECONDS},use="${use}",outcome="${outcome}"} 1`);
  expect(await text()).not.toContain('Morag');
});

test('one that broke off after it was let in is timed by its code', async () => {
  const { watched, text } = numbers();
  await expect(watched(async (question) => { question.admitted('joined'); throw new TypeError('Morag'); })).rejects.toThrow('Morag');
  expect(await text()).toContain(`${SECONDS},use="joined",outcome="INTERNAL"} 1`);
});

test.each([[new HouseError('DECISION_REFUSED'), 'DECISION_REFUSED'], [new Error('Morag'), 'INTERNAL']])('one that was not let in is counted by its code: %s', async (error, code) => {
  const { watched, text } = numbers();
  await expect(watched(async () => { throw error; })).rejects.toBe(error);
  expect(await text()).toContain(`room_refused_total{code="${code}",service="housing"} 1`);
  expect(await text()).not.toContain(SECONDS);
});
